import { expect, test } from "vitest";
import { archiveRows } from "../../../src/search/archive/archive-rows.ts";
import { analyseArticle } from "../../../src/search/archive/analysed-article.ts";
import { bestPassages, passagesWithBoth } from "../../../src/search/archive/best-passages.ts";
import { DOCUMENT_KIND } from "../../../src/search/archive/posting-lists.ts";
import { collectPostings } from "../../../src/search/archive/term-postings.ts";
import type { SearchedPassages } from "../../../src/search/index/language-index.ts";
import { indexPassages } from "../../../src/search/index/passage-index.ts";
import { compileQuery } from "../../../src/search/query/compile-query.ts";
import { parseQuestion } from "../../../src/search/query/parse-question.ts";
import { candidatesFor } from "../../../src/search/ranking/candidates.ts";
import { articlesIn } from "../../support/sample-bot.ts";

const ARTICLES = ["test/fixtures/archive", "test/fixtures/articles"]
  .flatMap(articlesIn)
  .filter(({ language }) => language === "en");

const TEXTS = ARTICLES.flatMap((article, id) =>
  archiveRows(analyseArticle(article)).flatMap((rows, text) =>
    rows.language === "en" ? [{ ...rows, article: id, text }] : [],
  ),
);
const POSTINGS = collectPostings(100);
for (const text of TEXTS) POSTINGS.add(text);
const LISTS = POSTINGS.byTerm();
const listsOf = (term: string) => (LISTS.get(term) ?? []).map(({ bytes }) => bytes);
const DOCUMENTS = TEXTS.flatMap(({ documents }) => documents.map(({ terms }) => terms.length));
const collection = {
  documents: DOCUMENTS.length,
  meanLength: DOCUMENTS.reduce((sum, size) => sum + size, 0) / DOCUMENTS.length,
};

/** Passages that ranking takes of the index in memory, as its search and by place. */
function inMemory(question: string, speakers?: readonly string[]) {
  const index = indexPassages(ARTICLES);
  const [own] = parseQuestion(index, { text: question });
  if (!own) throw new Error("no index");
  const [inLanguage, query] = own;
  const searches: SearchedPassages[] = [];
  const noting = {
    ...inLanguage,
    onSearch: (asked: SearchedPassages) => void searches.push(asked),
  };
  const found = candidatesFor(compileQuery(query, noting), noting, speakers && { speakers });
  const places = found.map(({ number }) => {
    const { article, position } = inLanguage.passages.at(number) ?? fail();
    return `${article.slug}/${position}`;
  });
  const [search = fail()] = searches;
  return { places, search };
}

function fail(): never {
  throw new Error("nothing was searched for");
}

function fromLists(search: SearchedPassages, articles?: ReadonlySet<number>): string[] {
  const source = { collection, listsOf, articles };
  return bestPassages({ ...search, reader: undefined }, source).map(
    ({ article, position }) => `${ARTICLES[article]?.slug}/${position}`,
  );
}

test.each([
  "How much is a ticket of the ferry?",
  "What did the strike cost the town?",
  "Who said what about the harbour?",
  "When will the square be closed to cars?",
  "What does the mayor say about the budget of the harbour?",
])("of lists, ranking gets the passages that it takes in memory: %s", (question) => {
  const { places, search } = inMemory(question);
  expect(places.length).toBeGreaterThan(1);
  expect(fromLists(search).toSorted()).toEqual(places.toSorted());
});

test("and those of a speaker only", () => {
  const { places, search } = inMemory("What was said about the harbour?", ["ann-marlow", "marlow"]);
  expect(places.length).toBeGreaterThan(0);
  expect(fromLists(search).toSorted()).toEqual(places.toSorted());
  expect(places.length).toBeLessThan(inMemory("What was said about the harbour?").places.length);
});

test("and those of the articles in scope only", () => {
  const { search } = inMemory("How much is a ticket of the ferry?");
  const [first = fail()] = fromLists(search);
  const others = ARTICLES.flatMap(({ slug }, id) => (first.startsWith(`${slug}/`) ? [] : [id]));
  const found = fromLists(search, new Set(others));
  expect(found.length).toBeGreaterThan(0);
  expect(found.filter((place) => place.startsWith(`${first.split("/")[0]}/`))).toEqual([]);
});

test("of more than ranking takes, nearly all are the same", () => {
  const { places, search } = inMemory("ferry, harbour, town, council, island, strike, ticket, day");
  const all = fromLists({ ...search, most: 1000 });
  expect(all.length).toBeGreaterThan(30);
  expect(places).toHaveLength(30);
  const found = fromLists(search);
  expect(found).toHaveLength(30);
  expect(found.filter((place) => places.includes(place)).length).toBeGreaterThanOrEqual(29);
});

test("passages that may have two words side by side have both", () => {
  const pair = ["harbour", "master"] as const;
  const having = TEXTS.flatMap(({ article, documents, vocabulary }) =>
    documents
      .filter(
        ({ kind, terms }) =>
          kind === DOCUMENT_KIND.passage &&
          pair.every((one) => terms.includes(vocabulary.indexOf(one))),
      )
      .map(({ first }) => `${article}/${first}`),
  );
  const found = passagesWithBoth(pair, listsOf, 1000);
  expect(having.length).toBeGreaterThan(1);
  expect(found.map(({ article, position }) => `${article}/${position}`)).toEqual(having);
  expect(passagesWithBoth(pair, listsOf, 1)).toHaveLength(1);
});
