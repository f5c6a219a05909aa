import { expect, test } from "vitest";
import { harbourFolder } from "../../support/harbour.ts";
import { openBotChat } from "../../support/sample-bot.ts";

const FERRY = "test/fixtures/articles";

test("each question is answered in turn, in short", async () => {
  const chat = await openBotChat(FERRY);
  const { shown } = await chat.say(
    "Hello, 1) When does the night ferry start? 2) How much is a ticket? Regards, Ann",
  );
  expect(shown).toMatchInlineSnapshot(`
    "<b>1. When does the night ferry start?</b>
    First crossing on 17 October
    For the first time in eleven years a night ferry will link Port Vellan with the island of Osprey Holm. · <i>The Vellan Packet, report</i>
    <i>The night ferry to Osprey Holm</i>

    <b>2. How much is a ticket?</b>
    9 crowns, islanders 4
    A single ticket costs 9 crowns; islanders pay 4, and children under six travel free. · <i>Tobias Renn, announcement</i>
    [1] [2]
    [Why was the old ferry withdrawn?]
    [All articles]"
  `);
});

test("a button sends the whole card and leaves the answers where they are", async () => {
  const chat = await openBotChat(FERRY);
  await chat.say("When does the night ferry start? How much is a ticket?");
  const { sent, edited } = await chat.press("2");
  expect(edited).toEqual([]);
  expect(sent[0]?.text).toContain("director of the ferry company Holm Lines");
  expect((await chat.say("who says that?")).shown).toContain("Tobias Renn");
});

test.each([
  ["When does the night ferry start? And how much is a ticket for it?", "9 crowns"],
  ["Who is Tobias Renn? And what does he say about trips?", "31,000 evening trips"],
  ["How much is a ticket? And for children?", "<b>9 crowns, islanders 4</b>"],
  ["How much is a ticket? Who says that?", "Said by"],
])("in %j the second question follows up on the first", async (message, answer) => {
  const chat = await openBotChat(FERRY);
  expect((await chat.say(message)).shown).toContain(answer);
});

test("afterwards, the second one is the second answer, and yes asks what is suggested", async () => {
  const chat = await openBotChat(FERRY);
  const message = "When does the night ferry start? How much is a ticket?";
  const { shown } = await chat.say(message);
  const suggested = /\[([^\]]{4,})\]/u.exec(shown)?.[1] ?? "";
  expect((await chat.say("the second one")).shown).toContain("A single ticket costs 9 crowns");
  await chat.say(message);
  const accepted = (await chat.say("yes")).shown;
  const asked = await openBotChat(FERRY);
  expect(accepted.split("\n\n")[0]).toBe((await asked.say(suggested)).shown.split("\n\n")[0]);
});

test("what is not in the article is said so beside what is", async () => {
  const chat = await openBotChat(FERRY);
  const { shown } = await chat.say("How much is a ticket? Will bitcoin go up?");
  expect(shown).toContain("9 crowns");
  expect(shown).toContain("<i>bitcoin</i>");
});

test("the reply counts the questions beyond the fifth", async () => {
  const chat = await openBotChat(FERRY);
  const { shown } = await chat.say(
    "How much is a ticket? When does the night ferry start? Why was the old ferry withdrawn? What do the islanders fear? Who is Tobias Renn? When does the ship leave?",
  );
  expect(shown).toContain("I left out 1 question.");
});

test("an edited message gets a new answer", async () => {
  const chat = await openBotChat(FERRY);
  await chat.say("How much is a ticket?");
  const { edited } = await chat.edit("How much is a ticket? What do the islanders fear?");
  expect(edited[0]?.text).toMatch(/^1\. How much is a ticket\?/u);
});

test("in a group each answer has a line", async () => {
  const chat = await openBotChat(FERRY);
  const group = chat.api.createGroup({ title: "Island" });
  const there = chat.as(chat.user.account, group);
  const { shown } = await there.say(
    `/ask@${chat.api.bot.username} When does the night ferry start? How much is a ticket?`,
  );
  expect(shown).toMatchInlineSnapshot(`
    "1. First crossing on 17 October · <i>The Vellan Packet, report</i> · <i>The night ferry to Osprey Holm</i>
    2. 9 crowns, islanders 4 · <i>Tobias Renn, announcement</i>
    [1] [2]"
  `);
});

test("inline, the passages of each question are offered", async () => {
  const chat = await openBotChat(FERRY);
  const { shown } = await chat.inline("When does the night ferry start? How much is a ticket?");
  expect(shown).toContain("First crossing on 17 October");
  expect(shown).toContain("9 crowns, islanders 4");
});

test("a long message is answered by its question, and the reply says so", async () => {
  const chat = await openBotChat(FERRY);
  const story = "We went to the sea for a week and saw many birds there. ".repeat(40);
  const { shown } = await chat.say(`${story}How much is a ticket? Thanks, Ann`);
  expect(shown).toMatch(/^<i>That was a long message\. I read the question only\.<\/i>/u);
  expect(shown).toContain("<b>9 crowns, islanders 4</b>");
});

test.each([
  ["en", "hello", "Hello. What would you like to know?"],
  ["en", "who are you?", "I'm a bot."],
  ["en", "https://bbc.com", "I can't open links or profiles."],
  ["en", "@anna_k", "I can't open links or profiles."],
  ["en", "👍", "I can only read"],
])(
  "in %s, %j leads on to the article, or to the list of them",
  async (_language, message, text) => {
    const one = await openBotChat(harbourFolder());
    const { shown } = await one.say(message);
    expect(shown).toContain(text);
    expect(shown).toContain("[What is it about?]");
    const several = await openBotChat(FERRY);
    expect((await several.say(message)).shown).toContain("[The night ferry to Osprey Holm]");
  },
);

test("after an answer, a greeting offers questions of that article", async () => {
  const chat = await openBotChat(FERRY);
  await chat.say("How much is a ticket?");
  expect((await chat.say("hello")).shown).toContain("[Why was the old ferry withdrawn?]");
});

test.each(["thanks", "bye", "ok"])("%j is left at that", async (message) => {
  const chat = await openBotChat(FERRY);
  expect((await chat.say(message)).shown).not.toContain("[");
});
