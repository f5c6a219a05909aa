import { expect, test } from "vitest";
import { parseArticle } from "../../../src/article/parsing/parse-article.ts";
import { repetitiveArticles } from "../../support/repetitive-articles.ts";

/** `test/timing` parses longer ones, against the clock. */
const LENGTH = 2000;

test.each(repetitiveArticles(LENGTH))(
  "%s are parsed, or each mistake has its line",
  (_name, text) => {
    const parsed = parseArticle(text, "a.md");
    const lines = text.split("\n").length;
    const misplaced =
      parsed.kind === "faulty"
        ? parsed.diagnostics.filter(({ line }) => line < 1 || line > lines)
        : [];
    expect(misplaced).toEqual([]);
  },
);
