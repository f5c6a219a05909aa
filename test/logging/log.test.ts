import { Bot, GrammyError, HttpError } from "grammy";
import { expect, test } from "vitest";
import { describeCallError } from "../../src/delivery/transport/describe-call-error.ts";
import { createLog, type Log } from "../../src/logging/log.ts";
import { createReadableLog } from "../../src/logging/log.ts";
import { redact } from "../../src/logging/log.ts";

const TOKEN = "123456789:AAE-a_token-in-the-right-form_0000000";

test.each([
  ["in a sentence", `the token ${TOKEN} is wrong`, "the token <token> is wrong"],
  ["in a path", `https://a.example/bot${TOKEN}/getMe`, "https://a.example/bot<token>/getMe"],
  ["percent-encoded", TOKEN.replace(":", "%3A"), "<token>"],
])("a token %s is redacted", (_name, text, expected) => {
  expect(redact(text)).toBe(expected);
});

test("the configured token is redacted whatever its form", () => {
  expect(redact("it is s3cret!", "s3cret!")).toBe("it is <token>");
});

test("times and counts are left alone", () => {
  expect(redact("2026-02-03T10:20:30Z update=100000001: done")).toContain("100000001: done");
});

type CreateLog = typeof createLog;

function lines(create: CreateLog): { readonly log: Log; readonly written: string[] } {
  const written: string[] = [];
  const write = (line: string) => void written.push(line);
  return { log: create({ token: TOKEN, write, now: () => new Date(0) }), written };
}

test("an event is one line of JSON", () => {
  const { log, written } = lines(createLog);
  log("answered", { update: 17, kind: "points", chat: undefined });
  log("no %s, no\nbreaks", { error: "sendMessage: 400" });
  expect(written).toEqual([
    '{"level":"info","time":"1970-01-01T00:00:00.000Z","update":17,"kind":"points","msg":"answered"}\n',
    '{"level":"warn","time":"1970-01-01T00:00:00.000Z","error":"sendMessage: 400","msg":"no %s, no\\nbreaks"}\n',
  ]);
});

test("on a terminal an event is one readable line", () => {
  const { log, written } = lines(createReadableLog);
  log("the answer failed", { update: 17, error: "sendMessage: 400", chat: undefined });
  log("no\nbreaks");
  expect(written).toEqual([
    '1970-01-01T00:00:00Z the answer failed update=17 error="sendMessage: 400"\n',
    "1970-01-01T00:00:00Z no breaks\n",
  ]);
});

test.each([
  ["JSON", createLog],
  ["a readable line", createReadableLog],
])("as %s it contains no token, wherever one occurs", (_name, create) => {
  const { log, written } = lines(create);
  log(`no ${TOKEN}`, { at: `https://a.example/bot${TOKEN}/getMe`, [TOKEN]: "name" });
  expect(written.join("")).not.toContain(TOKEN);
  expect(written.join("")).toContain("<token>");
});

test("an error is described by its kind and place, without its message", () => {
  const described = describeCallError(new TypeError("the reader asked: who?"));
  expect(described).toMatch(/^TypeError at test\/logging\/log\.test\.ts:\d+$/u);
});

test("errors of the Bot API and the network are described by their codes", async () => {
  const refusal = { ok: false, error_code: 403, description: "Forbidden: no" } as const;
  expect(describeCallError(new GrammyError("failed", refusal, "sendMessage", {}))).toBe(
    "sendMessage: 403 Forbidden: no",
  );

  const bot = new Bot(TOKEN, { client: { apiRoot: "http://127.0.0.1:1" } });
  const error: unknown = await bot.api.getMe().catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(HttpError);
  expect(describeCallError(error)).toBe("network: ECONNREFUSED");
});

test("a thrown value that is not an error is described by its type", () => {
  expect(describeCallError("who?")).toBe("a string was thrown");
});

test.each<[string, CreateLog]>([
  ["a line of JSON", createLog],
  ["a readable line", createReadableLog],
])("nothing in %s controls the terminal", (_what, create) => {
  const { log, written } = lines(create);
  const hostile = "\u001b[31m \u009b2J \u007f \u202eb.md \u0000";
  log(`${hostile} was read`, { error: hostile });
  expect(written).toHaveLength(1);
  expect(written[0]?.trimEnd()).not.toMatch(/[\p{Cc}\u202e]/u);
  expect(written[0]).toContain(String.raw`\u001b[31m \u009b2J \u007f \u202eb.md \u0000`);
});
