import { z } from "zod";
import type { CallFailure } from "../transport/call-failure.ts";

/** A call that Telegram has not accepted yet. Plain data, since it outlives the process. */
export const owedCallSchema = z.object({
  /** The update's id and the call's number in it, so that a repeat after a crash is the same call. */
  id: z.string(),
  updateId: z.number(),
  /** Calls of one lane are made in order. */
  lane: z.string(),
  method: z.string(),
  payload: z.record(z.string(), z.unknown()),
  /** A negative id that stands in for the message id until Telegram assigns one. */
  standIn: z.number().optional(),
  /** Unix time in milliseconds, as are all times here. */
  owedAt: z.number(),
  dueAt: z.number(),
  /** Consecutive failures that certainly did not reach Telegram. */
  failures: z.number(),
  /** Tries that may or may not have arrived. */
  unclear: z.number(),
});

export type OwedCall = Readonly<z.infer<typeof owedCallSchema>>;

/** A call as a handler makes it. */
export type Call = Pick<OwedCall, "method" | "payload">;

/** Telegram forgets a query within seconds, and the reader has pressed or typed again. */
const QUERY_FOR_MS = 15_000;
/** After that the reader has asked elsewhere. */
const MESSAGE_FOR_MS = 10 * 60_000;

function expiresAt(call: OwedCall): number {
  return call.owedAt + (answersQuery(call) ? QUERY_FOR_MS : MESSAGE_FOR_MS);
}

/** Whether a call answers a pressed button or an inline query, which expires within seconds. */
export function answersQuery({ method }: Pick<Call, "method">): boolean {
  return method.startsWith("answer");
}

/** The lane of a call: calls to one chat have to be made in order. */
export function laneOf({ payload }: Call): string {
  if (payload["chat_id"] !== undefined) return chatLane(payload["chat_id"]);
  const query = payload["callback_query_id"] ?? payload["inline_query_id"];
  return `query:${String(query ?? payload["inline_message_id"])}`;
}

export function chatLane(chatId: unknown): string {
  return `chat:${String(chatId)}`;
}

/** The first try is immediate; after these pauses, the reader has the answer or never will. */
const PAUSES_AFTER_UNCLEAR_MS = [1000, 5000, 20_000, 60_000, 120_000];
const FIRST_PAUSE_MS = 500;
/** Short, so that everyone is answered within seconds once Telegram is back. */
const MAX_PAUSE_MS = 8000;

/** The call with the time of its next try. */
export function afterFailure(
  call: OwedCall,
  failure: Exclude<CallFailure, { kind: "refused" }>,
  now: number,
): OwedCall {
  switch (failure.kind) {
    case "not-sent": {
      const pauseMs = Math.min(MAX_PAUSE_MS, FIRST_PAUSE_MS * 2 ** call.failures);
      return { ...call, failures: call.failures + 1, dueAt: now + pauseMs };
    }
    case "retry-after":
      // If the wait is longer than the call lasts, it ends when the call expires and is given up.
      return { ...call, dueAt: Math.min(now + failure.waitMs, expiresAt(call)) };
    case "unclear": {
      const pauseMs = PAUSES_AFTER_UNCLEAR_MS[call.unclear] ?? 0;
      return { ...call, failures: 0, unclear: call.unclear + 1, dueAt: now + pauseMs };
    }
  }
}

/** Why a call is not tried again, if there is a reason. */
export function giveUpReason(call: OwedCall, now: number): string | undefined {
  if (now >= expiresAt(call)) return "Telegram did not accept it in time";
  if (call.unclear > PAUSES_AFTER_UNCLEAR_MS.length) return "six tries may have arrived";
  return undefined;
}
