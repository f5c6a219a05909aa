import { GrammyError, HttpError } from "grammy";
import { describeError } from "../../logging/describe-error.ts";
import { MalformedResponse } from "./api-response.ts";

/** As `describeError`, for what may be grammY's: its errors hold the token and the update. */
export function describeCallError(error: unknown): string {
  if (error instanceof GrammyError) {
    return `${error.method}: ${error.error_code} ${error.description}`;
  }
  const odd = malformedResponseIn(error);
  if (odd !== undefined) return odd.message;
  return error instanceof HttpError
    ? `network: ${describeCallError(error.error)}`
    : describeError(error);
}

/** Ours, or one that grammY has wrapped. */
export function malformedResponseIn(error: unknown): MalformedResponse | undefined {
  const cause = error instanceof HttpError ? error.error : error;
  return cause instanceof MalformedResponse ? cause : undefined;
}
