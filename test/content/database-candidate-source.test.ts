import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Context } from "../../src/answer/answer.ts";
import { type Answerer, answersFrom, type Outcome } from "../../src/answer/answer-question.ts";
import { openArchiveSource } from "../../src/answer/archive-source.ts";
import { allInMemory, answererFrom } from "../../src/answer/candidate-source.ts";
import type { Article } from "../../src/article/article.ts";
import { indexPassages } from "../../src/search/index/passage-index.ts";
import { openDatabaseArchive } from "../../src/content/archive/database-archive.ts";
import { archiveOf } from "../support/archive-of.ts";
import { indexFolder } from "../support/index-folder.ts";
import { openTestDatabase } from "../support/open-test-database.ts";
import { hasPostgres, startPostgres } from "../support/postgres-server.ts";
import { articlesIn } from "../support/sample-bot.ts";

type OpenAnswerer = (
  articles: readonly Article[],
  whenDone: (end: () => Promise<void>) => void,
) => Promise<Answerer>;

const FOLDER = "test/fixtures/articles";

const openInDatabase: OpenAnswerer = async (_articles, whenDone) => {
  const { url } = await startPostgres({ whenDone });
  const { database } = await openTestDatabase(url, whenDone);
  await indexFolder(database, FOLDER);
  return answererFrom(openArchiveSource(openDatabaseArchive(database, () => performance.now())));
};

const SOURCES: readonly (readonly [string, OpenAnswerer])[] = [
  [
    "articles in memory",
    async (articles) => answererFrom(allInMemory(answersFrom(articles, indexPassages(articles)))),
  ],
  [
    "an archive in arrays",
    async (articles) => answererFrom(openArchiveSource(archiveOf(articles))),
  ],
  ...(hasPostgres() ? [["an archive in a database", openInDatabase] as const] : []),
];

const ARTICLES = articlesIn(FOLDER);

function shown({ answer, findings }: Outcome): string {
  const [hit] = findings.hits;
  return `${answer.kind} ${hit ? `${hit.article.slug}/${hit.passage.id}` : ""}`.trim();
}

describe.each(SOURCES)("%s", (_name, open) => {
  let ask: Answerer;
  const ends: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    ask = await open(ARTICLES, (end) => void ends.unshift(end));
  });
  afterAll(async () => {
    for (const end of ends) await end();
  });

  test.each([
    ["a question", "How much is a ticket?", "answered harbour-ferry/fares"],
    ["words alone", "night ferry", "answered harbour-ferry/first-crossing"],
    ["words run together", "nightferry", "answered harbour-ferry/first-crossing"],
    ["another article", "When will the square be closed?", "answered corn-square/traffic"],
    ["Russian, translated", "Сколько стоит билет?", "answered harbour-ferry/fares"],
    ["Ukrainian, translated", "Скільки коштує квиток на пором?", "answered harbour-ferry/fares"],
    [
      "an article in another language",
      "Що сталося з пекарнею?",
      "unsure bakery-fire/a-fire-broke-out-early",
    ],
    ["a person", "who is Tobias Renn?", "person harbour-ferry/timetable"],
    ["a person in the other script", "кто такой Тобиас Ренн?", "person harbour-ferry/timetable"],
    ["what a person says", "What does Renn say?", "points harbour-ferry/timetable"],
    ["what nobody wrote about", "Who won the chess championship?", "not-covered corn-square/start"],
  ])("answers %s", async (_what, question, expected) => {
    expect(shown(await ask(question))).toBe(expected);
  });

  test.each([
    ["islnaders", "how much do islnaders pay", "islanders"],
    ["frist", "when is the frist crossing of the ferry?", "first"],
  ])("reads %s as the articles' word", async (word, question, readAs) => {
    const { corrections, answer } = await ask(question);
    expect(corrections).toEqual([{ word, readAs }]);
    expect(answer.kind).toBe("answered");
  });

  test("a follow-up goes on with what was asked, and may turn to another article", async () => {
    const first = await ask("How much is a ticket?");
    const second = await ask("and for children?", first.context);
    expect(shown(second)).toBe("answered harbour-ferry/fares");
    const elsewhere = await ask("When will the square be closed to cars?", second.context);
    expect(shown(elsewhere)).toBe("answered corn-square/traffic");
  });

  test("only the article in scope is searched", async () => {
    const outcome = await ask("How much is a ticket?", {}, "corn-square");
    expect(outcome.findings.hits.map(({ article }) => article.slug)).not.toContain("harbour-ferry");
  });

  test("an answer has its whole article, and questions to ask next", async () => {
    const { answer } = await ask("How much is a ticket?");
    expect(answer).toMatchObject({ article: { slug: "harbour-ferry", translations: [{}, {}] } });
    expect(answer).toHaveProperty("nextQuestions.length", 2);
  });

  test.each([
    ["a statement", "'; DROP TABLE articles; --"],
    ["the end of a statement", "Robert'); DELETE FROM archive_postings; -- fares"],
    ["a condition", "%' OR '1'='1"],
    ["signs of all kinds", 'a\0b "ferry" \\ $1 {ferry} % _ \uD800'],
    ["an array with a very long word", `{"${"x".repeat(3000)}",NULL}`],
    ["a word again and again", "ferry ".repeat(600)],
    ["what stands for values and people", "\uFFFF\u0007 =1 @renn"],
  ])("takes %s for text", async (_what, question) => {
    const before = await ask("How much is a ticket?");
    expect((await ask(question)).answer.kind).toMatch(/^(?:unsure|not-covered|answered|menu)$/u);
    expect(shown(await ask("How much is a ticket?"))).toBe(shown(before));
  });

  test("an article that is gone leaves the conversation with the others", async () => {
    const context: Context = { article: "withdrawn", passage: "first" };
    expect(shown(await ask("How much is a ticket?", context))).toBe("answered harbour-ferry/fares");
  });
});
