import { Api, GrammyError, HttpError } from "grammy";
import { expect, onTestFinished, test } from "vitest";
import { installApiPolicy } from "../../../src/delivery/transport/api-policy.ts";
import { describeCallError } from "../../../src/delivery/transport/describe-call-error.ts";
import type { Fault } from "../../../src/telegram-simulator/server/faults.ts";
import { startTelegramSimulator } from "../../../src/telegram-simulator/telegram-simulator.ts";

/** An API with the policy installed, and a chat that it may write to. */
async function openApi({ callTimeoutMs = 8000 } = {}) {
  const telegram = await startTelegramSimulator();
  onTestFinished(telegram.close);
  const logged: string[] = [];
  const api = new Api(telegram.token, { apiRoot: telegram.url });
  const log = (sentence: string) => void logged.push(sentence);
  installApiPolicy(api, { log, observe: () => {}, timeoutMs: callTimeoutMs });
  const user = telegram.simulateUser(telegram.createUser());
  user.say("hello");
  const answers = () => user.messages().slice(1);
  return { telegram, api, chat: user.chat.id, answers, logged };
}

const reject = (work: Promise<unknown>) =>
  work.then(
    () => "it went well",
    (reason: unknown) => reason,
  );

const passing: [string, Fault][] = [
  ["a page from a proxy", { kind: "html", status: 502 }],
  ["a reset", { kind: "reset-before" }],
  ["a reset after it was done", { kind: "reset-after" }],
  ["a reply cut short", { kind: "truncated" }],
  ["an internal error", { kind: "refusal", code: 500, description: "Internal Server Error" }],
  ["a wait that it asks for", { kind: "too-many-requests", retryAfterS: 1 }],
];

test.each(passing)(
  "after %s the call is not retried here: that is up to the outbox",
  async (_name, fault) => {
    const { telegram, api, chat } = await openApi();
    telegram.fail("sendMessage", fault);
    expect(await reject(api.sendMessage(chat, "once"))).toBeInstanceOf(Error);
    expect(telegram.calls("sendMessage")).toHaveLength(1);
  },
);

test("a call that gets no answer times out and is not repeated", async () => {
  const { telegram, api } = await openApi({ callTimeoutMs: 50 });
  telegram.fail("getMe", { kind: "no-answer" });
  expect(await reject(api.getMe())).toBeInstanceOf(HttpError);
  expect(telegram.calls("getMe")).toHaveLength(1);
});

test("a poll may take longer than other calls", async () => {
  const { telegram, api } = await openApi({ callTimeoutMs: 50 });
  telegram.fail("getUpdates", { kind: "slow", delayMs: 150 });
  expect(await api.getUpdates({ offset: 1, timeout: 1 })).toHaveLength(1);
});

test("an edit that changes nothing counts as done", async () => {
  const { api, chat } = await openApi();
  const { message_id: id } = await api.sendMessage(chat, "the same");
  expect(await api.editMessageText(chat, id, "the same")).toBe(true);
});

test("answering an old button press counts as done", async () => {
  const { api } = await openApi();
  expect(await api.answerCallbackQuery("long ago")).toBe(true);
});

test("a message to a group that became a supergroup is sent to the new one, once", async () => {
  const { telegram, api } = await openApi();
  const group = telegram.createGroup({ type: "group" });
  const supergroup = telegram.createGroup();
  group.access = "migrated";
  group.migratedTo = supergroup.chat.id;
  const message = await api.sendMessage(group.chat.id, "moved");
  expect(message.chat.id).toBe(supergroup.chat.id);
  expect(telegram.calls("sendMessage")).toHaveLength(2);
});

test("a message with broken entities is sent as plain text and logged as a bug", async () => {
  const { api, chat, answers, logged } = await openApi();
  await api.sendMessage(chat, "short", { entities: [{ type: "bold", offset: 0, length: 99 }] });
  expect(answers()[0]).toMatchObject({ text: "short" });
  expect(answers()[0]).not.toHaveProperty("entities");
  expect(logged).toEqual(["a reply had broken entities and was sent plain: this is a bug"]);
});

test("other refusals reach the handler, without the token", async () => {
  const { telegram, api, chat } = await openApi();
  telegram.fail("sendMessage", { kind: "refusal", code: 403, description: "Forbidden: blocked" });
  const error = await reject(api.sendMessage(chat, "hello"));
  expect(error).toBeInstanceOf(GrammyError);
  expect(describeCallError(error)).toBe("sendMessage: 403 Forbidden: blocked");
});
