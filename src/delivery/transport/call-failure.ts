import { GrammyError, HttpError } from "grammy";
import { NOT_JSON } from "./api-response.ts";

/** What a failed call means for the reader, and thus what to do next. */
export type CallFailure =
  /** Telegram does not have it: it was not reached, or reported an internal error. */
  | { readonly kind: "not-sent" }
  /** Telegram has not accepted it, and says when to try again. */
  | { readonly kind: "retry-after"; readonly waitMs: number }
  /** The connection broke or timed out after the call was written: it may have arrived. */
  | { readonly kind: "unclear" }
  /** Telegram would refuse it again. */
  | { readonly kind: "refused" };

const UNAUTHORIZED = 401;
const NOT_FOUND = 404;
const TOO_MANY_REQUESTS = 429;
const FIRST_INTERNAL_ERROR = 500;
/** If Telegram names no wait, or not a sensible one. */
const DEFAULT_WAIT_MS = 1000;

/** How a call failed; `undefined` if the error is a bug, not a failed call. */
export function callFailureOf(error: unknown): CallFailure | undefined {
  if (error instanceof GrammyError) return refusalOf(error);
  if (!(error instanceof HttpError)) return undefined;
  const { error: cause } = error;
  const wasSent = !(cause instanceof Error && "wasSent" in cause && cause.wasSent === false);
  return { kind: wasSent ? "unclear" : "not-sent" };
}

function refusalOf(refusal: GrammyError): CallFailure {
  const { error_code: code } = refusal;
  if (code === TOO_MANY_REQUESTS) {
    return { kind: "retry-after", waitMs: retryAfterMs(refusal) ?? DEFAULT_WAIT_MS };
  }
  // The token is no longer valid: the operator may replace it in time.
  const isTokenRefused = code === UNAUTHORIZED || code === NOT_FOUND;
  // From a proxy: it says nothing about the call, whatever its status.
  const isNotRefused = refusal.description === NOT_JSON || code >= FIRST_INTERNAL_ERROR;
  return { kind: isTokenRefused || isNotRefused ? "not-sent" : "refused" };
}

/** The wait that Telegram asks for; a proxy in between may send anything. */
export function retryAfterMs({ parameters }: GrammyError): number | undefined {
  const requested: unknown = parameters.retry_after;
  if (typeof requested !== "number" && typeof requested !== "string") return undefined;
  const seconds = Number(requested);
  return seconds >= 1 ? seconds * 1000 : undefined;
}
