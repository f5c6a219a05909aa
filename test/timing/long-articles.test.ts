import { expect, test } from "vitest";
import { parseArticle } from "../../src/article/parsing/parse-article.ts";
import { repetitiveArticles } from "../support/repetitive-articles.ts";

const LENGTH = 100_000;
/** Up to 400 ms is usual. Quadratic work took 7 s and more; the gap leaves room for a busy machine. */
const MAX_MS = 5000;

test.each(repetitiveArticles(LENGTH))("%s are parsed in good time", (_name, text) => {
  const began = performance.now();
  parseArticle(text, "a.md");
  expect(performance.now() - began).toBeLessThan(MAX_MS);
});
