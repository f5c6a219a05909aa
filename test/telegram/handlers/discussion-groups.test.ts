import { expect, test } from "vitest";
import { openChatMemory } from "../../../src/telegram/chat-memory.ts";
import type { ChatMessage } from "../../../src/telegram-simulator/state/state.ts";
import type { SimulatedUser } from "../../../src/telegram-simulator/users/simulated-user.ts";
import {
  BRIDGE_URL,
  FERRY_URL,
  openLinkedChat,
  UNKNOWN_URL,
} from "../../support/linked-articles.ts";

const COST = "/ask What did it cost?";
const FROM_FERRY = "<i>Answering from “The night ferry is back”.</i>";
const FROM_BRIDGE = "<i>Answering from “The old bridge closes”.</i>";
const NAME = "@ask_the_article_bot";
const HOUR_MS = 60 * 60_000;

type Seeing = { readonly seesAll: boolean; readonly now?: () => number };

/** A channel, its discussion group, and two readers there. */
async function openDiscussion({ seesAll, now }: Seeing) {
  const memory = openChatMemory(now);
  const bot = { can_read_all_group_messages: seesAll };
  const chat = await openLinkedChat({ memory, bot });
  const { api } = chat;
  const ann = chat.as(chat.user.account, api.createGroup({ title: "Comments" }));
  const ben = api.simulateUser(api.createUser({ first_name: "Ben" }), ann.user.room);
  const channel = api.createChannel({ title: "Packet", discussion: ann.user.room });
  const post = async (...args: Parameters<typeof channel.post>) => {
    const { message_id: id } = channel.post(...args);
    await api.untilIdle();
    return channel.inDiscussion(id);
  };
  const comment = (text: string, replyTo: ChatMessage, by: SimulatedUser = ann.user) =>
    ann.act(() => by.say(text, { replyTo }));
  return { api, memory, ann, ben, channel, post, comment };
}

const BOTH = [true, false];

test.each(BOTH)("a post gets no reply, whether the bot sees it: %s", async (seesAll) => {
  const { ann, post } = await openDiscussion({ seesAll });
  expect((await ann.act(() => post(`Ferry! ${FERRY_URL}`))).sent).toEqual([]);
});

test.each(BOTH)("a comment is answered from the article of its post: %s", async (seesAll) => {
  const { post, comment } = await openDiscussion({ seesAll });
  const ferry = await post(`When does the bridge close? ${FERRY_URL}`);
  const { sent, shown } = await comment(COST, ferry);
  expect(shown).toMatchInlineSnapshot(`
    "<i>Answering from “The night ferry is back”.</i>

    <b>9 crowns</b>

    <blockquote>A single ticket <b>costs 9</b> crowns, says Tobias Renn.</blockquote>
    <i>Tobias Renn, director of Holm Lines · announcement · retold</i>
    § The ferry · The night ferry is back · <a href="https://packet.example/news/night-ferry-2024#:~:text=A%20single%20ticket%20costs%209%20crowns%2C%20says%20Tobias%20Renn.">The Vellan Packet</a>
    [👍] [👎] [Copy] [Share]"
  `);
  expect(sent).toMatchObject([{ message_thread_id: ferry.message_id }]);
  expect(sent[0]).not.toHaveProperty("is_topic_message");
});

test.each(BOTH)("the article is said once in each thread: %s", async (seesAll) => {
  const { post, comment, ben } = await openDiscussion({ seesAll });
  const ferry = await post(`Ferry! ${FERRY_URL}`);
  const bridge = await post(`Bridge! ${BRIDGE_URL}`);
  expect((await comment(COST, ferry)).shown).toContain(FROM_FERRY);
  expect((await comment(COST, bridge)).shown).toContain(FROM_BRIDGE);
  for (const [where, words] of [
    [ferry, "9 crowns"],
    [bridge, "six"],
  ] as const) {
    const { shown } = await comment("/ask What does a ticket or a repair cost?", where, ben);
    expect(shown).not.toContain("Answering from");
    expect(shown).toContain(words.split(" ")[0]);
  }
});

test("no other article answers below a post, and nothing said below another one counts", async () => {
  const { post, comment } = await openDiscussion({ seesAll: false });
  const ferry = await post(FERRY_URL);
  const bridge = await post(BRIDGE_URL);
  await comment("/ask When does the ferry leave?", ferry);
  const { shown } = await comment("/ask and when does the bridge close?", bridge);
  expect(shown).toContain("Monday");
  expect((await comment("/ask When does the bridge close?", ferry)).shown).not.toContain("Monday");
});

test.each([
  ["a mention", `${NAME} what did it cost?`],
  ["a command", COST],
  ["a command with the bot's name", `/ask${NAME} what did it cost?`],
])("%s addresses the bot below a post", async (_what, text) => {
  const { post, comment } = await openDiscussion({ seesAll: false });
  expect((await comment(text, await post(FERRY_URL))).shown).toContain(FROM_FERRY);
});

test.each([NAME, "/ask", `/ask${NAME}`])(
  "%s alone below a post says which article it is",
  async (text) => {
    const { post, comment } = await openDiscussion({ seesAll: false });
    const { shown } = await comment(text, await post(FERRY_URL));
    expect(shown).toContain("<b>The night ferry is back</b>");
    expect(shown).toContain("Ask about it");
    const other = await comment(COST, await post("Good morning!"));
    expect(other.shown).not.toContain("Answering from");
  },
);

test("commands below a post are about its article", async () => {
  const { post, comment } = await openDiscussion({ seesAll: false });
  const ferry = await post(FERRY_URL);
  const bridge = await post(BRIDGE_URL);
  expect((await comment(`/people${NAME}`, ferry)).shown).toContain("Tobias Renn");
  expect((await comment(`/brief${NAME}`, bridge)).shown).toContain("The old bridge closes");
  expect((await comment(`/brief${NAME}`, ferry)).shown).toContain("The night ferry is back");
});

test("readers who talk to each other are left alone", async () => {
  const { post, comment } = await openDiscussion({ seesAll: true });
  expect((await comment("What did it cost?", await post(FERRY_URL))).sent).toEqual([]);
});

test.each([
  ["was seen", true],
  ["was in an earlier comment", false],
])("a comment on a comment is about the post, if that %s", async (_how, seesAll) => {
  const { post, comment, ben, ann } = await openDiscussion({ seesAll });
  const ferry = await post(FERRY_URL);
  const talk = ben.say("Expensive!", { replyTo: ferry });
  if (!seesAll) await comment("/ask When does it leave?", ferry);
  const { shown } = await comment(COST, talk);
  expect(shown).toContain("9 crowns");
  expect(shown.includes("Answering from")).toBe(seesAll);
  expect(ann.user.messages().at(-1)?.message_thread_id).toBe(ferry.message_id);
});

test("a reply to the bot below a post stays within its article", async () => {
  const { post, comment, ann } = await openDiscussion({ seesAll: false });
  await comment("/ask When does the ferry leave?", await post(FERRY_URL));
  expect((await ann.replyTo().say("who says that?")).shown).not.toContain("Ann Marsh");
  expect((await ann.replyTo().say("When does the old bridge close?")).shown).not.toContain(
    "Monday",
  );
});

test("a link in a comment counts for more than the post, and so does a reply to its answer", async () => {
  const { post, comment, ann } = await openDiscussion({ seesAll: true });
  const ferry = await post(FERRY_URL);
  expect((await comment(`${COST} ${BRIDGE_URL}`, ferry)).shown).toContain(FROM_BRIDGE);
  expect((await ann.replyTo().say("When does it close?")).shown).toContain("Monday");
  expect((await comment(COST, ferry)).shown).toContain(FROM_FERRY);
});

test("an edited post changes the article of its thread", async () => {
  const { post, comment, channel, api, ben } = await openDiscussion({ seesAll: true });
  const ferry = await post(`News! ${FERRY_URL}`);
  const talk = ben.say("Well", { replyTo: ferry });
  expect((await comment(COST, talk)).shown).toContain(FROM_FERRY);
  const { forward_origin: origin } = ferry;
  const id = origin?.type === "channel" ? origin.message_id : 0;
  channel.edit(id, `News! ${BRIDGE_URL}`);
  await api.untilIdle();
  expect((await comment(COST, talk)).shown).toContain(FROM_BRIDGE);
  channel.edit(id, "News!");
  await api.untilIdle();
  const { shown } = await comment("/ask When does the ferry leave?", talk);
  expect(shown).toContain("At eight");
});

test("without seeing edits, the post as the comment shows it counts", async () => {
  const { post, comment, channel } = await openDiscussion({ seesAll: false });
  const ferry = await post(`News! ${FERRY_URL}`);
  await comment(COST, ferry);
  const { forward_origin: origin } = ferry;
  const id = origin?.type === "channel" ? origin.message_id : 0;
  channel.edit(id, `News! ${BRIDGE_URL}`);
  expect((await comment(COST, channel.inDiscussion(id))).shown).toContain(FROM_BRIDGE);
});

test("below a post on an article that the bot lacks, it says so, and is polite all the same", async () => {
  const { post, comment, ben } = await openDiscussion({ seesAll: true });
  const tram = await post(`Trams! ${UNKNOWN_URL}`);
  const talk = ben.say("Well", { replyTo: tram });
  for (const replyTo of [tram, talk]) {
    const { shown } = await comment("/ask When does the ferry leave?", replyTo);
    expect(shown).toContain("<b>I don't have the article that this post links to.</b>");
    expect(shown).not.toContain("eight");
  }
  expect((await comment("/ask What is it about?", tram)).shown).toContain("I don't have");
  expect((await comment(`${NAME} thanks!`, tram)).shown).toBe("You're welcome.");
  expect((await comment("/ask which articles are there?", tram)).shown).toContain("you can ask");
});

test("below a post without links, questions are answered as anywhere", async () => {
  const { post, comment } = await openDiscussion({ seesAll: true });
  const morning = await post("Good morning! https://t.me/packet");
  const { shown } = await comment("/ask When does the ferry leave?", morning);
  expect(shown).toMatch(/^<b>At eight/u);
});

test("the channel and anonymous administrators comment like anyone", async () => {
  const { api, post, comment, channel, ann } = await openDiscussion({ seesAll: false });
  for (const sender of [channel.chat, ann.user.chat]) {
    const by = api.simulateSender(ann.user.room, sender);
    const { sent, shown } = await comment(COST, await post(FERRY_URL), by);
    expect(shown).toContain(FROM_FERRY);
    expect(sent[0]?.reply_to_message).toMatchObject({ sender_chat: { id: sender.id } });
  }
});

test("an edited comment is answered anew from the same article", async () => {
  const { post, comment, ann } = await openDiscussion({ seesAll: false });
  await comment(COST, await post(FERRY_URL));
  const { sent, shown } = await ann.edit("/ask When does it leave?");
  expect(sent).toEqual([]);
  expect(shown).toContain(FROM_FERRY);
  expect(shown).toContain("At eight");
});

test("a post is remembered for a week, what was said below it for 15 minutes", async () => {
  let time = 1000;
  const { post, comment, ben } = await openDiscussion({ seesAll: true, now: () => time });
  const talk = ben.say("Well", { replyTo: await post(FERRY_URL) });
  await comment("/ask When does the ferry leave?", talk);
  time += 6 * 24 * HOUR_MS;
  expect((await comment("/ask who says that?", talk)).shown).not.toContain("eight");
  expect((await comment(COST, talk)).shown).toContain("9 crowns");
  time += 8 * 24 * HOUR_MS;
  expect((await comment("/ask When does the bridge close?", talk)).shown).toContain("Monday");
});

test("/forget erases posts, too, and /privacy tells of them in groups", async () => {
  const { memory, post, ann, comment } = await openDiscussion({ seesAll: true });
  const ferry = await post(FERRY_URL);
  await comment(COST, ferry);
  const key = ann.user.chat.id;
  expect(memory.recall(key).posts).toEqual([
    { id: ferry.message_id, links: [FERRY_URL], told: "ferry" },
  ]);
  expect((await ann.say(`/privacy${NAME}`)).shown).toContain("for a week");
  await ann.say(`/forget${NAME}`);
  expect(memory.recall(key).posts).toBeUndefined();
});
