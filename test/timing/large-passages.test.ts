import { expect, test } from "vitest";
import type { Article } from "../../src/article/article.ts";
import { indexPassages } from "../../src/search/index/passage-index.ts";
import { searchText } from "../support/search-text.ts";
import { snippetOf } from "../../src/search/snippet.ts";
import { sentencesIn } from "../../src/text/sentences.ts";
import { bridgeArticle, samplePassage } from "../search/sample.ts";
import { filled } from "../support/message-kinds.ts";

/** Several times the usual; quadratic work would take minutes. */
const MAX_MS = 3000;

/** Texts of 100,000 letters. */
const LARGE: readonly (readonly [string, string])[] = [
  ["equal letters", "ж".repeat(100_000)],
  ["words run together", filled("поромчерезбухтувідпливає", 100_000)],
  ["combining marks", `я${filled("\u0301\u0323", 100_000)}`],
  ["sentence marks", filled("?!", 100_000)],
  ["short sentences", filled("The ferry leaves. ", 100_000)],
  ["one sentence of query terms", filled("ferry bridge ", 100_000)],
  ["a stop word of the query", filled("may ferry ", 100_000)],
  ["names", filled("Marlow, Ines ", 100_000)],
];

test.each(LARGE)("a passage of 100,000 letters is indexed and searched: %s", (_what, text) => {
  const began = performance.now();
  for (const language of ["en", "uk"]) {
    const article: Article = bridgeArticle({
      language,
      sections: [{ id: "one", heading: "Ferry", passages: [samplePassage("large", text)] }],
    });
    const index = indexPassages([article]);
    const question = "When in May does the ferry leave the bridge, Ines Marlow?";
    const findings = searchText(index, question, { background: text });
    for (const { passage } of findings.hits) snippetOf(passage, findings.query);
  }
  expect(performance.now() - began).toBeLessThan(MAX_MS);
});

test("sentence marks in a row are one sentence", () => {
  const began = performance.now();
  expect(sentencesIn(`${"?!".repeat(50_000)}x`)).toHaveLength(1);
  expect(performance.now() - began).toBeLessThan(MAX_MS);
});
