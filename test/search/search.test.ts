import { describe, expect, test } from "vitest";
import { indexPassages } from "../../src/search/index/passage-index.ts";
import { parseQuestion } from "../../src/search/query/parse-question.ts";
import { search } from "../../src/search/search.ts";
import { searchText } from "../support/search-text.ts";
import { bridgeArticle } from "./sample.ts";

const index = indexPassages([bridgeArticle()]);

function ask(question: string, background?: string) {
  return searchText(index, question, background === undefined ? {} : { background });
}

function firstFor(question: string, background?: string): string | undefined {
  return ask(question, background).hits[0]?.passage.id;
}

test.each([
  ["When will the bridge be closed?", "dates"],
  ["Why are the cables weak?", "rust"],
  ["how do people cross the river", "ferry"],
  ["How much does the repair cost?", "cost"],
  ["nato", "cost"],
  ["dates?", "dates"],
  ["What does the expert think of the sum?", "doubt"],
])("%s → %s", (question, passage) => {
  expect(firstFor(question)).toBe(passage);
});

test("a question in words of the article is answered", () => {
  expect(ask("When will the bridge be closed to cars?").verdict).toBe("answered");
});

test.each(["Will bitcoin go up?", "What did Biden say?", "Who won the football match?"])(
  "%s is not covered",
  (question) => {
    expect(ask(question).verdict).toBe("not-covered");
  },
);

test("a question without a single word of the article has no hits", () => {
  expect(ask("bitcoin?")).toMatchObject({ hits: [], confidence: 0, verdict: "not-covered" });
});

describe("scope", () => {
  test("what a speaker says is ranked by itself as well", () => {
    const parsed = parseQuestion(index, { text: "river" });
    const { hits, fromSpeaker } = search(parsed, { speaker: "marlow" });
    expect(hits.map((hit) => hit.passage.id)).toEqual(expect.arrayContaining(["ferry", "rust"]));
    expect(fromSpeaker?.hits.map((hit) => hit.passage.id)).toEqual(["rust"]);
  });

  test("an article leaves only its passages", () => {
    const two = indexPassages([bridgeArticle(), bridgeArticle({ slug: "copy" })]);
    const { hits } = searchText(two, "ferry", { article: "copy" });
    expect(hits.map((hit) => hit.article.slug)).toEqual(["copy"]);
  });

  test("what was said before helps where the question says little", () => {
    expect(firstFor("and the river?", "a ferry over the river")).toBe("ferry");
  });

  test("what was said before does not drag a new question with it", () => {
    const background = "The bridge will be closed to cars";
    expect(firstFor("How much does the repair cost?", background)).toBe("cost");
  });
});

function askLoosely(text: string, background: string) {
  return search(parseQuestion(index, { text, background }), { mayStandAlone: true });
}

describe("a question that may stand alone", () => {
  test("leaves its background where it is answered without", () => {
    const alone = ask("When will the bridge be closed to cars?");
    expect(askLoosely("When will the bridge be closed to cars?", "a ferry over the river")).toEqual(
      alone,
    );
  });

  test("is searched for with its background where it is not", () => {
    const { hits, query } = askLoosely("and by plane?", "a ferry every twenty minutes");
    expect(hits[0]?.passage.id).toBe("ferry");
    expect(query.background.map(({ word }) => word)).toContain("ferry");
  });
});

test("what is so is a weaker answer to what is not so", () => {
  expect(ask("When is the bridge not closed to cars?").confidence).toBeLessThan(
    ask("When is the bridge closed to cars?").confidence,
  );
});

test.each([
  ["How many cables has rust weakened?", "answered"],
  ["How many sailors has rust weakened?", "unsure"],
  ["How old is the ferry over the river?", "unsure"],
])("a number is no answer without what is counted: %s", (question, verdict) => {
  expect(ask(question).verdict).toBe(verdict);
});
