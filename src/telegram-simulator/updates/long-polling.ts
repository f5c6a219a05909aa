import type { Update } from "@grammyjs/types";
import { z } from "zod";
import { MAX_POLL_TIMEOUT_S, MAX_UPDATES_A_POLL } from "../rules/limits.ts";
import { conflict } from "../rules/refusal.ts";
import { type UpdateQueue, UPDATE_TYPES } from "./update-queue.ts";
import type { Webhook } from "./webhook.ts";
import * as wire from "../methods/wire.ts";

export const updateTypes = wire.json(z.array(z.enum(UPDATE_TYPES)));

export const getUpdatesParameters = z.strictObject({
  offset: wire.integer.default(0),
  limit: wire.integer.default(MAX_UPDATES_A_POLL),
  timeout: wire.integer.default(0),
  allowed_updates: updateTypes.exactOptional(),
});

type PollParams = z.output<typeof getUpdatesParameters>;

export type Polling = {
  readonly poll: (params: PollParams, hungUp: AbortSignal) => Promise<readonly Update[]>;
  /** Ends an open poll with a conflict. */
  readonly endPoll: (reason: string) => void;
};

/** getUpdates: one poller at a time. An update is removed only when a later offset acknowledges it. */
export function createPolling(queue: UpdateQueue, webhook: Pick<Webhook, "isSet">): Polling {
  let end: ((reason: Error) => void) | undefined;

  function endPoll(reason: string): void {
    end?.(conflict(reason));
  }
  async function poll(params: PollParams, hungUp: AbortSignal): Promise<readonly Update[]> {
    if (webhook.isSet()) {
      throw conflict(
        "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
    }
    endPoll(
      "terminated by other getUpdates request; make sure that only one bot instance is running",
    );
    if (params.allowed_updates) queue.subscribe(params.allowed_updates);
    if (params.offset < 0) queue.keepLast(-params.offset);
    else queue.acknowledgeBefore(params.offset);

    const seconds = clamp(params.timeout, 0, MAX_POLL_TIMEOUT_S);
    if (queue.pending().length === 0 && seconds > 0) {
      const ended = new Promise<never>((_resolve, reject) => {
        end = reject;
      });
      await Promise.race([arrival(queue, seconds * 1000, hungUp), ended]);
    }
    return queue.pending().slice(0, clamp(params.limit, 1, MAX_UPDATES_A_POLL));
  }
  return { poll, endPoll };
}

/** Waits for an update, the timeout or the end of the connection, whichever comes first. */
async function arrival(queue: UpdateQueue, waitMs: number, hungUp: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(finish, waitMs);
    const stopListening = queue.onChange(() => {
      if (queue.pending().length > 0) finish();
    });
    hungUp.addEventListener("abort", finish);

    function finish() {
      clearTimeout(timer);
      stopListening();
      hungUp.removeEventListener("abort", finish);
      resolve();
    }
  });
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
