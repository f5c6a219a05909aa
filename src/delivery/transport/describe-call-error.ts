import { GrammyError, HttpError } from "grammy";
import { describeError } from "../../logging/describe-error.ts";
import { MalformedResponse } from "./api-response.ts";

/** Like `describeError`, also for grammY's errors, which contain the token and the update. */
export function describeCallError(error: unknown): string {
  if (error instanceof GrammyError) {
    return `${error.method}: ${error.error_code} ${error.description}`;
  }
  const malformed = malformedResponseIn(error);
  if (malformed !== undefined) return malformed.message;
  return error instanceof HttpError
    ? `network: ${describeCallError(error.error)}`
    : describeError(error);
}

/** The error itself, or the one that grammY has wrapped. */
export function malformedResponseIn(error: unknown): MalformedResponse | undefined {
  const cause = error instanceof HttpError ? error.error : error;
  return cause instanceof MalformedResponse ? cause : undefined;
}
