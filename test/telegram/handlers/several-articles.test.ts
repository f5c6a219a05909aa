import { expect, test } from "vitest";
import { articleLookupInMemory } from "../../../src/content/article-lookup-in-memory.ts";
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
  return openChatWith(PLACES.slice(0, count).map(fileOf), languageCode);
}

async function openChatWith(files: ReturnType<typeof fileOf>[], languageCode = "en") {
  const library = parseLibrary(files, []);
  if (library.kind === "faulty") throw new Error(JSON.stringify(library.diagnostics));
  const { articles } = library;
  const answerQuestion = prepareAnswers(articles);
  return openChat(
    (token, apiRoot) =>
      createBot({
        token,
        apiRoot,
        articles: articleLookupInMemory(() => articles),
        answerQuestion,
      }),
    { user: { language_code: languageCode } },
  );
}

const ROW = /^(?:\[[^\]]+\] ?)+$/u;

function withoutButtons(shown: string): string {
  return shown.replaceAll(/\[[^\]]*\]/gu, "");
}

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

test.each([
  ["en", "which articles?", "There are 12 articles in all."],
  ["uk", "які є статті?", "Усього статей: 12."],
  ["ru", "какие есть статьи?", "Всего статей: 12."],
])("a list of some says in %s how many there are", async (language, question, sentence) => {
  const files = [...PLACES, "quay", "lock"].map(fileOf);
  const chat = await openChatWith(files, language);
  for (const message of ["/start", "/brief", question]) {
    const { shown } = await chat.say(message);
    expect(rowsOf(shown)).toHaveLength(10);
    expect(shown).toContain(sentence);
  }
  const ofAll = await openChatWith(files.slice(0, 10), language);
  expect((await ofAll.say("/start")).shown).not.toMatch(/in all|Усього|Всего/u);
});

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

test.each([
  ...SHOWING_AN_ARTICLE.slice(0, 5),
  "mill history built holm",
  "Does Ann Marsh say that the mill is old?",
  "/facts",
  "/dates",
  "/people",
  "/brief",
])("of several articles, the reply to %j names the one that it shows", async (question) => {
  const chat = await openChatAbout(3);
  await chat.say("When was the mill built?");
  const { shown } = await chat.say(question);
  expect(withoutButtons(shown)).toContain("The mill");

  const group = chat.as(chat.user.account, chat.api.createGroup());
  await group.say("/ask When was the mill built?");
  const inGroup = await group.say(question.startsWith("/") ? question : `/ask ${question}`);
  expect(withoutButtons(inGroup.shown)).toContain("The mill");
});

test("answers from several articles are each named, and no name is said twice in a row", async () => {
  const chat = await openChatAbout(3);
  const question = "When was the mill built? Who built the mill? When was the bridge built?";
  expect((await chat.say(question)).shown).toMatchInlineSnapshot(`
    "<b>1. When was the mill built? Who built the mill?</b>
    The mill was built in 1700. · <i>report</i>
    <i>The mill</i>

    <b>2. When was the bridge built?</b>
    The bridge was built in 1701. · <i>report</i>
    <i>The bridge</i>
    [1] [2]
    [Where is the bridge?]
    [All articles]"
  `);
  const group = chat.as(chat.user.account, chat.api.createGroup());
  expect((await group.say(`/ask ${question}`)).shown).toMatchInlineSnapshot(`
    "1. The mill was built in 1700. · <i>report</i> · <i>The mill</i>
    2. The bridge was built in 1701. · <i>report</i> · <i>The bridge</i>
    [1] [2]"
  `);
});

test("a person is shown as one article has them, which is named", async () => {
  const chat = await openChatAbout(2);
  expect((await chat.say("Who is Ann Marsh?")).shown).toMatchInlineSnapshot(`
    "<b>Ann Marsh</b>
    mayor

    1 statement in this article
    1. “The mill was built by Tom,” said Ann Marsh.

    The mill
    [1]
    [All articles]"
  `);
});

const fileAbout = (name: string, capacity: string) => ({
  path: `${name.toLowerCase()}.md`,
  text: `---\ntitle: On ${name}'s day\nlanguage: en\npeople: { p: { name: ${name} Marsh, capacity: ${capacity} } }\n---\n\n“The quay is old,” said ${name} Marsh. {by=p kind=opinion quoted}\n`,
});

test("people of one surname are told apart by their articles, too", async () => {
  const chat = await openChatWith([fileAbout("Ann", "mayor"), fileAbout("Jan", "baker")]);
  expect((await chat.say("Who is Marsh?")).shown).toMatchInlineSnapshot(`
    "<b>Whom do you mean?</b>

    <b>Ann Marsh</b>: mayor · <i>On Ann's day</i>
    <b>Jan Marsh</b>: baker · <i>On Jan's day</i>
    [Ann Marsh]
    [Jan Marsh]
    [All articles]"
  `);
});

test("a card names its article, unless it is the only one", async () => {
  const question = "When was the mill built?";
  expect((await (await openChatAbout(2)).say(question)).shown).toMatch(/^§ History · The mill$/mu);
  expect((await (await openChatAbout(1)).say(question)).shown).toMatch(/^§ History$/mu);
});
