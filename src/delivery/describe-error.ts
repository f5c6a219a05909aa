import { relative } from "node:path";
import { GrammyError, HttpError } from "grammy";
import { OddAnswer } from "./odd-answer.ts";

/**
 * An error in words that are safe to log: what kind it is and where it happened. grammY's errors hold
 * the token and the update, and any message may quote what the reader wrote, so messages stay out.
 */
export function describeError(error: unknown): string {
  if (error instanceof GrammyError) {
    return `${error.method}: ${error.error_code} ${error.description}`;
  }
  const odd = oddAnswerIn(error);
  if (odd !== undefined) return odd.message;
  if (error instanceof HttpError) return `network: ${describeError(error.error)}`;
  if (!(error instanceof Error)) return `a ${typeof error} was thrown`;

  const code = codeOf(error) ?? error.name;
  const place = placeOf(error.stack ?? "");
  return place === undefined ? code : `${code} at ${place}`;
}

/** Ours, or one that grammY has wrapped. */
export function oddAnswerIn(error: unknown): OddAnswer | undefined {
  const cause = error instanceof HttpError ? error.error : error;
  return cause instanceof OddAnswer ? cause : undefined;
}

/** `ECONNREFUSED` and the like: node's own, or what node-fetch makes of it. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ("code" in error && typeof error.code === "string") return error.code;
  return "type" in error && typeof error.type === "string" ? error.type : undefined;
}

const FRAME = /^\s+at\b.*?(?:file:\/\/|[( ])(?<file>\/[^():]+):(?<line>\d+):\d+\)?$/u;

/** The first frame in code of our own. */
function placeOf(stack: string): string | undefined {
  const own = stack
    .split("\n")
    .find((line) => FRAME.test(line) && !line.includes("/node_modules/"));
  const { file, line } = FRAME.exec(own ?? "")?.groups ?? {};
  return file === undefined ? undefined : `${relative(process.cwd(), file)}:${line}`;
}
