import { expect, test } from "vitest";
import { openBotApi, type OpenBotApi } from "../support/open-bot-api.ts";

const LINK = [{ type: "text_link" as const, offset: 0, length: 4, url: "https://a.example/b" }];

/** A channel with a discussion group, and a member of it. */
async function openDiscussion({ seesAll = true, hasBot = false } = {}) {
  const opened = await openBotApi({ bot: { can_read_all_group_messages: seesAll } });
  const { api, user } = opened;
  const group = api.createGroup({ title: "Comments" });
  const channel = api.createChannel({ title: "Packet", discussion: group, hasBot });
  return { ...opened, channel, ann: api.simulateUser(user.account, group) };
}

const pendingOf = ({ api }: OpenBotApi) =>
  api.pending().map(({ update_id: _id, ...content }) => content);

test("a post is a message of the discussion group, by Telegram on behalf of the channel", async () => {
  const opened = await openDiscussion();
  const { channel } = opened;
  const post = channel.post("Ferry is back", { entities: LINK });
  expect(pendingOf(opened)).toEqual([
    {
      message: {
        ...channel.inDiscussion(post.message_id),
        from: { id: 777_000, is_bot: false, first_name: "Telegram" },
        sender_chat: channel.chat,
        is_automatic_forward: true,
        forward_origin: {
          type: "channel",
          chat: channel.chat,
          message_id: post.message_id,
          date: post.date,
        },
        text: "Ferry is back",
        entities: LINK,
      },
    },
  ]);
});

test("a bot in privacy mode sees no post, and a comment on it only if it is addressed", async () => {
  const opened = await openDiscussion({ seesAll: false });
  const { channel, ann } = opened;
  const post = channel.inDiscussion(channel.post("Ferry is back").message_id);
  ann.say("Good news", { replyTo: post });
  expect(pendingOf(opened)).toEqual([]);
  ann.say("@ask_the_article_bot when?", { replyTo: post });
  expect(pendingOf(opened)).toMatchObject([
    { message: { reply_to_message: { message_id: post.message_id, text: "Ferry is back" } } },
  ]);
});

test("comments and answers to them are the thread of the post", async () => {
  const { channel, ann, call } = await openDiscussion();
  const post = channel.inDiscussion(channel.post("Ferry is back").message_id);
  const first = ann.say("Good news", { replyTo: post });
  const second = ann.say("When?", { replyTo: first });
  await call("sendMessage", {
    chat_id: ann.chat.id,
    text: "At eight",
    reply_parameters: { message_id: second.message_id },
  });
  for (const message of ann.messages().slice(-3)) {
    expect(message.message_thread_id).toBe(post.message_id);
    expect(message).not.toHaveProperty("is_topic_message");
  }
});

test("an edited post is edited in the discussion group, and both are told", async () => {
  const opened = await openDiscussion({ hasBot: true });
  const { channel } = opened;
  const post = channel.post("Ferry is back", { entities: LINK });
  channel.edit(post.message_id, "Ferry is late");
  const { message_id } = channel.inDiscussion(post.message_id);
  const [, , edit, edited] = pendingOf(opened);
  expect(edit).toMatchObject({ edited_channel_post: { text: "Ferry is late" } });
  expect(edited).toMatchObject({
    edited_message: { message_id, text: "Ferry is late", is_automatic_forward: true },
  });
  expect(JSON.stringify(edited)).not.toContain("a.example");
});

test("a forwarded post names its channel, and keeps links, captions and buttons that are links", async () => {
  const { channel, user } = await openDiscussion();
  const button = { text: "Read", url: "https://a.example/b" };
  const post = channel.postPhoto("Ferry is back", { entities: LINK, button });
  expect(user.forward(post)).toMatchObject({
    from: user.account,
    caption: "Ferry is back",
    caption_entities: LINK,
    reply_markup: { inline_keyboard: [[button]] },
    forward_origin: { type: "channel", chat: channel.chat, message_id: post.message_id },
  });
});

test("a forward of a forward keeps its first origin, one of a person names the person", async () => {
  const { channel, user, ann } = await openDiscussion();
  const origin = { forward_origin: { type: "channel", chat: channel.chat } };
  expect(ann.forward(user.forward(channel.post("Ferry")))).toMatchObject(origin);
  expect(user.forward(ann.say("Hello"))).toMatchObject({
    forward_origin: { type: "user", sender_user: ann.account },
  });
});

test("a reply to a message of another chat tells where it is, not what it says", async () => {
  const { channel, user } = await openDiscussion();
  const post = channel.post("Ferry is back", { preview: "https://a.example/b" });
  const said = user.say("When?", { replyTo: post });
  expect(said.external_reply).toEqual({
    origin: { type: "channel", chat: channel.chat, message_id: post.message_id, date: post.date },
    chat: channel.chat,
    message_id: post.message_id,
    link_preview_options: { url: "https://a.example/b" },
  });
  expect(said).not.toHaveProperty("reply_to_message");
});

test("administrators and channels write in a group as Telegram's bots, and are seen", async () => {
  const opened = await openDiscussion();
  const { api, channel, ann } = opened;
  api.simulateSender(ann.room, ann.chat).say("As the group");
  api.simulateSender(ann.room, channel.chat).say("As the channel");
  expect(pendingOf(opened)).toMatchObject([
    { message: { from: { username: "GroupAnonymousBot" }, sender_chat: ann.chat } },
    { message: { from: { username: "Channel_Bot" }, sender_chat: channel.chat } },
  ]);
});

test("getChat tells which chats are linked", async () => {
  const { channel, ann, call } = await openDiscussion({ hasBot: true });
  const linkedTo = async (id: number) => (await call("getChat", { chat_id: id })).result;
  expect(await linkedTo(ann.chat.id)).toMatchObject({ linked_chat_id: channel.chat.id });
  expect(await linkedTo(channel.chat.id)).toMatchObject({ linked_chat_id: ann.chat.id });
});
