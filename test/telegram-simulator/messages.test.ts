import { expect, test } from "vitest";
import { badRequest, openBotApi, refused } from "../support/open-bot-api.ts";

test.each([
  ["no text", {}, "message text is empty"],
  ["an empty text", { text: "" }, "message text is empty"],
  ["blanks only", { text: " \n\t " }, "text must be non-empty"],
  ["4097 characters", { text: "a".repeat(4097) }, "message is too long"],
  ["2049 characters outside the BMP", { text: "𝐚".repeat(2049) }, "message is too long"],
  ["more than 32 kB of blanks", { text: `a${" ".repeat(32_768)}` }, "text is too long"],
  ["half a surrogate pair", { text: "\ud83d" }, "text must be encoded in UTF-8"],
  [
    "a parse mode",
    { text: "hi", parse_mode: "HTML" },
    "parse_mode is not supported by the simulator: send entities",
  ],
  ["a text that is not a string", { text: ["hi"] }, 'field "text" must be of type String'],
])("a message with %s is refused", async (_what, payload, reason) => {
  const { send } = await openBotApi();
  expect(await send(payload)).toEqual(badRequest(reason));
});

test.each([
  ["4096 characters", "a".repeat(4096)],
  ["4096 characters and blanks around them", `\n ${"a".repeat(4096)} \n`],
])("a message of %s is sent", async (_what, text) => {
  const { send, user } = await openBotApi();
  expect((await send({ text })).ok).toBe(true);
  expect(user.messages().at(-1)?.text).toHaveLength(4096);
});

test("control characters are removed", async () => {
  const { send, user } = await openBotApi();
  await send({ text: "a\tb\u0000c\r\nd\u202Ee" });
  expect(user.messages().at(-1)?.text).toBe("a b c\nde");
});

test.each([
  ["nobody's", 42, "chat not found"],
  ["a person's username", "@ann", "chat not found"],
  ["an empty", "", "chat_id is empty"],
])("%s chat id is refused", async (_whose, chatId, reason) => {
  const { call } = await openBotApi();
  expect(await call("sendMessage", { chat_id: chatId, text: "hi" })).toEqual(badRequest(reason));
});

test("a public group is reached by its username", async () => {
  const { api, call } = await openBotApi();
  const group = api.createGroup({ username: "readers" });
  await call("sendMessage", { chat_id: "@readers", text: "hi" });
  expect([...group.messages.values()].at(-1)?.text).toBe("hi");
});

test("numbers may come as text", async () => {
  const { call, user } = await openBotApi();
  await call("sendMessage", { chat_id: String(user.chat.id), text: 12 });
  expect(user.messages().at(-1)?.text).toBe("12");
});

test("a bot cannot write first", async () => {
  const { api, call } = await openBotApi();
  const stranger = api.simulateUser(api.createUser());
  const answer = await call("sendMessage", { chat_id: stranger.chat.id, text: "hi" });
  expect(answer).toEqual(refused("Forbidden: bot can't initiate conversation with a user", 403));
});

test("the returned message is as stored in the chat", async () => {
  const { api, send, user } = await openBotApi();
  const answer = await send({ text: "hi", link_preview_options: { is_disabled: true } });
  expect(answer.result).toEqual(user.messages().at(-1));
  expect(answer.result).toMatchObject({
    text: "hi",
    from: { id: api.bot.id },
    chat: user.chat,
    link_preview_options: { is_disabled: true },
  });
});

test.each([
  ["deleteMessage", { message_id: 999 }, "message to delete not found"],
  ["setMessageReaction", { message_id: 999 }, "message to react not found"],
  ["sendChatAction", { action: "sleeping" }, "wrong parameter action in request"],
  ["editMessageText", { text: "hi" }, "message identifier is not specified"],
])("%s refuses %j", async (method, payload, reason) => {
  const { call, user } = await openBotApi();
  expect(await call(method, { chat_id: user.chat.id, ...payload })).toEqual(badRequest(reason));
});

test("a deleted message is gone", async () => {
  const { call, send, user } = await openBotApi();
  await send({ text: "hi" });
  const [message] = user.messages().slice(-1);
  await call("deleteMessage", { chat_id: user.chat.id, message_id: message?.message_id });
  expect(user.messages()).not.toContain(message);
});

test("in a group a bot deletes only its own messages", async () => {
  const { api, call, user } = await openBotApi();
  const group = api.createGroup();
  const { message_id } = api.simulateUser(user.account, group).say("hi");
  const answer = await call("deleteMessage", { chat_id: group.chat.id, message_id });
  expect(answer).toEqual(badRequest("message can't be deleted"));
});

test.each([
  [[{ type: "emoji", emoji: "🦄" }], "REACTION_INVALID"],
  [
    [
      { type: "emoji", emoji: "👍" },
      { type: "emoji", emoji: "👎" },
    ],
    "REACTIONS_TOO_MANY",
  ],
])("the reaction %j is refused", async (reaction, reason) => {
  const { call, user } = await openBotApi();
  const { message_id } = user.say("hi");
  const wish = { chat_id: user.chat.id, message_id, reaction };
  expect(await call("setMessageReaction", wish)).toEqual(badRequest(reason));
});

test("a reaction is visible and can be removed", async () => {
  const { call, user } = await openBotApi();
  const { message_id } = user.say("hi");
  const wish = { chat_id: user.chat.id, message_id };
  await call("setMessageReaction", { ...wish, reaction: [{ type: "emoji", emoji: "👍" }] });
  expect(user.room.reactions.get(message_id)).toBe("👍");
  await call("setMessageReaction", wish);
  expect(user.room.reactions.size).toBe(0);
});
