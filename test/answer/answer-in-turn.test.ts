import { expect, test } from "vitest";
import { partsOf, prepareAnswers } from "../../src/answer/answer-question.ts";
import { parseArticle } from "../../src/article/parsing/parse-article.ts";

const read = parseArticle(
  "---\ntitle: The cup\nlanguage: en\n---\n\nJory Strand scored in Kesten on 4 May 2025.\n\nA ticket cost 9 crowns.\n\nThe bridge to the stadium was closed for a day.\n\nRain fell from noon, and the band played all the same.\n",
  "cup.md",
);
if (read.kind === "faulty") throw new Error("the article is faulty");
const ask = prepareAnswers([read.article]);

// No question of a message is left out, even if the answer is the same.
test.each<[string, readonly string[]]>([
  ["Who scored in Kesten? And when?", ["Who scored in Kesten? And when?"]],
  [
    "Who scored in Kesten? When did Strand score? How much was a ticket?",
    ["Who scored in Kesten? When did Strand score?", "How much was a ticket?"],
  ],
])("%j asks %j", (message, questions) => {
  expect(partsOf(ask(message)).map(({ question }) => question)).toEqual(questions);
});
