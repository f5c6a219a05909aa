import { expect, test } from "vitest";
import { articleLookupInMemory } from "../../src/content/article-lookup-in-memory.ts";
import { prepareAnswers } from "../../src/answer/answer-question.ts";
import type { Context } from "../../src/answer/answer.ts";
import { contextOfQuote } from "../../src/answer/conversation/context-of-quote.ts";
import { shownPassages } from "../../src/answer/shown-passages.ts";
import { articlesIn } from "../support/sample-bot.ts";

const articles = articlesIn("test/fixtures/articles");
const answerQuestion = prepareAnswers(articles);
const quotable = { articles: articleLookupInMemory(() => articles), answerQuestion };
const WHOLE_CARD = `9 crowns, islanders 4
A single ticket costs 9 crowns; islanders pay 4, and children under six travel free.
Tobias Renn, director of the ferry company Holm Lines · announcement
§ The ferry returns · The Vellan Packet`;

test.each([
  ["words out of a passage", "children under six travel free", "fares"],
  ["words marked with half of the next one", "slept on friends' sofas on Thurs", "choir"],
  ["a passage's lead", "A wish for Sundays", "sunday-wish"],
  ["quotation marks unlike the article's", "'quiet is THE one thing we sell'", "quiet-worry"],
  ["a whole card", WHOLE_CARD, "fares"],
])("%s lead to the passage", async (_name, quote, passage) => {
  const context = await contextOfQuote(quote, quotable);
  expect(context).toMatchObject({ article: "harbour-ferry", passage });
});

test.each(["Which of these do you mean?", "", "…", "The weather will be fine"])(
  "%j is from no passage",
  async (quote) => {
    expect(await contextOfQuote(quote, quotable)).toBeUndefined();
  },
);

test("of several passages with the words, the last one shown is meant", async () => {
  const context: Context = { article: "harbour-ferry", passage: "trial" };
  expect(await contextOfQuote("ferry", quotable, context)).toMatchObject({ passage: "trial" });
});

async function askAbout(quote: string, question: string) {
  return answerQuestion(question, await contextOfQuote(quote, quotable)).answer;
}

test("'who says this?' about a quotation is answered with its speaker", async () => {
  expect(await askAbout("children under six travel free", "who says this?")).toMatchObject({
    asksFor: "speaker",
    passage: { id: "fares", speaker: { id: "renn" } },
  });
});

test("'more' about a quotation shows its passage with the neighbours", async () => {
  const shown = shownPassages(await askAbout("children under six travel free", "more"));
  expect(shown.map(({ passage }) => passage.id)).toEqual(["fares", "timetable", "demand"]);
});

test("a quotation is the background of a question about it", async () => {
  const answer = await askAbout("called off by 21:00", "what do they get then?");
  expect(answer).toMatchObject({ passage: { id: "storm-rule" } });
});

test("an answer about a quotation is the context of the next question", async () => {
  const quoted = await contextOfQuote("children under six travel free", quotable);
  const { context } = answerQuestion("who says this?", quoted);
  expect(answerQuestion("more", context).answer).toMatchObject({ passage: { id: "demand" } });
});
