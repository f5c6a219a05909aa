import type { ApiResponse } from "grammy/types";

/** Telegram, or a proxy in front of it, sent an invalid response. */
export class MalformedResponse extends Error {
  /** A code like those of other network errors. It is a metric's label, so it must not change. */
  readonly code = "ODD_ANSWER";

  /** The message is safe to log: it does not quote the answer. */
  constructor(method: string, what: string) {
    super(`${method}: ${what}`);
  }
}

/** The description of a refusal that comes from a proxy, not from Telegram. */
export const NOT_JSON = "a page instead of JSON";

/** Parses the Bot API's answer to a call. A proxy's page is not one, nor is any other JSON. */
export function parseApiResponse(
  method: string,
  { text, status }: { readonly text: string; readonly status: number },
): ApiResponse<never> {
  const answer = parse(text);
  if (isApiAnswer(answer)) return answer;
  if (status >= 200 && status < 300) throw new MalformedResponse(method, "not a Bot API response");
  // A proxy reports a failure; its page helps nobody and may be long.
  return { ok: false, error_code: status, description: NOT_JSON };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isApiAnswer(answer: unknown): answer is ApiResponse<never> {
  if (typeof answer !== "object" || answer === null || !("ok" in answer)) return false;
  if (answer.ok === true) return "result" in answer;
  return (
    answer.ok === false &&
    "error_code" in answer &&
    typeof answer.error_code === "number" &&
    "description" in answer &&
    typeof answer.description === "string"
  );
}
