import { expect, test } from "vitest";
import { badRequest, openBotApi } from "../support/open-bot-api.ts";

const TOO_OLD = "query is too old and response timeout expired or query ID is invalid";
const A_MINUTE_MS = 60_000;

async function openPressed(options = {}) {
  const open = await openBotApi(options);
  const keyboard = [
    [
      { text: "more", callback_data: "m:1" },
      { text: "site", url: "https://a.org/" },
    ],
  ];
  await open.send({ text: "hi", reply_markup: { inline_keyboard: keyboard } });
  const message_id = open.user.messages().at(-1)?.message_id ?? 0;
  const press = open.user.press(message_id, "more");
  return {
    ...open,
    message_id,
    answer: (payload: object = {}) =>
      open.call("answerCallbackQuery", { callback_query_id: press.id, ...payload }),
  };
}

test("a pressed button reaches the bot with its message", async () => {
  const { api, message_id, user } = await openPressed();
  expect(api.pending().at(-1)?.callback_query).toMatchObject({
    data: "m:1",
    from: { id: user.account.id },
    message: { message_id },
  });
});

test("the answer is shown as a toast", async () => {
  const { answer, user } = await openPressed();
  expect(await answer({ text: "Thanks", show_alert: true })).toEqual({ ok: true, result: true });
  expect(user.toasts()).toEqual([{ text: "Thanks", showAlert: true }]);
});

test.each([
  ["an unknown query", { callback_query_id: "x" }, TOO_OLD],
  ["201 characters", { text: "a".repeat(201) }, "MESSAGE_TOO_LONG"],
])("an answer to %s is refused", async (_what, payload, reason) => {
  const { answer } = await openPressed();
  expect(await answer(payload)).toEqual(badRequest(reason));
});

test("a late answer is refused", async () => {
  let now = Date.now();
  const { answer } = await openPressed({ now: () => now });
  now += A_MINUTE_MS;
  expect(await answer()).toEqual(badRequest(TOO_OLD));
});

test.each([
  ["less", 'there is no button "less" under this message, only: [more] [site]'],
  ["site", 'the button "site" has no callback data'],
])("the button %j cannot be pressed", async (label, complaint) => {
  const { user, message_id } = await openPressed();
  expect(() => user.press(message_id, label)).toThrow(complaint);
});
