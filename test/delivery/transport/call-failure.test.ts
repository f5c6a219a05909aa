import { GrammyError } from "grammy";
import { expect, test } from "vitest";
import { callFailureOf } from "../../../src/delivery/transport/call-failure.ts";
import { parseApiResponse } from "../../../src/delivery/transport/api-response.ts";

/** How sending a message fails if Telegram, or a proxy in front of it, responds like this. */
function failureOf(status: number, text: string) {
  const answer = parseApiResponse("sendMessage", { status, text });
  if (answer.ok) throw new Error("it was taken");
  return callFailureOf(new GrammyError("refused", answer, "sendMessage", {}));
}

const flood = (retryAfter: unknown) =>
  JSON.stringify({
    ok: false,
    error_code: 429,
    description: "Too Many Requests",
    parameters: { retry_after: retryAfter },
  });

test.each([
  [7, 7],
  ["7", 7],
  [0, 1],
  [-5, 1],
  ["soon", 1],
  [null, 1],
  [{}, 1],
])("after retry_after %j, a call waits for %i s", (retryAfter, seconds) => {
  expect(failureOf(429, flood(retryAfter))).toEqual({
    kind: "retry-after",
    waitMs: seconds * 1000,
  });
});

test.each([302, 400, 403, 404, 407, 408, 413, 502, 503])(
  "a page with status %i is not a refusal by Telegram: the call is retried",
  (status) => {
    expect(failureOf(status, "<html>Sign in</html>")).toEqual({ kind: "not-sent" });
  },
);

test.each([400, 403])("a refusal with code %i is final", (code) => {
  const text = JSON.stringify({ ok: false, error_code: code, description: "Bad Request" });
  expect(failureOf(code, text)).toEqual({ kind: "refused" });
});
