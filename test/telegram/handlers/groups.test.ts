import type { Update } from "@grammyjs/types";
import { expect, test } from "vitest";
import { z } from "zod";
import type { ChatMessage } from "../../../src/telegram-simulator/state/state.ts";
import { openBotChat, searchConcluding } from "../../support/sample-bot.ts";

async function openGroup() {
  const chat = await openBotChat();
  return chat.as(chat.user.account, chat.api.createGroup());
}

const NAME = "@ask_the_article_bot";

test.each([
  ["the command", "/ask When is Xi visiting Moscow?"],
  ["the command with the bot's name", `/ask${NAME} When is Xi visiting Moscow?`],
  ["a mention", `${NAME} When is Xi visiting Moscow?`],
  ["a mention at the end", `When is Xi visiting Moscow, ${NAME}?`],
])("%s is answered as a reply to whoever asked", async (_what, text) => {
  const group = await openGroup();
  const { sent, shown } = await group.say(text);
  expect(shown).toMatch(/^<b>20–22 March<\/b>.*\n\[👍\] \[👎\] \[Copy\] \[Share\]$/su);
  expect(sent[0]?.reply_to_message?.text).toBe(text);
});

test("anyone's reply to the bot is answered", async () => {
  const group = await openGroup();
  await group.say(`${NAME} When is Xi visiting Moscow?`);
  const ben = group.as(group.api.createUser({ first_name: "Ben" }));
  expect((await ben.replyTo().say("who says that?")).shown).toContain("<b>the Kremlin</b>");
});

test.each([
  ["talk", "When is Xi visiting Moscow?"],
  ["another bot's command", "/ask@weather_bot When is Xi visiting Moscow?"],
  ["a command that there is not", `/weather${NAME}`],
  ["another bot's mention", "@weather_bot when is the visit?"],
])("%s is ignored, even in a reply to the bot", async (_what, text) => {
  const group = await openGroup();
  expect((await group.say(text)).sent).toEqual([]);
  await group.say(`${NAME} When is Xi visiting Moscow?`);
  const isTalk = !/[@/]/u.test(text);
  expect((await group.replyTo().say(text)).sent).toHaveLength(isTalk ? 1 : 0);
});

test("an unsure answer is one line that opens", async () => {
  const group = await openGroup();
  const { shown } = await group.say(`${NAME} How many agreements were signed?`);
  expect(shown).toMatchInlineSnapshot(`
    "<b>The article doesn't seem to say that.</b>
    The closest passage: <b>Declaration of February 2022</b> · <i>Valery Klochok</i>
    [Show it]"
  `);
  expect((await group.press("Show it")).shown).toContain("<blockquote>");
});

test("the closest passages are a line each, with buttons that open them", async () => {
  const chat = await openBotChat("content", { searchWith: searchConcluding("closest") });
  const group = chat.as(chat.user.account, chat.api.createGroup());
  const { shown } = await group.say(`${NAME} Does China support the war of Russia?`);
  const [heading, ...others] = shown.split("\n");
  expect(heading).toBe("<b>Closest in the article</b>");
  expect(others.at(-1)).toMatch(/^\[1\] \[2\]/u);
  expect((await group.press("1")).shown).toContain("<blockquote>");
});

test("a question that is not covered gets one line", async () => {
  const group = await openGroup();
  const { shown } = await group.say(`${NAME} will bitcoin go up?`);
  expect(shown).toBe(
    "<b>I found nothing on that in the article.</b> It never mentions <i>bitcoin</i>.",
  );
});

test("an edited /ask edits the answer", async () => {
  const group = await openGroup();
  await group.say("/ask When is Xi visiting Moscow?");
  const { shown, sent } = await group.edit("/ask Will Xi speak with Zelensky?");
  expect(sent).toEqual([]);
  expect(shown).toMatch(/^\(edited\)\n<b>A talk with Zelensky/u);
});

test("an answer stays in the topic of its question", async () => {
  const group = await openGroup();
  const { sent } = await group.act((user) =>
    user.say("/ask When is Xi visiting Moscow?", { topic: 7 }),
  );
  expect(sent).toMatchObject([{ message_thread_id: 7, is_topic_message: true }]);
});

test("stickers in a group get no hint", async () => {
  const group = await openGroup();
  expect((await group.send("sticker")).sent).toEqual([]);
});

const ANONYMOUS = {
  id: 1_087_968_824,
  is_bot: true,
  first_name: "Group",
  username: "GroupAnonymousBot",
};
const CHANNEL = { id: -1_001_999, type: "channel" as const, title: "News" };

test("an admin who writes on behalf of the group is answered; a bot is not", async () => {
  const group = await openGroup();
  const { chat } = group.user;
  const text = "/ask When is Xi visiting Moscow?";
  const message = {
    message_id: 900,
    date: 1,
    chat,
    text,
    entities: [{ type: "bot_command", offset: 0, length: 4 }],
  };
  const inject = (more: object) =>
    group.act(() =>
      group.api.inject(
        z.custom<Update>().parse({ update_id: 1, message: { ...message, ...more } }),
      ),
    );

  expect((await inject({ from: { ...ANONYMOUS, first_name: "Weather" } })).sent).toEqual([]);
  expect((await inject({ from: ANONYMOUS, sender_chat: chat })).sent).toHaveLength(1);
  const forward = { sender_chat: CHANNEL, is_automatic_forward: true };
  expect((await inject({ from: ANONYMOUS, ...forward })).sent).toEqual([]);
});

const QUESTION = "When is Xi visiting Moscow?";

test.each(["/ask", `/ask${NAME}`, NAME, `${NAME}?`, "/ask ?"])(
  "%s alone, in reply to someone's question, answers that question to its author",
  async (call) => {
    const group = await openGroup();
    const ben = group.as(group.api.createUser({ first_name: "Ben" }));
    const asked = ben.user.say(QUESTION);
    const { sent } = await group.replyTo(asked).say(call);
    expect(sent).toMatchObject([
      {
        text: expect.stringMatching(/^20–22 March/u),
        reply_to_message: { message_id: asked.message_id },
      },
    ]);
  },
);

test.each([
  ["the words", `so, ${NAME}, when is the visit?`, "20–22 March"],
  ["what is quoted", NAME, "Zelensky"],
])("the words beside a call are the question; without words, %s", async (what, call, expected) => {
  const group = await openGroup();
  const asked = group.user.say("Who is Klochok, and will Xi speak with Zelensky?");
  const quote = what === "what is quoted" ? { quote: "will Xi speak with Zelensky?" } : {};
  const { sent } = await group.act((user) => user.say(call, { replyTo: asked, ...quote }));
  expect(sent[0]?.text).toContain(expected);
});

test("a question is answered without its command or mention", async () => {
  const group = await openGroup();
  for (const text of [`/ask ${QUESTION}`, `${NAME} ${QUESTION}`, `${QUESTION} ${NAME}`]) {
    const asked = group.user.say(text);
    const { sent } = await group.replyTo(asked).say("/ask");
    expect(sent.at(-1)?.text).toMatch(/^20–22 March/u);
  }
});

test("a caption is a question; a picture without one is not", async () => {
  const group = await openGroup();
  const photo = group.user.send("photo", QUESTION);
  expect((await group.replyTo(photo).say(NAME)).sent[0]?.text).toMatch(/^20–22 March/u);
  const bare = group.user.send("photo");
  expect((await group.replyTo(bare).say("/ask")).shown).toContain("/help");
});

test("a message from or through a bot is no question, nor is a command", async () => {
  const group = await openGroup();
  const weather = group.as(group.api.createUser({ is_bot: true, username: "weather_bot" }));
  const { chat } = group.user;
  const others = [
    weather.user.say(QUESTION),
    { message_id: 900, date: 1, chat, text: QUESTION, from: ANONYMOUS, is_automatic_forward: true },
    {
      message_id: 901,
      date: 1,
      chat,
      text: QUESTION,
      from: group.user.account,
      via_bot: weather.user.account,
    },
    group.user.say("/weather today"),
  ];
  for (const original of others) {
    const message = z.custom<ChatMessage>().parse(original);
    const { sent } = await group.replyTo(message).say("/ask@ask_the_article_bot");
    expect(sent[0]?.text).toContain("/help");
  }
});

test("an admin who asks on behalf of the group is answered", async () => {
  const group = await openGroup();
  const { chat } = group.user;
  const original = {
    message_id: 900,
    date: 1,
    chat,
    text: QUESTION,
    from: ANONYMOUS,
    sender_chat: chat,
  };
  const { sent } = await group.replyTo(z.custom<ChatMessage>().parse(original)).say(NAME);
  expect(sent[0]?.text).toMatch(/^20–22 March/u);
});

test("after a bare mention in reply to a question, the chat is about that question", async () => {
  const group = await openGroup();
  await group.say(`${NAME} What does the expert say about NATO?`);
  const asked = group.as(group.api.createUser({ first_name: "Ben" })).user.say(QUESTION);
  await group.replyTo(asked).say(NAME);
  expect((await group.replyTo().say("who says that?")).shown).toContain("<b>the Kremlin</b>");
});

test("an edited mention edits its answer", async () => {
  const group = await openGroup();
  const asked = group.user.say(QUESTION);
  await group.replyTo(asked).say(NAME);
  const { sent, edited } = await group.edit(`${NAME} will Xi speak with Zelensky?`);
  expect(sent).toEqual([]);
  expect(edited[0]?.text).toMatch(/^A talk with Zelensky/u);
});

test("in a group, the caption of an album is answered once", async () => {
  const group = await openGroup();
  const captions = [undefined, `${NAME} ${QUESTION}`, undefined];
  const { sent } = await group.act((user) => user.sendAlbum(captions));
  expect(sent).toHaveLength(1);
});
