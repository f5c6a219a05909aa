import type { ApiResponse } from "grammy/types";

/** Telegram, or what stands in its place, answered in a way that it never does. */
export class MalformedResponse extends Error {
  /** As other failures on the way have one. */
  readonly code = "ODD_ANSWER";

  /** The message is safe to log: it quotes nothing of the answer. */
  constructor(method: string, what: string) {
    super(`${method}: ${what}`);
  }
}

/** In the place of Telegram's words where a proxy has answered. */
export const NOT_JSON = "a page instead of JSON";

/** The Bot API's answer to a call. A proxy's page is none, nor is JSON in another form. */
export function parseApiResponse(
  method: string,
  { text, status }: { readonly text: string; readonly status: number },
): ApiResponse<never> {
  const answer = parse(text);
  if (isApiAnswer(answer)) return answer;
  if (status >= 200 && status < 300)
    throw new MalformedResponse(method, "no answer of the Bot API");
  // A proxy says that it failed; its page helps nobody, and may be long.
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
