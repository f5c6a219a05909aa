import { HttpError, type Transformer } from "grammy";
import { codeOf } from "./describe-error.ts";

/** Doing these twice does no more than doing them once. Sending does: the reader gets two messages. */
const IDEMPOTENT = /^(?:get|set|edit|delete|answer|sendChatAction$)/u;

/** Repeats once what broke on the way or inside Telegram, where repeating is harmless. */
export const retryIdempotentCalls: Transformer = (prev, method, payload, signal) =>
  IDEMPOTENT.test(method) ? retry(prev, method, payload, signal) : prev(method, payload, signal);

const retry: Transformer = async (prev, method, payload, signal) => {
  try {
    const response = await prev(method, payload, signal);
    if (response.ok || response.error_code < 500) return response;
  } catch (error) {
    if (!isBrokenConnection(error)) throw error;
  }
  return prev(method, payload, signal);
};

/** A call that ran out of time has used up the reader's patience as well. */
function isBrokenConnection(error: unknown): boolean {
  return error instanceof HttpError && codeOf(error.error) !== "ABORT_ERR";
}
