import { expect, test } from "vitest";
import { prepareAnswers } from "../../../src/answer/answer-question.ts";
import { parseLibrary } from "../../../src/article/loading/parse-library.ts";
import { createBot } from "../../../src/telegram/create-bot.ts";
import { openChat } from "../../support/open-chat.ts";

const PLACES = ["mill", "bridge", "tower", "barn", "inn", "gate", "well", "kiln", "dam", "mine"];

function fileOf(place: string, at: number) {
  const questions = `questions: [When was the ${place} built?, Who built the ${place}?, Where is the ${place}?]`;
  const people = "people: { ann: { name: Ann Marsh, capacity: mayor } }";
  return {
    path: `${place}.md`,
    text: `---\ntitle: The ${place}\nlanguage: en\n${questions}\n${people}\n---\n\n## History\n\nThe ${place} was built in ${1700 + at}. {key keywords="year"}\n\n“The ${place} was built by Tom,” said Ann Marsh. {by=ann kind=opinion quoted}\n\nThe ${place} is in Holm. {key}\n`,
  };
}

async function openChatAbout(count: number, languageCode = "en") {
  const library = parseLibrary(PLACES.slice(0, count).map(fileOf), []);
  if (library.kind === "faulty") throw new Error(JSON.stringify(library.diagnostics));
  const { articles } = library;
  const answerQuestion = prepareAnswers(articles);
  return openChat(
    (token, apiRoot) => createBot({ token, apiRoot, articles: () => articles, answerQuestion }),
    { user: { language_code: languageCode } },
  );
}

const ROW = /^(?:\[[^\]]+\] ?)+$/u;

function rowsOf(shown: string): string[] {
  return shown.split("\n").filter((line) => ROW.test(line.trim()));
}

const SHOWING_AN_ARTICLE = [
  "When was the mill built?",
  "who says that?",
  "more",
  "What does Ann Marsh say about the mill?",
  "Who is Ann Marsh?",
  "Does the mill grind bitcoin?",
  "What is the article about?",
  "/brief",
  "/facts",
  "/dates",
  "/people",
  "/about",
];

test.each([2, 10])(
  "of %d articles, every reply about one leads back to the list",
  async (count) => {
    const chat = await openChatAbout(count);
    await chat.start("mill");
    for (const question of SHOWING_AN_ARTICLE) {
      const { shown } = await chat.say(question);
      const offered = shown.match(/\[All articles\]/gu) ?? [];
      expect([question, offered.length]).toEqual([question, 1]);
    }
    const { shown } = await chat.press("All articles");
    expect(shown).toContain("Articles you can ask about");
    expect(rowsOf(shown)).toHaveLength(count);
  },
);

test("a card stays within three rows", async () => {
  const chat = await openChatAbout(3);
  await chat.start("mill");
  for (const question of SHOWING_AN_ARTICLE.slice(0, 3)) {
    const rows = rowsOf((await chat.say(question)).shown);
    expect(rows.length).toBeLessThanOrEqual(3);
    expect(rows.at(-2)).toBe("[All articles]");
  }
});

test("what is opened in place leads back, too", async () => {
  const chat = await openChatAbout(2);
  await chat.start("mill");
  await chat.say("/facts");
  expect((await chat.press("1")).shown).toContain("[All articles]");
  expect((await chat.press("All")).shown).toContain("[All articles]");
});

test("an article that is chosen from the list is what the chat is about", async () => {
  const chat = await openChatAbout(2);
  await chat.start("mill");
  await chat.say("When was the mill built?");
  await chat.press("All articles");
  expect((await chat.press("The bridge")).shown).toContain("The bridge");
  expect((await chat.say("When was it built?")).shown).toContain("1701");
});

test("the answer above the list stays", async () => {
  const chat = await openChatAbout(2);
  await chat.start("mill");
  await chat.say("When was the mill built?");
  const { sent, edited } = await chat.press("All articles");
  expect([sent.length, edited.length]).toEqual([1, 0]);
});

test.each(["/start", "which articles?", "other articles", "Back to the articles"])(
  "%s lists the articles, whatever the chat is about",
  async (message) => {
    const chat = await openChatAbout(10);
    await chat.start("mill");
    const { shown } = await chat.say(message);
    expect(shown).toContain("Articles you can ask about");
    expect(shown).toContain("[The mine]");
    expect(shown).not.toContain("[All articles]");
  },
);

test.each([
  ["які ще є статті?", "Статті, про які можна запитати"],
  ["какие ещё есть статьи?", "Статьи, о которых можно спросить"],
])("%s", async (message, heading) => {
  const chat = await openChatAbout(2);
  expect((await chat.say(message)).shown).toContain(heading);
});

test("with one article there is no list to go back to", async () => {
  const chat = await openChatAbout(1);
  for (const question of ["/start", ...SHOWING_AN_ARTICLE]) {
    expect((await chat.say(question)).shown).not.toContain("[All articles]");
  }
  expect((await chat.say("which articles?")).shown).toContain("The mill");
});

test("a group gets no such button", async () => {
  const chat = await openChatAbout(2);
  const group = chat.as(chat.user.account, chat.api.createGroup());
  expect((await group.say("/ask When was the mill built?")).shown).not.toContain("[All articles]");
});

test("a card names its article, unless it is the only one", async () => {
  const question = "When was the mill built?";
  expect((await (await openChatAbout(2)).say(question)).shown).toMatch(/^§ History · The mill$/mu);
  expect((await (await openChatAbout(1)).say(question)).shown).toMatch(/^§ History$/mu);
});
