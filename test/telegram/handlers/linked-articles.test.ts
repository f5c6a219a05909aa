import { expect, test } from "vitest";
import type { SimulatedUser } from "../../../src/telegram-simulator/users/simulated-user.ts";
import type { OpenChat } from "../../support/chat-at.ts";
import {
  BRIDGE_URL,
  FERRY_URL,
  linkedArticles,
  openLinkedChat,
  UNKNOWN_URL,
} from "../../support/linked-articles.ts";

const COST = "What did it cost?";
const FROM_FERRY = "<i>Answering from “The night ferry is back”.</i>";
const NAME = "@ask_the_article_bot";

/** The whole message, or words of it, as a link. */
const linked = (words: string, url: string, text = words) => ({
  entities: [
    { type: "text_link" as const, offset: text.indexOf(words), length: words.length, url },
  ],
});

const sayWith = (chat: OpenChat, text: string, options: Parameters<SimulatedUser["say"]>[1]) =>
  chat.act((user) => user.say(text, options));

test("a link alone opens its article, with questions", async () => {
  const chat = await openLinkedChat();
  expect((await chat.say(FERRY_URL)).shown).toMatchInlineSnapshot(`
    "<b>The night ferry is back</b>
    <a href="https://packet.example/news/night-ferry-2024">The Vellan Packet</a>

    Ask about it in your own words. Every answer is a passage from the article, with who said it.
    [When does the ferry leave?]
    [What does a ticket cost?]
    [All articles]"
  `);
  const { shown } = await chat.say(COST);
  expect(shown).toContain("The night ferry is back");
  expect(shown).not.toContain("Answering from");
});

test("a question beside a link is answered from its article, which is said once", async () => {
  const chat = await openLinkedChat();
  expect((await chat.say(`${COST} ${BRIDGE_URL}`)).shown).toMatchInlineSnapshot(`
    "<i>Answering from “The old bridge closes”.</i>

    <blockquote>The repairs <b>cost six million</b> crowns, says Ann Marsh.</blockquote>
    <i>Ann Marsh, mayor · announcement · retold</i>
    The old bridge closes · <a href="https://gazette.example/bridge-closed#:~:text=The%20repairs%20cost%20six%20million%20crowns%2C%20says%20Ann%20Marsh.">The Gazette</a>
    [When does the bridge close?]
    [All articles]
    [👍] [👎] [Copy] [Share]"
  `);
  const again = await chat.say(`When does it close? ${BRIDGE_URL}`);
  expect(again.shown).toContain("On Monday");
  expect(again.shown).not.toContain("Answering from");
  expect((await chat.say(`${COST} ${FERRY_URL}`)).shown).toContain(FROM_FERRY);
  expect((await chat.say(`${COST} ${BRIDGE_URL}`)).shown).toContain("“The old bridge closes”");
});

test("within it only: another article's answer is none", async () => {
  const chat = await openLinkedChat();
  const { shown } = await chat.say(`When does the old bridge close? ${FERRY_URL}`);
  expect(shown).toContain(FROM_FERRY);
  expect(shown).not.toContain("Monday");
});

test.each([
  "http://packet.example/news/night-ferry-2024",
  "https://www.packet.example/news/night-ferry-2024/",
  "packet.example/news/night-ferry-2024",
  "www.packet.example/news/night-ferry-2024",
  "https://m.packet.example/news/night-ferry-2024?utm_source=tg",
  "https://packet.example/news/night-ferry-2024/amp#fares",
  "https://www.google.com/amp/s/packet.example/news/night-ferry-2024",
  "https://t.me/ask_the_article_bot?start=ferry",
  "t.me/ask_the_article_bot?start=ferry",
  "https://t.me/Ask_The_Article_Bot?start=ferry_fares",
  "tg://resolve?domain=ask_the_article_bot&start=ferry",
  `The night ferry is back ${FERRY_URL}`,
  `The night ferry is back – The Vellan Packet\n\n${FERRY_URL}`,
  `${FERRY_URL} 👆`,
])("%j opens the article", async (text) => {
  const chat = await openLinkedChat();
  const entities = text.startsWith("tg:")
    ? { entities: [{ type: "url" as const, offset: 0, length: text.length }] }
    : {};
  expect((await sayWith(chat, text, entities)).shown).toContain("[When does the ferry leave?]");
  expect((await chat.say(COST)).shown).toContain("ferry");
});

test("a link to a passage opens the passage", async () => {
  const chat = await openLinkedChat();
  const { shown } = await chat.say("https://t.me/ask_the_article_bot?start=ferry_fares");
  expect(shown).toContain("9 crowns");
  expect((await chat.say("who says that?")).shown).toContain("Tobias Renn");
});

test.each([
  ["behind words", COST, linked("it", FERRY_URL, COST)],
  ["behind all words", "Look at this", linked("Look at this", FERRY_URL)],
  ["of the preview", COST, { preview: FERRY_URL }],
])("a link %s counts", async (_where, text, options) => {
  const chat = await openLinkedChat();
  const { shown } = await sayWith(chat, text, options);
  expect(shown).toContain("The night ferry is back");
  expect(shown.includes("Answering from")).toBe(text === COST);
});

test("a link in a caption counts", async () => {
  const chat = await openLinkedChat();
  expect((await chat.send("photo", `${COST} ${FERRY_URL}`)).shown).toContain(FROM_FERRY);
  const caption = "What did this cost?";
  const { shown } = await chat.act((user) =>
    user.send("photo", caption, linked("this", BRIDGE_URL, caption)),
  );
  expect(shown).toContain("“The old bridge closes”");
});

test("of several links, the first that is known counts", async () => {
  const chat = await openLinkedChat();
  const { shown } = await chat.say(`${UNKNOWN_URL} ${BRIDGE_URL} ${FERRY_URL} ${COST}`);
  expect(shown).toContain("“The old bridge closes”");
});

test("a link to another article is told, with those that there are", async () => {
  const chat = await openLinkedChat();
  expect((await chat.say(UNKNOWN_URL)).shown).toMatchInlineSnapshot(`
    "<b>I don't have the article behind this link.</b>

    <b>Articles you can ask about</b>

    • The night ferry is back · <i>The Vellan Packet</i>
    • The old bridge closes · <i>The Gazette</i>

    Ask about any of this in your own words.
    [The night ferry is back]
    [The old bridge closes]"
  `);
});

test("a question about another article gets no answer from these", async () => {
  const chat = await openLinkedChat();
  await chat.start("ferry");
  const { shown } = await chat.say(`When does the ferry leave? ${UNKNOWN_URL}`);
  expect(shown).toContain("<b>I don't have the article behind this link.</b>");
  expect(shown).not.toContain("At eight");
  expect((await chat.say("When does it leave?")).shown).toContain("At eight");
});

test.each([
  ["en", `What is it about? ${UNKNOWN_URL}`, "I don't have the article behind this link."],
  ["uk", `Скільки це коштує? ${UNKNOWN_URL}`, "Статті за цим посиланням у мене немає."],
  ["ru", `Сколько это стоит, если коротко? ${UNKNOWN_URL}`, "Статьи по этой ссылке у меня нет."],
  ["uk", `Скільки коштує квиток? ${FERRY_URL}`, "Відповідаю за статтею «Нічний пором повернувся»."],
  ["ru", `Сколько стоит билет? ${FERRY_URL}`, "Отвечаю по статье «The night ferry is back»."],
])("in the language of the question: %s", async (_language, text, sentence) => {
  const chat = await openLinkedChat();
  expect((await chat.say(text)).shown).toContain(sentence);
});

test.each([
  "When does the ferry leave? @packet",
  "I read https://packet.example. When does the ferry leave?",
  "When does the ferry leave? https://t.me/packet/12",
  "When does the ferry leave? https://packet.example/ferry.jpg",
  "When does the ferry leave? https://t.me/ask_the_article_bot",
  "When does the ferry leave? https://packet.example/news/",
])("what is no article does not disturb: %s", async (text) => {
  const chat = await openLinkedChat();
  const { shown } = await chat.say(text);
  expect(shown).toMatch(/^<b>At eight<\/b>/u);
});

test("a link to a start page alone is no article", async () => {
  const chat = await openLinkedChat();
  expect((await chat.say("https://packet.example")).shown).toContain("I can't open links");
});

test("a reply to a message with a link is about its article", async () => {
  const chat = await openLinkedChat();
  const link = chat.user.say(FERRY_URL);
  await chat.say(BRIDGE_URL);
  expect((await chat.replyTo(link).say(COST)).shown).toContain(FROM_FERRY);
  const other = chat.user.say(UNKNOWN_URL);
  expect((await chat.replyTo(other).say(COST)).shown).toContain("I don't have the article");
});

test("an edited link changes what its reply is about", async () => {
  const chat = await openLinkedChat();
  await chat.say(`${COST} ${UNKNOWN_URL}`);
  const known = await chat.edit(`${COST} ${FERRY_URL}`);
  expect(known.sent).toEqual([]);
  expect(known.shown).toContain(FROM_FERRY);
  expect((await chat.edit(`When does it leave? ${FERRY_URL}`)).shown).toContain(FROM_FERRY);
  expect((await chat.edit(BRIDGE_URL)).shown).toContain("[When does the bridge close?]");
  expect((await chat.say(COST)).shown).toContain("The old bridge closes");
});

test("lists are of the article behind the link", async () => {
  const chat = await openLinkedChat();
  await chat.start("bridge");
  expect((await chat.say(`/people ${FERRY_URL}`)).shown).toContain("Tobias Renn");
  expect((await chat.say(`/brief ${UNKNOWN_URL}`)).shown).toContain("I don't have the article");
});

test("an article that is published later is known from then on", async () => {
  const [bridge, ferry] = linkedArticles().toSorted((a, b) => a.slug.localeCompare(b.slug));
  let articles = bridge ? [bridge] : [];
  const chat = await openLinkedChat({ articles: () => articles });
  expect((await chat.say(FERRY_URL)).shown).toContain("I don't have the article");
  articles = [...articles, ...(ferry ? [ferry] : [])];
  expect((await chat.say(FERRY_URL)).shown).toContain("[When does the ferry leave?]");
});

// Forwarded posts

test("a forwarded post opens the article that it links to", async () => {
  const chat = await openLinkedChat();
  const channel = chat.api.createChannel();
  const text = "When will it sail again? The night ferry is back. Read more";
  const post = channel.post(text, linked("Read more", FERRY_URL, text));
  const { shown } = await chat.act((user) => user.forward(post));
  expect(shown).toContain("<b>The night ferry is back</b>");
  expect(shown).toContain("[When does the ferry leave?]");
  expect((await chat.say(COST)).shown).not.toContain("Answering from");
});

test.each([
  ["a caption", (url: string) => ({ caption: `Night ferry! ${url}` })],
  ["a preview", (url: string) => ({ text: "Night ferry!", options: { preview: url } })],
  [
    "a button",
    (url: string) => ({ text: "Night ferry!", options: { button: { text: "Read", url } } }),
  ],
  [
    "a picture's button",
    (url: string) => ({ caption: "", options: { button: { text: "Read", url } } }),
  ],
  [
    "the second link",
    (url: string) => ({ text: `More: https://t.me/packet ${UNKNOWN_URL} ${url}` }),
  ],
])("a post has its link in %s", async (_where, postWith) => {
  const chat = await openLinkedChat();
  const channel = chat.api.createChannel();
  const { text, caption = "", options }: Shape = postWith(FERRY_URL);
  const post =
    text === undefined ? channel.postPhoto(caption, options) : channel.post(text, options);
  const { shown } = await chat.act((user) => user.forward(post));
  expect(shown).toContain("[When does the ferry leave?]");
});

type Shape = {
  readonly text?: string;
  readonly caption?: string;
  readonly options?: { readonly preview?: string; readonly button?: { text: string; url: string } };
};

test.each([
  [`The tram is on strike ${UNKNOWN_URL}`, "I don't have the article that this post links to."],
  ["When does the ferry leave?", "I don't know which article this post is about."],
  ["Follow us: https://t.me/packet", "I don't know which article this post is about."],
])("a post without an article that is known: %s", async (text, sentence) => {
  const chat = await openLinkedChat();
  const post = chat.api.createChannel().post(text);
  const { shown } = await chat.act((user) => user.forward(post));
  expect(shown).toContain(`<b>${sentence}</b>`);
  expect(shown).toContain("[The old bridge closes]");
  expect(shown).not.toContain("At eight");
});

test("a forwarded message of a person is a question like their own", async () => {
  const chat = await openLinkedChat();
  const group = chat.api.createGroup();
  const ben = chat.api.simulateUser(chat.api.createUser({ first_name: "Ben" }), group);
  const asked = ben.say(`${COST} ${FERRY_URL}`);
  expect((await chat.act((user) => user.forward(asked))).shown).toContain(FROM_FERRY);
  const admin = chat.api.simulateSender(group, group.chat).say("When does the bridge close?");
  expect((await chat.act((user) => user.forward(admin))).shown).toContain("On Monday");
});

test("a reply to a channel's post elsewhere is about the page that it previews", async () => {
  const chat = await openLinkedChat();
  const channel = chat.api.createChannel();
  const replyTo = channel.post("Night ferry!", { preview: FERRY_URL });
  expect((await sayWith(chat, COST, { replyTo })).shown).toContain(FROM_FERRY);
  const other = channel.post(`Trams! ${UNKNOWN_URL}`);
  const quoting = { replyTo: other, quote: UNKNOWN_URL };
  expect((await sayWith(chat, COST, quoting)).shown).toContain("that this post links to");
});

// Groups and topics

test("in a group, only what is addressed to the bot counts", async () => {
  const chat = await openLinkedChat({ bot: { can_read_all_group_messages: true } });
  const group = chat.as(chat.user.account, chat.api.createGroup());
  expect((await group.say(`${COST} ${FERRY_URL}`)).sent).toEqual([]);
  expect((await group.say(FERRY_URL)).sent).toEqual([]);
  const post = chat.api.createChannel().post(FERRY_URL);
  expect((await group.act((user) => user.forward(post))).sent).toEqual([]);
  expect((await group.say("/ask When does the old bridge close?")).shown).toContain("Monday");
});

test.each([
  ["a command", `/ask ${COST} ${FERRY_URL}`],
  ["a mention", `${NAME} ${COST} ${FERRY_URL}`],
])("in a group, %s with a link is answered from its article", async (_what, text) => {
  const chat = await openLinkedChat();
  const group = chat.as(chat.user.account, chat.api.createGroup());
  expect((await group.say(text)).shown).toContain(FROM_FERRY);
  expect((await group.say("/ask When does it leave?")).shown).toMatch(/^<b>At eight/u);
});

test("in a group, a link to the bot is introduced without questions, an unknown one in a line", async () => {
  const chat = await openLinkedChat();
  const group = chat.as(chat.user.account, chat.api.createGroup());
  expect((await group.say(`${NAME} ${FERRY_URL}`)).shown).toMatchInlineSnapshot(`
    "<b>The night ferry is back</b>
    <a href="https://packet.example/news/night-ferry-2024">The Vellan Packet</a>

    Ask about it in your own words. Every answer is a passage from the article, with who said it."
  `);
  expect((await group.say(`/ask ${COST} ${UNKNOWN_URL}`)).shown).toMatchInlineSnapshot(`
    "<b>I don't have the article behind this link.</b>

    Articles you can ask about:
    • The night ferry is back
    • The old bridge closes"
  `);
});

test("in a group, a reply to somebody's link or forwarded post is about it", async () => {
  const chat = await openLinkedChat();
  const group = chat.as(chat.user.account, chat.api.createGroup());
  const ben = chat.api.simulateUser(chat.api.createUser({ first_name: "Ben" }), group.user.room);
  const link = ben.say(`Look: ${FERRY_URL}`);
  expect((await group.replyTo(link).say(`${NAME} ${COST}`)).shown).toContain(FROM_FERRY);
  const post = ben.forward(chat.api.createChannel().post(`Bridge! ${BRIDGE_URL}`));
  expect((await group.replyTo(post).say(`/ask ${COST}`)).shown).toContain(
    "“The old bridge closes”",
  );
  const question = ben.say(`When does it leave? ${FERRY_URL}`);
  expect((await group.replyTo(question).say(NAME)).shown).toContain("At eight");
});

test.each(["forum", "private chat"])("each topic of a %s has its own article", async (kind) => {
  const chat = await openLinkedChat({ bot: { has_topics_enabled: true } });
  const isForum = kind === "forum";
  const group = isForum ? chat.as(chat.user.account, chat.api.createGroup()) : chat;
  const ask = (text: string, topic: number) => sayWith(group, text, { topic });
  expect((await ask(`/ask ${COST} ${FERRY_URL}`, 7)).shown).toContain(FROM_FERRY);
  expect((await ask(`/ask ${COST} ${BRIDGE_URL}`, 8)).shown).toContain("“The old bridge closes”");
  const { sent, shown } = await ask("/ask Who pays crowns?", 7);
  expect(sent).toMatchObject([{ message_thread_id: 7, is_topic_message: true }]);
  expect(shown).toContain("9 crowns");
  expect(shown).not.toContain("Answering from");
});

test("an anonymous administrator and a channel are answered like anyone, also when they edit", async () => {
  const chat = await openLinkedChat();
  const group = chat.api.createGroup();
  const channel = chat.api.createChannel();
  for (const sender of [group.chat, channel.chat]) {
    const asker = chat.api.simulateSender(group, sender);
    const said = await chat
      .as(chat.user.account, group)
      .act(() => asker.say(`/ask ${COST} ${FERRY_URL}`));
    expect(said.shown).toContain("The night ferry is back");
    const own = asker.messages().findLast(({ sender_chat: by }) => by?.id === sender.id);
    const edited = await chat
      .as(chat.user.account, group)
      .act(() => asker.edit(own?.message_id ?? 0, `/ask ${COST} ${BRIDGE_URL}`));
    expect(edited.edited).toHaveLength(1);
    expect(edited.shown).toContain("“The old bridge closes”");
  }
});
