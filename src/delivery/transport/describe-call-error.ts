import { GrammyError, HttpError } from "grammy";
import { describeError } from "../../logging/describe-error.ts";
import { OddAnswer } from "./odd-answer.ts";

/** As `describeError`, for what may be grammY's: its errors hold the token and the update. */
export function describeCallError(error: unknown): string {
  if (error instanceof GrammyError) {
    return `${error.method}: ${error.error_code} ${error.description}`;
  }
  const odd = oddAnswerIn(error);
  if (odd !== undefined) return odd.message;
  return error instanceof HttpError
    ? `network: ${describeCallError(error.error)}`
    : describeError(error);
}

/** Ours, or one that grammY has wrapped. */
export function oddAnswerIn(error: unknown): OddAnswer | undefined {
  const cause = error instanceof HttpError ? error.error : error;
  return cause instanceof OddAnswer ? cause : undefined;
}
