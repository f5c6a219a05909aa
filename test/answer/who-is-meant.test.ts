import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { prepareAnswers } from "../../src/answer/answer-question.ts";
import { parseArticle } from "../../src/article/parsing/parse-article.ts";

const READERS = "test/evaluation/readers/meant";

/** Asks about an article that lists nobody; tells the text of the passage shown as the answer. */
function answerTo(article: string, question: string): string {
  const text = readFileSync(join(READERS, "meant", `${article}.md`), "utf8");
  const parsed = parseArticle(text, `${article}.md`);
  if (parsed.kind !== "parsed") throw new Error(JSON.stringify(parsed));
  const { answer } = prepareAnswers([parsed.article])(question);
  return answer.kind === "answered" ? answer.passage.text : answer.kind;
}

test.each([
  ["lighthouse", "When did Ronald Pike take office?", "The minister took office"],
  ["lighthouse", "When was Seatech founded?", "The company was founded in 2006"],
  ["lighthouse", "How many workers does Seatech have?", "The company was founded in 2006"],
  ["trial", "How many witnesses did Helen Strand call?", "She called 30 witnesses"],
  ["trial", "Where does Emma Rask work today?", "The 45-year-old lost her job"],
  ["likarnia", "З якого року Степан Гнатюк керував лікарнею?", "Він керував старою лікарнею"],
  ["most", "Где живёт Вера Соколова?", "Она живёт в Осло"],
  ["most", "Когда Тарас Кернер вступил в должность?", "Мэр вступил в должность"],
])(
  "about %s, %j is answered by what is said of “her” or “the company”",
  (article, question, text) => {
    expect(answerTo(article, question)).toContain(text);
  },
);

test("someone else's age is nobody's answer", () => {
  expect(answerTo("trial", "How old is Helen Strand?")).not.toContain("45");
  expect(answerTo("trial", "How old is Gregory Lund?")).not.toContain("45");
});
