import { GrammyError, HttpError } from "grammy";
import { NOT_JSON } from "./api-response.ts";

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
/** Where it is not said how long, or in no way that makes sense. */
const SOME_WAIT_MS = 1000;

/** How a call failed; `undefined` for what is no failure of a call but a bug. */
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
    return { kind: "told-to-wait", waitMs: retryAfterMs(refusal) ?? SOME_WAIT_MS };
  }
  // The token is not known any more: the operator may put in another one in time.
  const isOperatorsMatter = code === UNAUTHORIZED || code === NOT_FOUND;
  // Of a proxy's making: it says nothing of the call, whatever its status.
  const isNotTelegrams = refusal.description === NOT_JSON || code >= FIRST_INTERNAL_ERROR;
  return { kind: isOperatorsMatter || isNotTelegrams ? "not-sent" : "refused" };
}

/** The wait that Telegram asks for, in whole seconds; a proxy in between may write anything. */
export function retryAfterMs({ parameters }: GrammyError): number | undefined {
  const told: unknown = parameters.retry_after;
  if (typeof told !== "number" && typeof told !== "string") return undefined;
  const seconds = Number(told);
  return seconds >= 1 ? seconds * 1000 : undefined;
}
