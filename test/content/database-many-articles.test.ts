import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Context } from "../../src/answer/answer.ts";
import { type Answerer, type Outcome, prepareAnswers } from "../../src/answer/answer-question.ts";
import { openArchiveSource } from "../../src/answer/archive-source.ts";
import { answererFrom } from "../../src/answer/candidate-source.ts";
import { openDatabaseArchive } from "../../src/content/archive/database-archive.ts";
import { archiveOf } from "../support/archive-of.ts";
import { indexFolder } from "../support/index-folder.ts";
import { openTestDatabase } from "../support/open-test-database.ts";
import { hasPostgres, startPostgres } from "../support/postgres-server.ts";
import { articlesIn } from "../support/sample-bot.ts";

const FOLDER = "test/fixtures/archive";
const ARTICLES = articlesIn(FOLDER);
/** Fewer than there are: an archive has the others looked up. */
const AT_HAND = 2;

type Ends = (end: () => Promise<void>) => void;

async function openInDatabase(whenDone: Ends): Promise<Answerer> {
  const { url } = await startPostgres({ whenDone });
  const { database } = await openTestDatabase(url, whenDone);
  await indexFolder(database, FOLDER);
  const archive = openDatabaseArchive(database, () => performance.now(), AT_HAND);
  return answererFrom(openArchiveSource(archive));
}

const SOURCES: readonly (readonly [string, (whenDone: Ends) => Promise<Answerer>])[] = [
  [
    "an archive in arrays",
    async () => answererFrom(openArchiveSource(archiveOf(ARTICLES, AT_HAND))),
  ],
  ...(hasPostgres() ? [["an archive in a database", openInDatabase] as const] : []),
];

const TODAY: Context = { today: "2026-05-20" };

/** What readers see of it, without the order of what is equally good. */
function shown({ answer }: Outcome): unknown {
  if (answer.kind === "statements")
    return answer.statements.map(({ article, passage }) => `${article.slug}/${passage.id}`);
  if (answer.kind === "overview")
    return [answer.kind, answer.of, ...answer.articles.map(({ slug }) => slug).toSorted()];
  if (answer.kind === "no-articles") return [answer.kind, answer.scope, answer.nearest?.slug];
  if (answer.kind === "answered" || answer.kind === "unsure")
    return [answer.kind, answer.article.slug, answer.passage.id];
  return answer.kind;
}

describe.each(SOURCES)("%s says the same as articles in memory", (_name, open) => {
  const inMemory = prepareAnswers(ARTICLES);
  let ask: Answerer;
  const ends: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    ask = await open((end) => void ends.unshift(end));
  });
  afterAll(async () => {
    for (const end of ends) await end();
  });

  test.each([
    ["a week", "What did the strike cost in last week's articles?"],
    ["a day that one article is of", "How much is a ticket in the article of 28 April?"],
    ["today", "What's in today's news?"],
    ["a publisher", "What did the Herald write about the strike?"],
    ["a publisher, in the other script", "Що писав Скерра Геральд про страйк?"],
    ["a section", "What is new in the Sport section?"],
    ["a day without articles", "What's in the news of 1 January 2020?"],
    ["a publisher's day without articles", "What did the Herald write on 2 January 2026?"],
    ["what was said over time", "Who said what about the harbour?"],
    ["what a person said over time", "What did Marlow say about the ferry since May?"],
    ["a person of one name in two articles", "Who is Ann Marlow?"],
  ])("of %s", async (_what, question) => {
    const expected = shown(inMemory(question, TODAY));
    expect(shown(await ask(question, TODAY))).toEqual(expected);
    expect(expected).toBeTruthy();
  });
});
