import { describe, expect, test } from "vitest";
import { answersFrom, prepareAnswers } from "../../src/answer/answer-question.ts";
import type { Context, MessageAnswer } from "../../src/answer/answer.ts";
import { indexPassages } from "../../src/search/index/passage-index.ts";
import { bridgeArticle, samplePassage } from "../search/sample.ts";
import { articlesIn } from "../support/sample-bot.ts";

const articles = articlesIn("test/fixtures/articles");
const answerQuestion = prepareAnswers(articles);
const FERRY = "harbour-ferry";

/** The answer to the last of these questions of a chat. */
function ask(...questions: string[]): MessageAnswer {
  let context: Context = {};
  let answer: MessageAnswer | undefined;
  for (const question of questions) {
    const outcome = answerQuestion(question, context, FERRY);
    ({ context, answer } = outcome);
  }
  if (!answer) throw new Error("ask at least one question");
  return answer;
}

describe("intents", () => {
  test.each([
    ["How much is a ticket?", { kind: "answered", passage: { id: "fares" } }],
    ["What are the harbour master's main points?", { kind: "points", person: { id: "dunsley" } }],
    ["What does Renn say?", { kind: "points", person: { id: "renn" } }],
    ["Who is Sefa Oakhollow?", { kind: "person", person: { id: "oakhollow" } }],
    ["tell me who the director is", { kind: "person", person: { id: "renn" } }],
    ["What is this article about?", { kind: "overview", of: "sections" }],
    ["summarise it for me please", { kind: "overview", of: "sections" }],
    ["key facts", { kind: "overview", of: "key-facts" }],
    ["Who wrote this?", { kind: "source" }],
    ["where is this from?", { kind: "source" }],
    ["thanks", { kind: "small-talk", topic: "thanks" }],
    ["Will it rain kayaks?", { kind: "unsure", verdict: "near" }],
  ])("%j", (question, expected) => {
    expect(ask(question)).toMatchObject(expected);
  });
});

describe("attribution", () => {
  test("a person's points are all theirs, in the article's order", () => {
    const answer = ask("Sum up the harbour master's statements");
    const points = answer.kind === "points" ? answer.points : [];
    expect(points.map(({ passage }) => passage.id)).toEqual([
      "deeper-berth",
      "quay-cost",
      "storm-rule",
    ]);
    expect(new Set(points.map(({ passage }) => passage.speaker?.id))).toEqual(new Set(["dunsley"]));
  });

  test("a question about who says something is answered with the speaker", () => {
    expect(ask("Who says that quiet is the one thing they sell?")).toMatchObject({
      kind: "answered",
      asksFor: "speaker",
      passage: { id: "quiet-worry", speaker: { id: "oakhollow" } },
    });
  });

  test("in an article with one speaker, the passage that names somebody is the answer", () => {
    const passages = [samplePassage("rust", "Ines Marlow said that rust has weakened the cables.")];
    const sections = [{ id: "only", heading: "Rust", passages }];
    const answerOn = prepareAnswers([bridgeArticle({ sections })]);
    expect(answerOn("Who said that rust has weakened the cables?").answer).toMatchObject({
      asksFor: "passage",
      passage: { id: "rust" },
    });
  });

  test("nobody else's words are given as a person's", () => {
    expect(ask("What did the harbour master say about the choir?")).toMatchObject({
      kind: "not-covered",
      reason: "not-said-by",
      person: { id: "dunsley" },
    });
  });
});

describe("conversation", () => {
  test("'who says that?' is about the last passage shown", () => {
    expect(ask("How much is a ticket?", "who says that?")).toMatchObject({
      asksFor: "speaker",
      passage: { id: "fares" },
    });
  });

  test("'he' is the person last mentioned", () => {
    expect(ask("Who is Renn?", "what does he say?")).toMatchObject({
      kind: "points",
      person: { id: "renn" },
    });
  });

  test("'more' shows the passage after the last one shown", () => {
    expect(ask("How much is a ticket?", "more")).toMatchObject({
      kind: "answered",
      passage: { id: "demand" },
    });
  });

  test("without an earlier turn, a follow-up is an ordinary question", () => {
    expect(ask("who says that?").kind).toBe("not-covered");
    expect(ask("more").kind).toBe("not-covered");
  });

  test("without anything shown, “whose opinions are these?” asks for everybody who speaks", () => {
    expect(ask("whose opinions are these?")).toMatchObject({ kind: "overview", of: "people" });
  });

  test("a context whose article and passage are gone is ignored", () => {
    const gone = { article: "gone", passage: "gone", person: "gone", question: "gone" };
    expect(answerQuestion("How much is a ticket?", gone, FERRY).answer).toMatchObject({
      passage: { id: "fares" },
    });
  });
});

describe("several articles", () => {
  test("a question finds its article", () => {
    expect(answerQuestion("How much is a ticket for the ferry?").answer).toMatchObject({
      kind: "answered",
      article: { slug: FERRY },
    });
  });

  test("within an article, no other is searched", () => {
    const { findings } = answerQuestion("How much is a ticket?", {}, "bakery-fire");
    expect(new Set(findings.hits.map(({ article }) => article.slug))).toEqual(
      new Set(findings.hits.length > 0 ? ["bakery-fire"] : []),
    );
  });

  test("what comes near in another article is shown rather than nothing", () => {
    const { answer } = answerQuestion("When does the harbour master leave the island?", {
      article: "bakery-fire",
    });
    expect(answer).toMatchObject({ kind: "unsure", verdict: "near", article: { slug: FERRY } });
    // A word that no article has keeps it from being about another.
    const { answer: other } = answerQuestion("Will bitcoin go up?", { article: FERRY });
    expect(other.kind).toBe("not-covered");
  });

  test("a question about the whole article lists the articles until one is chosen", () => {
    expect(answerQuestion("What is this article about?").answer).toMatchObject({
      kind: "overview",
      of: "library",
    });
    const context = { article: "bakery-fire" };
    expect(answerQuestion("What is this article about?", context).answer).toMatchObject({
      of: "sections",
      articles: [{ slug: "bakery-fire" }],
    });
  });
});

test("suggested questions are ones that the bot answers, other than the one just asked", () => {
  const answer = ask("How much is a ticket?");
  const suggested = answer.kind === "answered" ? answer.nextQuestions : [];
  expect(suggested).not.toContain("How much is a ticket?");
  for (const question of suggested) expect(ask(question).kind).toBe("answered");
});

test("the indexes that the first questions would wait for can be built ahead", () => {
  const [article] = articles;
  const [section] = article?.sections ?? [];
  const [passage] = section?.passages ?? [];
  if (!article || !section || !passage) throw new Error("the sample has passages");
  const passages = Array.from({ length: 300 }, (_, at) => ({ ...passage, id: `p${at}` }));
  const long = { ...article, slug: "long", sections: [{ ...section, passages }] };
  const all = [...articles, long];
  const { prepare } = answersFrom(all, indexPassages(all));
  // Everything in two more languages, and the long article by itself in each language.
  expect([...prepare()].length).toBeGreaterThan(5 * passages.length);
  expect([...prepare()]).toEqual([]);
});
