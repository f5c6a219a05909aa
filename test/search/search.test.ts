import { describe, expect, test } from "vitest";
import { indexPassages } from "../../src/search/index/passage-index.ts";
import { parseQuestion } from "../../src/search/query/parse-question.ts";
import { search } from "../../src/search/search.ts";
import { searchText } from "../support/search-text.ts";
import { bridgeArticle, samplePassage } from "./sample.ts";

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
  "nothing is near %s",
  (question) => {
    expect(ask(question).verdict).toBe("nothing");
  },
);

test("a question without a word of the article has no hits", () => {
  expect(ask("bitcoin?")).toMatchObject({ hits: [], confidence: 0, verdict: "nothing" });
});

describe("the scope", () => {
  test("the words of a speaker are also ranked by themselves", () => {
    const parsed = parseQuestion(index, { text: "river" });
    const { hits, fromSpeaker } = search(parsed, { speakers: ["marlow"] });
    expect(hits.map((hit) => hit.passage.id)).toEqual(expect.arrayContaining(["ferry", "rust"]));
    expect(fromSpeaker?.hits.map((hit) => hit.passage.id)).toEqual(["rust"]);
  });

  test("one article leaves only its passages", () => {
    const two = indexPassages([bridgeArticle(), bridgeArticle({ slug: "copy" })]);
    const { hits } = searchText(two, "ferry", { article: "copy" });
    expect(new Set(hits.map((hit) => hit.article.slug))).toEqual(new Set(["copy"]));
    expect(hits[0]?.passage.id).toBe("ferry");
  });

  test("the background helps a question that says little", () => {
    expect(firstFor("and the river?", "a ferry over the river")).toBe("ferry");
  });

  test("the background does not outweigh the question", () => {
    const background = "The bridge will be closed to cars";
    expect(firstFor("How much does the repair cost?", background)).toBe("cost");
  });
});

function askLoosely(text: string, background: string) {
  return search(parseQuestion(index, { text, background }), { mayStandAlone: true });
}

describe("a question that may stand alone", () => {
  test("drops its background if it is answered without it", () => {
    const alone = ask("When will the bridge be closed to cars?");
    expect(askLoosely("When will the bridge be closed to cars?", "a ferry over the river")).toEqual(
      alone,
    );
  });

  test("drops its background for the speaker's words too", () => {
    const text = "When will the bridge be closed to cars?";
    const parsed = parseQuestion(index, { text, background: "a ferry over the river" });
    const { fromSpeaker } = search(parsed, { mayStandAlone: true, speakers: ["council"] });
    expect(fromSpeaker?.query.background).toEqual([]);
  });

  test("keeps its background if it is not", () => {
    const { hits, query } = askLoosely("and by plane?", "a ferry every twenty minutes");
    expect(hits[0]?.passage.id).toBe("ferry");
    expect(query.background.map(({ word }) => word)).toContain("ferry");
  });
});

test("a passage without a negation is a weaker answer to a negated question", () => {
  expect(ask("When is the bridge not closed to cars?").confidence).toBeLessThan(
    ask("When is the bridge closed to cars?").confidence,
  );
});

test.each([
  ["How many cables has rust weakened?", "answered"],
  ["How many sailors has rust weakened?", "near"],
  ["How old is the ferry over the river?", "near"],
])("a number answers only if the passage mentions what is counted: %s", (question, verdict) => {
  expect(ask(question).verdict).toBe(verdict);
});

test("the language with the most confident first hit wins", () => {
  const uk = { id: "uk", heading: "", passages: [samplePassage("uk", "Міст закрили через іржу.")] };
  const both = indexPassages([
    bridgeArticle({ slug: "uk", language: "uk", sections: [uk] }),
    bridgeArticle(),
  ]);
  expect(searchText(both, "Чому закрили міст?").hits[0]?.article.slug).toBe("uk");
  expect(searchText(both, "Why are the cables weak?").hits[0]?.article.slug).toBe("bridge");
});
