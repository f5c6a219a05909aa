import { expect, test } from "vitest";
import { badRequest, openBotApi } from "../support/open-bot-api.ts";

const NOT_MODIFIED =
  "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message";
const KEYBOARD = { inline_keyboard: [[{ text: "more", callback_data: "more" }]] };

async function openSentMessage() {
  const open = await openBotApi();
  const entities = [{ type: "bold", offset: 0, length: 2 }];
  await open.send({ text: "hi", entities, reply_markup: KEYBOARD });
  const message_id = open.user.messages().at(-1)?.message_id ?? 0;
  return {
    ...open,
    entities,
    last: () => open.user.messages().at(-1),
    edit: (payload: object, method = "editMessageText") =>
      open.call(method, { chat_id: open.user.chat.id, message_id, ...payload }),
  };
}

test("an edit replaces text, entities and keyboard", async () => {
  const { edit, last } = await openSentMessage();
  expect(await edit({ text: "ho" })).toMatchObject({ ok: true, result: { text: "ho" } });
  expect(last()).toMatchObject({ text: "ho" });
  expect(last()).toHaveProperty("edit_date");
  expect(last()).not.toHaveProperty("entities");
  expect(last()).not.toHaveProperty("reply_markup");
});

test("an identical edit is refused", async () => {
  const { edit, entities } = await openSentMessage();
  const same = { text: " hi ", entities: [{ ...entities[0], offset: 1 }], reply_markup: KEYBOARD };
  expect(await edit(same)).toEqual(badRequest(NOT_MODIFIED));
});

test("the same edit is refused the second time", async () => {
  const { edit } = await openSentMessage();
  expect(await edit({ text: "ho" })).toMatchObject({ ok: true });
  expect(await edit({ text: "ho" })).toEqual(badRequest(NOT_MODIFIED));
});

test("a keyboard is replaced and removed without changing the text", async () => {
  const { edit, last } = await openSentMessage();
  expect(await edit({ reply_markup: KEYBOARD }, "editMessageReplyMarkup")).toEqual(
    badRequest(NOT_MODIFIED),
  );
  expect(await edit({}, "editMessageReplyMarkup")).toMatchObject({ ok: true });
  expect(last()).toMatchObject({ text: "hi", entities: [{ type: "bold" }] });
  expect(last()).not.toHaveProperty("reply_markup");
});

test.each([
  ["text that is too long", { text: "a".repeat(4097) }, "message is too long"],
  ["no text", {}, "message text is empty"],
  ["a message that is not there", { message_id: 999, text: "ho" }, "message to edit not found"],
  [
    "an inline message that is not there",
    { inline_message_id: "x", text: "ho" },
    "MESSAGE_ID_INVALID",
  ],
])("an edit with %s is refused", async (_what, payload, reason) => {
  const { edit } = await openSentMessage();
  expect(await edit(payload)).toEqual(badRequest(reason));
});

test("a bot cannot edit a user's message", async () => {
  const { call, user } = await openBotApi();
  const { message_id } = user.say("hi");
  const answer = await call("editMessageText", { chat_id: user.chat.id, message_id, text: "ho" });
  expect(answer).toEqual(badRequest("message can't be edited"));
});

test("a user's edit reaches the bot", async () => {
  const { user, api } = await openBotApi();
  const { message_id } = user.say("hi");
  user.edit(message_id, "ho");
  expect(api.pending().at(-1)?.edited_message).toMatchObject({ message_id, text: "ho" });
});
