import { expect, test } from "vitest";
import { answersFrom } from "../../src/answer/answer-question.ts";
import type { Context } from "../../src/answer/answer.ts";
import { indexPassages } from "../../src/search/index/passage-index.ts";
import type { SearchScope } from "../../src/search/findings.ts";
import { searchInSteps, type SearchInSteps } from "../../src/search/search.ts";
import { articlesIn } from "../support/sample-bot.ts";

const articles = articlesIn("test/fixtures/articles");

let searches = 0;
let lastScope: SearchScope | undefined;
const countedSearch: SearchInSteps = (parsed, scope) => {
  searches += 1;
  lastScope = scope;
  return searchInSteps(parsed, scope);
};
const { answerQuestion } = answersFrom(articles, indexPassages(articles), {
  search: countedSearch,
});

// The suggested questions of each article are tried once, before its first answer.
for (const { slug } of articles) answerQuestion("Will it rain bananas?", {}, slug);

/** How often the last of these turns of a chat searches. */
function searchesFor(turns: readonly string[], within?: string): number {
  let context: Context = {};
  let count = 0;
  for (const turn of turns) {
    searches = 0;
    ({ context } = answerQuestion(turn, context, within));
    count = searches;
  }
  return count;
}

const SQUARE = "corn-square";

test.each([
  ["a question", ["How did the council vote?"]],
  ["a question that nothing answers", ["Will bitcoin go up?"]],
  ["small talk", ["hello"]],
  ["a request for the overview", ["What is this article about?"]],
  ["a person's points", ["the engineer's points"]],
  ["what a person says about something", ["What does Pym say about parking?"]],
  ["who says something", ["Who says that the garage is half empty?"]],
  ["a pick from a list", ["the engineer's points", "the second one"]],
  ["a yes to a suggested question", ["How did the council vote?", "yes"]],
  ["a follow-up with a pronoun", ["Who is Wieland?", "what does she say?"]],
  ["a follow-up that may be a new topic", ["How did the council vote?", "and the lime trees?"]],
  ["a question word alone", ["Will they plant trees?", "how many?"]],
  ["a question word that the passage does not answer", ["Will they plant trees?", "why?"]],
  ["the same of another person", ["the mayor's main points", "and Pym?"]],
  ["the same on another topic", ["What does Pym say about trade?", "and on parking?"]],
  ["what may be a new topic", ["What does Pym say about trade?", "what about the lime trees?"]],
  ["a correction", ["who is the mayor", "no, I meant the baker"]],
  ["who says what was shown", ["How did the council vote?", "who says that?"]],
  ["more", ["How did the council vote?", "more"]],
])("within an article, %s is one search", (_what, turns) => {
  expect(searchesFor(turns, SQUARE)).toBe(1);
});

test.each([
  ["the first question", ["How did the council vote?"], 1],
  ["a question that the chat's article answers", ["How did the council vote?", "who voted?"], 1],
  ["a question word alone", ["Will they plant trees?", "why?"], 1],
  ["small talk", ["How did the council vote?", "thanks"], 1],
  ["a question on another article", ["How did the council vote?", "How much is a ticket?"], 2],
  ["the same on a topic", ["What does Pym say about trade?", "and on parking?"], 1],
  ["what no article answers", ["How did the council vote?", "Will bitcoin go up?"], 2],
])("among several articles, %s takes as many searches as listed", (_what, turns, count) => {
  expect(searchesFor(turns)).toBe(count);
});

test.each<[string, string, object]>([
  [
    "How did the council vote?",
    "and until when may vans deliver?",
    { mayStandAlone: true, shown: "vote" },
  ],
  ["How did the council vote?", "is it final?", { shown: "vote" }],
  ["How did the council vote?", "and Wieland?", { shown: "vote" }],
  ["How did the council vote?", "Until when may vans deliver?", { shown: "vote" }],
  [
    "Will they plant trees?",
    "What does Pym say about trade?",
    { speakers: ["pym"], shown: "money" },
  ],
])("after %j, %j is searched for with the scope %j", (before, question, scope) => {
  searchesFor([before, question], SQUARE);
  expect({ ...lastScope, shown: lastScope?.shown?.passage.id }).toEqual(scope);
});
