import { type Api, GrammyError } from "grammy";
import { type CallFailure, callFailureOf } from "../call-failure.ts";
import type { Observe } from "../delivery-event.ts";
import { describeError } from "../describe-error.ts";
import type { Log } from "../log.ts";
import { addressed, asNewMessage, isEditGone, makeCall, messageIdIn } from "./make-call.ts";
import type { OutboxStore } from "./outbox-store.ts";
import { afterFailure, type OwedCall, whyLetGo } from "./owed-call.ts";

export type LateTryParts = {
  readonly api: Api;
  readonly log: Log;
  readonly observe: Observe;
  readonly now: () => number;
  readonly messageIdOf: (standIn: number) => Promise<number | undefined>;
  readonly onLostChat: (chatId: number) => void;
};

type Store = Pick<OutboxStore, "postpone" | "remove">;

const FORBIDDEN = 403;

/** Makes an owed call that was taken from its store, and settles or postpones it. Never throws. */
export async function tryLate(call: OwedCall, store: Store, parts: LateTryParts): Promise<void> {
  const { api, log, observe, now, messageIdOf } = parts;
  const why = whyLetGo(call, now());
  if (why !== undefined) {
    log("an answer was given up", { update: call.updateId, error: why });
    observe({ kind: "owed-settled", outcome: "given-up" });
    return store.remove(call);
  }
  try {
    const answer = await makeCall(api, await addressed(call, messageIdOf));
    observe({ kind: "owed-settled", outcome: "delivered" });
    await store.remove(call, messageIdIn(answer));
  } catch (error) {
    await settleFailure(call, { store, error }, parts);
  }
}

async function settleFailure(
  call: OwedCall,
  { store, error }: { readonly store: Store; readonly error: unknown },
  { log, observe, now, onLostChat }: LateTryParts,
): Promise<void> {
  const failure: CallFailure = callFailureOf(error) ?? { kind: "refused" };
  if (failure.kind !== "refused") return store.postpone(call, afterFailure(call, failure, now()));
  if (isEditGone(error, call)) return store.postpone(call, { ...call, ...asNewMessage(call) });

  const { chat_id: chatId } = call.payload;
  const isLost = error instanceof GrammyError && error.error_code === FORBIDDEN;
  if (isLost && typeof chatId === "number") onLostChat(chatId);
  else log("an answer was given up", { update: call.updateId, error: describeError(error) });
  observe({ kind: "owed-settled", outcome: "given-up" });
  await store.remove(call);
}
