import { type Api, GrammyError } from "grammy";
import { type CallFailure, callFailureOf } from "../transport/call-failure.ts";
import type { Observe } from "../delivery-event.ts";
import { describeCallError } from "../transport/describe-call-error.ts";
import type { Log } from "../../logging/log.ts";
import { withMessageId, asNewMessage, isMessageGone, makeCall, messageIdIn } from "./make-call.ts";
import type { OutboxStore } from "./outbox-store.ts";
import { afterFailure, answersQuery, type OwedCall, giveUpReason } from "./owed-call.ts";

export type RetryParts = {
  readonly api: Api;
  readonly log: Log;
  readonly observe: Observe;
  readonly now: () => number;
  readonly messageIdOf: (standIn: number) => Promise<number | undefined>;
  readonly onLostChat: (chatId: number) => void;
};

type Store = Pick<OutboxStore, "postpone" | "remove">;

const FORBIDDEN = 403;

/** Makes an owed call leased from its store, and settles or postpones it. Never throws. */
export async function retryOwedCall(
  call: OwedCall,
  store: Store,
  parts: RetryParts,
): Promise<void> {
  const { api, now, messageIdOf } = parts;
  const reason = giveUpReason(call, now());
  if (reason !== undefined) {
    giveUp(call, reason, parts);
    return store.remove(call);
  }
  const calling = Promise.resolve(withMessageId(call, messageIdOf)).then((ready) =>
    makeCall(api, ready),
  );
  return settleOwedCall(call, { store, calling }, parts);
}

/** Settles or postpones a leased call that is already in progress. Never throws. */
export async function settleOwedCall(
  call: OwedCall,
  { store, calling }: { readonly store: Store; readonly calling: Promise<unknown> },
  parts: RetryParts,
): Promise<void> {
  try {
    const answer = await calling;
    parts.observe({ kind: "owed-settled", outcome: "delivered" });
    await store.remove(call, messageIdIn(answer));
  } catch (error) {
    await settleFailure(call, { store, error }, parts);
  }
}

async function settleFailure(
  call: OwedCall,
  { store, error }: { readonly store: Store; readonly error: unknown },
  parts: RetryParts,
): Promise<void> {
  const { now, observe, onLostChat } = parts;
  const failure: CallFailure = callFailureOf(error) ?? { kind: "refused" };
  if (failure.kind !== "refused") return store.postpone(call, afterFailure(call, failure, now()));
  if (isMessageGone(error, call)) return store.postpone(call, { ...call, ...asNewMessage(call) });

  const { chat_id: chatId } = call.payload;
  const isLost = error instanceof GrammyError && error.error_code === FORBIDDEN;
  if (isLost && typeof chatId === "number") {
    onLostChat(chatId);
    observe({ kind: "owed-settled", outcome: "given-up" });
  } else giveUp(call, describeCallError(error), parts);
  await store.remove(call);
}

/** An expired query is not worth a log line: the reader has pressed or typed again since. */
function giveUp(call: OwedCall, error: string, { log, observe }: RetryParts): void {
  const isQuery = answersQuery(call);
  if (!isQuery) log("an answer was given up", { update: call.updateId, error });
  observe({ kind: "owed-settled", outcome: isQuery ? "expired" : "given-up" });
}
