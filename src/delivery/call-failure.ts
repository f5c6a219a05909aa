import { GrammyError, HttpError } from "grammy";

/** What a call that failed means for the reader, and so for what is done next. */
export type CallFailure =
  /** Telegram does not have it: it was not reached, or says itself that it failed. */
  | { readonly kind: "not-sent" }
  /** Telegram has not taken it, and says when to try again. */
  | { readonly kind: "told-to-wait"; readonly waitMs: number }
  /** The connection broke, or time ran out, after the call was written: it may have arrived. */
  | { readonly kind: "unclear" }
  /** Telegram would refuse it again. */
  | { readonly kind: "refused" };

const UNAUTHORIZED = 401;
const NOT_FOUND = 404;
const TOO_MANY_REQUESTS = 429;
const FIRST_INTERNAL_ERROR = 500;

/** How a call failed; `undefined` for what is no failure of a call but a bug. */
export function callFailureOf(error: unknown): CallFailure | undefined {
  if (error instanceof GrammyError) return refusalOf(error);
  if (!(error instanceof HttpError)) return undefined;
  const { error: cause } = error;
  const wasSent = !(cause instanceof Error && "wasSent" in cause && cause.wasSent === false);
  return { kind: wasSent ? "unclear" : "not-sent" };
}

function refusalOf({ error_code: code, parameters }: GrammyError): CallFailure {
  if (code === TOO_MANY_REQUESTS) {
    return { kind: "told-to-wait", waitMs: (parameters.retry_after ?? 1) * 1000 };
  }
  // The token is not known any more: the operator may put in another one in time.
  const isOperatorsMatter = code === UNAUTHORIZED || code === NOT_FOUND;
  return { kind: isOperatorsMatter || code >= FIRST_INTERNAL_ERROR ? "not-sent" : "refused" };
}
