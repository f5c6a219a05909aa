import { z } from "zod";
import type { CallFailure } from "../transport/call-failure.ts";

/** A call to Telegram that has not been taken yet. Plain data, since it outlives the process. */
export const owedCallSchema = z.object({
  /** The update's id and the call's number in it: made again after a crash, it is the same call. */
  id: z.string(),
  updateId: z.number(),
  /** Calls of one lane are made in their order. */
  lane: z.string(),
  method: z.string(),
  payload: z.record(z.string(), z.unknown()),
  /** Negative: stands for the id of the message until Telegram has given it one. */
  standIn: z.number().optional(),
  /** Unix time in milliseconds, as are all times here. */
  owedAt: z.number(),
  dueAt: z.number(),
  /** Failures in a row after which Telegram surely does not have it. */
  failures: z.number(),
  /** Tries of which nobody knows whether they arrived. */
  unclear: z.number(),
});

export type OwedCall = Readonly<z.infer<typeof owedCallSchema>>;

/** A call as a handler makes it. */
export type Call = Pick<OwedCall, "method" | "payload">;

/** Telegram forgets a query within seconds, and the reader has pressed or typed again. */
const QUERY_FOR_MS = 15_000;
/** Later the reader has asked elsewhere. */
const MESSAGE_FOR_MS = 10 * 60_000;

function expiresAt(call: OwedCall): number {
  return call.owedAt + (answersQuery(call) ? QUERY_FOR_MS : MESSAGE_FOR_MS);
}

/** Whether a call answers a press of a button or an inline query: now or never. */
export function answersQuery({ method }: Pick<Call, "method">): boolean {
  return method.startsWith("answer");
}

/** What has to be done in its order: all that changes one chat. */
export function laneOf({ payload }: Call): string {
  if (payload["chat_id"] !== undefined) return chatLane(payload["chat_id"]);
  const query = payload["callback_query_id"] ?? payload["inline_query_id"];
  return `query:${String(query ?? payload["inline_message_id"])}`;
}

export function chatLane(chatId: unknown): string {
  return `chat:${String(chatId)}`;
}

/** The first try is made at once; then come these pauses, and then the reader has it or never will. */
const PAUSES_AFTER_UNCLEAR_MS = [1000, 5000, 20_000, 60_000, 120_000];
const FIRST_PAUSE_MS = 500;
/** So that everybody is answered within seconds once Telegram is back. */
const LONGEST_PAUSE_MS = 8000;

/** The call as it is to be tried again. */
export function afterFailure(
  call: OwedCall,
  failure: Exclude<CallFailure, { kind: "refused" }>,
  now: number,
): OwedCall {
  switch (failure.kind) {
    case "not-sent": {
      const pauseMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** call.failures);
      return { ...call, failures: call.failures + 1, dueAt: now + pauseMs };
    }
    case "told-to-wait":
      // A wait for longer than the call is worth ends when that is over, and the call is let go.
      return { ...call, dueAt: Math.min(now + failure.waitMs, expiresAt(call)) };
    case "unclear": {
      const pauseMs = PAUSES_AFTER_UNCLEAR_MS[call.unclear] ?? 0;
      return { ...call, failures: 0, unclear: call.unclear + 1, dueAt: now + pauseMs };
    }
  }
}

/** Why a call is not tried again, if it is not. */
export function giveUpReason(call: OwedCall, now: number): string | undefined {
  if (now >= expiresAt(call)) return "Telegram did not take it in time";
  if (call.unclear > PAUSES_AFTER_UNCLEAR_MS.length) return "it may have arrived, five times";
  return undefined;
}
