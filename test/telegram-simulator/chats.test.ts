import { expect, test } from "vitest";
import { badRequest, openBotApi, refused } from "../support/open-bot-api.ts";

async function openGroup(type: "group" | "supergroup" = "supergroup") {
  const open = await openBotApi();
  const group = open.api.createGroup({ type });
  return {
    ...open,
    group,
    member: open.api.simulateUser(open.api.createUser({ first_name: "Ben" }), group),
    sendToGroup: (payload: object = {}) =>
      open.call("sendMessage", { chat_id: group.chat.id, text: "hi", ...payload }),
    lastUpdate: () => open.api.pending().at(-1),
  };
}

test("a blocked bot cannot write", async () => {
  const { user, send, api } = await openBotApi();
  user.blockBot();
  expect(api.pending().at(-1)?.my_chat_member?.new_chat_member.status).toBe("kicked");
  expect(await send({ text: "hi" })).toEqual(
    refused("Forbidden: bot was blocked by the user", 403),
  );
  user.unblockBot();
  expect(await send({ text: "hi" })).toMatchObject({ ok: true });
});

test("a bot cannot write to a deleted account", async () => {
  const { user, send } = await openBotApi();
  user.deleteAccount();
  expect(await send({ text: "hi" })).toEqual(refused("Forbidden: user is deactivated", 403));
});

test.each(["group", "supergroup"] as const)(
  "a bot that was kicked from a %s cannot write",
  async (type) => {
    const { member, sendToGroup } = await openGroup(type);
    member.removeBot();
    expect(await sendToGroup()).toEqual(
      refused(`Forbidden: bot was kicked from the ${type} chat`, 403),
    );
    member.addBot();
    expect(await sendToGroup()).toMatchObject({ ok: true });
  },
);

test("a bot that left cannot write", async () => {
  const { call, group, sendToGroup } = await openGroup();
  expect(await call("leaveChat", { chat_id: group.chat.id })).toMatchObject({ ok: true });
  expect(await sendToGroup()).toEqual(
    refused("Forbidden: bot is not a member of the supergroup chat", 403),
  );
});

test("a group that became a supergroup returns its new id", async () => {
  const { member, sendToGroup, api, call } = await openGroup("group");
  const { chat } = member.migrate();
  expect(api.pending().map(({ message }) => message)).toMatchObject([
    { migrate_to_chat_id: chat.id },
    { chat: { id: chat.id }, migrate_from_chat_id: member.chat.id },
  ]);
  expect(await sendToGroup()).toEqual({
    ...badRequest("group chat was upgraded to a supergroup chat"),
    parameters: { migrate_to_chat_id: chat.id },
  });
  expect(await call("sendMessage", { chat_id: chat.id, text: "hi" })).toMatchObject({ ok: true });
});

test.each([
  ["talk", "hello everybody", false],
  ["a command", "/ask who?", true],
  ["a command to this bot", "/ask@ask_the_article_bot who?", true],
  ["a command to another bot", "/ask@other_bot who?", false],
  ["a mention", "who, @ask_the_article_bot?", true],
  ["another mention", "who, @ask_the_article_bot_2?", false],
])("in privacy mode %s reaches the bot: %j, %s", async (_what, text, isSeen) => {
  const { member, api } = await openGroup();
  member.say(text);
  expect(api.pending()).toHaveLength(isSeen ? 1 : 0);
});

test("in privacy mode a reply to the bot reaches it, a reply to others does not", async () => {
  const { member, api, sendToGroup } = await openGroup();
  await sendToGroup();
  const [ofBot] = member.messages().slice(-1);
  member.say("to the bot", { ...(ofBot && { replyTo: ofBot }) });
  member.say("to a member", { replyTo: member.say("talk") });
  expect(api.pending().map(({ message }) => message?.text)).toEqual(["to the bot"]);
});

test("a command without a name goes to the bot that wrote last", async () => {
  const { api, member, group } = await openGroup();
  api.simulateUser(api.createUser({ is_bot: true, username: "other_bot" }), group).say("I am here");
  member.say("/ask who?");
  expect(api.pending()).toHaveLength(0);
});

test("without privacy mode a bot sees everything but other bots", async () => {
  const { api, user } = await openBotApi({ bot: { can_read_all_group_messages: true } });
  const group = api.createGroup();
  api.simulateUser(user.account, group).say("talk");
  api.simulateUser(api.createUser({ is_bot: true }), group).say("/ask who?");
  expect(api.pending().map(({ message }) => message?.text)).toEqual(["talk"]);
});

test("an edit in a group reaches the bot only where the message would", async () => {
  const { api, member } = await openGroup();
  const { message_id } = member.say("talk");
  member.edit(message_id, "more talk");
  expect(api.pending()).toHaveLength(0);
});

test("a bot added to a group gets an update", async () => {
  const { member, api } = await openGroup();
  member.removeBot();
  member.addBot();
  expect(api.pending().slice(-2)).toMatchObject([
    {
      my_chat_member: {
        old_chat_member: { status: "kicked" },
        new_chat_member: { status: "member" },
      },
    },
    { message: { new_chat_members: [{ id: api.bot.id }] } },
  ]);
});

test.each([
  ["sticker", undefined],
  ["voice", undefined],
  ["photo", "look at /this"],
  ["location", undefined],
] as const)("a reader sends a %s with the caption %j", async (kind, caption) => {
  const { user, api } = await openBotApi();
  user.send(kind, caption);
  expect(api.pending().at(-1)?.message).toHaveProperty(kind);
  expect(api.pending().at(-1)?.message?.caption).toBe(caption);
});

test("a deep link sends its parameter", async () => {
  const { user, api } = await openBotApi();
  user.start("xi-moscow-visit_visit-dates");
  expect(api.pending().at(-1)?.message).toMatchObject({
    text: "/start xi-moscow-visit_visit-dates",
    entities: [{ type: "bot_command", offset: 0, length: 6 }],
  });
});

test.each(["", "a b", "ä", "a".repeat(65)])("a deep link cannot carry %j", async (parameter) => {
  const { user } = await openBotApi();
  expect(() => user.start(parameter)).toThrow("cannot be in a link");
});

test("members differ from other users", async () => {
  const { call, group, member, user } = await openGroup();
  const chat_id = group.chat.id;
  const status = async (user_id: number) => call("getChatMember", { chat_id, user_id });
  expect(await status(member.account.id)).toMatchObject({ result: { status: "member" } });
  expect(await status(user.account.id)).toMatchObject({ result: { status: "left" } });
  expect(await status(42)).toEqual(badRequest("user not found"));
  expect(await call("getChatMemberCount", { chat_id })).toMatchObject({ result: 2 });
  expect(await call("getChat", { chat_id })).toMatchObject({ result: { title: "Readers" } });
});

test("in a forum a bot can write to an existing topic", async () => {
  const { member, sendToGroup, api } = await openGroup();
  member.say("/ask a thing", { topic: 7 });
  expect(api.pending().at(-1)?.message).toMatchObject({
    message_thread_id: 7,
    is_topic_message: true,
  });
  expect(await sendToGroup({ message_thread_id: 7 })).toMatchObject({
    result: { message_thread_id: 7, is_topic_message: true },
  });
  expect(await sendToGroup({ message_thread_id: 8 })).toEqual(
    badRequest("message thread not found"),
  );
});

test("a reply without a topic goes to the topic of the original", async () => {
  const { member, sendToGroup } = await openGroup();
  const { message_id } = member.say("/ask a thing", { topic: 7 });
  expect(await sendToGroup({ reply_parameters: { message_id } })).toMatchObject({
    result: { message_thread_id: 7, is_topic_message: true },
  });
});

test("nothing can be sent to a closed topic, not even a reply", async () => {
  const { member, sendToGroup } = await openGroup();
  const { message_id } = member.say("/ask a thing", { topic: 7 });
  member.closeTopic(7);
  for (const wish of [{ message_thread_id: 7 }, { reply_parameters: { message_id } }]) {
    expect(await sendToGroup(wish)).toEqual(badRequest("TOPIC_CLOSED"));
  }
  expect(await sendToGroup()).toMatchObject({ ok: true });
});

test("deleting a topic deletes its messages", async () => {
  const { member, sendToGroup } = await openGroup();
  const { message_id } = member.say("/ask a thing", { topic: 7 });
  member.deleteTopic(7);
  expect(await sendToGroup({ message_thread_id: 7 })).toEqual(
    badRequest("message thread not found"),
  );
  expect(await sendToGroup({ reply_parameters: { message_id } })).toEqual(
    badRequest("message to be replied not found"),
  );
});

test("a private chat has topics if the bot has them enabled", async () => {
  const without = await openBotApi();
  expect(() => without.user.say("hello", { topic: 7 })).toThrow("no topics in private chats");
  const { user, send } = await openBotApi({ bot: { has_topics_enabled: true } });
  user.say("hello", { topic: 7 });
  expect(await send({ text: "hi", message_thread_id: 7 })).toMatchObject({
    result: { message_thread_id: 7, is_topic_message: true },
  });
});

test("an album is one message per item, with one media_group_id", async () => {
  const { user, api } = await openBotApi();
  user.sendAlbum([undefined, "look", undefined]);
  const parts = api.pending().map(({ message }) => message);
  expect(parts.map((part) => part?.caption)).toEqual([undefined, "look", undefined]);
  expect(new Set(parts.map((part) => part?.media_group_id)).size).toBe(1);
  expect(() => user.sendAlbum(["alone"])).toThrow("2 to 10 items");
  expect(() => user.sendAlbum(["a", "b"], { kind: "sticker" })).toThrow("cannot be in an album");
});
