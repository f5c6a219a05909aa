import { expect, test } from "vitest";
import { badRequest, openBotApi } from "../support/open-bot-api.ts";

const TEXT_BUTTON =
  "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard";

test.each([
  ["no text", { text: "", callback_data: "a" }, "inline keyboard button text must be non-empty"],
  [
    "a missing text",
    { callback_data: "a" },
    `can't parse inline keyboard button: Can't find field "text"`,
  ],
  ["no action", { text: "ok" }, TEXT_BUTTON],
  ["empty data", { text: "ok", callback_data: "" }, TEXT_BUTTON],
  ["65 bytes of data", { text: "ok", callback_data: "a".repeat(65) }, "BUTTON_DATA_INVALID"],
  ["33 Cyrillic letters", { text: "ok", callback_data: "я".repeat(33) }, "BUTTON_DATA_INVALID"],
  [
    "two actions",
    { text: "ok", callback_data: "a", url: "https://example.org" },
    'button "ok" has several actions: url, callback_data',
  ],
  [
    "no address",
    { text: "ok", url: "nonsense" },
    "inline keyboard button URL 'nonsense' is invalid: Wrong HTTP URL",
  ],
  [
    "another scheme",
    { text: "ok", url: "ftp://example.org" },
    "inline keyboard button URL 'ftp://example.org' is invalid: Unsupported URL protocol",
  ],
  [
    "an app over http",
    { text: "ok", web_app: { url: "http://example.org" } },
    "inline keyboard button Web App URL 'http://example.org' is invalid: Only HTTPS links are allowed",
  ],
  ["nothing to copy", { text: "ok", copy_text: { text: "" } }, "BUTTON_COPY_TEXT_INVALID"],
  ["257 to copy", { text: "ok", copy_text: { text: "a".repeat(257) } }, "BUTTON_COPY_TEXT_INVALID"],
])("a button with %s is refused", async (_what, button, reason) => {
  const { send } = await openBotApi();
  const answer = await send({ text: "hi", reply_markup: { inline_keyboard: [[button]] } });
  expect(answer).toEqual(badRequest(reason));
});

test.each([
  { text: "ok", callback_data: "я".repeat(32) },
  { text: "ok", url: "https://example.org/" },
  { text: "ok", copy_text: { text: "a".repeat(256) } },
  { text: "ok", web_app: { url: "https://example.org/desk/" } },
  { text: "ok", switch_inline_query: "" },
  { text: "ok", switch_inline_query_current_chat: "more" },
])("the button %j is kept", async (button) => {
  const { send, user } = await openBotApi();
  await send({ text: "hi", reply_markup: { inline_keyboard: [[button]] } });
  expect(user.messages().at(-1)?.reply_markup).toEqual({ inline_keyboard: [[button]] });
});

test("an app is opened in private chats only", async () => {
  const { api, call, user } = await openBotApi();
  const group = api.createGroup();
  api.simulateUser(user.account, group).addBot();
  const button = { text: "ok", web_app: { url: "https://example.org/desk/" } };
  const reply_markup = { inline_keyboard: [[button]] };
  const answer = await call("sendMessage", { chat_id: group.chat.id, text: "hi", reply_markup });
  expect(answer).toEqual(badRequest("BUTTON_TYPE_INVALID"));
});

test("a keyboard has at most 100 buttons", async () => {
  const { send } = await openBotApi();
  const row = Array.from({ length: 101 }, () => ({ text: "ok", callback_data: "a" }));
  const answer = await send({ text: "hi", reply_markup: { inline_keyboard: [row] } });
  expect(answer).toEqual(badRequest("REPLY_MARKUP_TOO_LONG"));
});

test("a keyboard that is not a list is refused", async () => {
  const { send } = await openBotApi();
  const answer = await send({ text: "hi", reply_markup: { inline_keyboard: "bad" } });
  expect(answer).toEqual(badRequest('field "inline_keyboard" must be of type Array'));
});

test("an empty keyboard is no keyboard", async () => {
  const { send, user } = await openBotApi();
  await send({ text: "hi", reply_markup: { inline_keyboard: [[]] } });
  expect(user.messages().at(-1)).not.toHaveProperty("reply_markup");
});
