import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Bot } from "grammy";
import { onTestFinished } from "vitest";
import { isAnswering } from "../../src/content/run-in-slices.ts";
import { installApiPolicy } from "../../src/delivery/transport/api-policy.ts";
import type { Observe } from "../../src/delivery/delivery-event.ts";
import { openProcessedUpdates } from "../../src/delivery/state/processed-updates.ts";
import type { HttpClientOptions } from "../../src/delivery/transport/http-client.ts";
import type { Log } from "../../src/logging/log.ts";
import { openFileOutbox } from "../../src/delivery/outbox/file-outbox.ts";
import { openOutbox } from "../../src/delivery/outbox/outbox.ts";
import { createRateLimiter } from "../../src/delivery/state/rate-limiter.ts";
import { openDeliveryState } from "../../src/delivery/state/delivery-state.ts";
import { openDatabaseWait } from "../../src/delivery/await-database.ts";
import { openAdmission } from "../../src/delivery/admission.ts";
import type { Clock } from "../../src/delivery/clock.ts";
import { openTestClock } from "./test-clock.ts";
import { openChatMemory } from "../../src/telegram/chat-memory.ts";

export type DeliveryPartsOptions = Pick<HttpClientOptions, "timeoutMs"> & {
  readonly log: Log;
  readonly observe?: Observe;
  /** A folder left by an earlier process. */
  readonly stateDir?: string;
  readonly maxOwed?: number;
  readonly clock?: Clock;
  /** How long an update waits for the database before it is left to Telegram. */
  readonly holdMs?: number;
};

/** Assembles delivery as `runBot` does, with its state in a temporary folder. */
export function deliveryParts(bot: Bot, options: DeliveryPartsOptions) {
  const {
    log,
    observe = () => {},
    stateDir = stateFolder(),
    maxOwed,
    timeoutMs,
    clock = openTestClock(),
    holdMs = Infinity,
  } = options;
  const onStartByPayload = new WeakMap<object, () => void>();
  installApiPolicy(bot.api, {
    log,
    observe,
    onStart: (payload) => onStartByPayload.get(payload)?.(),
    ...(timeoutMs !== undefined && { timeoutMs }),
  });
  const memory = openChatMemory();
  const state = openDeliveryState({
    processed: openProcessedUpdates(join(stateDir, "done-updates.txt"), log),
    rateLimiter: createRateLimiter(clock.elapsed),
  });
  return {
    bot,
    log,
    memory,
    onStartByPayload,
    now: clock.now,
    admission: openAdmission(state.start, isAnswering),
    awaitDatabase: openDatabaseWait({
      log,
      signal: new AbortController().signal,
      now: clock.now,
      timerMs: clock.timerMs,
      holdMs,
    }),
    state,
    outbox: openOutbox({
      api: bot.api,
      file: openFileOutbox({ file: join(stateDir, "owed-answers.jsonl"), log, now: clock.now }),
      log,
      observe,
      clock,
      onLostChat: memory.forget,
      ...(maxOwed !== undefined && { maxOwed }),
    }),
  };
}

function stateFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "ask-the-article-state-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
