import { expect, test } from "vitest";
import { inArticleSpelling } from "../../../src/telegram/replies/correction-line.ts";
import { articlesIn } from "../../support/sample-bot.ts";

test.each([
  ["a place has its capital", "moscow", "Moscow"],
  ["a part of a name stands for the whole", "jinping", "Xi Jinping"],
  ["an abbreviation keeps its letters", "nato", "NATO"],
  ["a plain word is small, also where one begins a sentence with it", "relations", "relations"],
  ["what is not in the text stays as it is", "bitcoin", "bitcoin"],
])("%s", (_what, word, written) => {
  const [article] = articlesIn("content");
  expect(article && inArticleSpelling(word, article)).toBe(written);
});
