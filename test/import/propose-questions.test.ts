import { expect, test } from "vitest";
import type { Section } from "../../src/article/article.ts";
import type { Language } from "../../src/languages/language.ts";
import { parseArticle } from "../../src/article/parsing/parse-article.ts";
import { proposeQuestions } from "../../src/import/draft/propose-questions.ts";
import { packFor } from "../../src/languages/packs.ts";

function proposed(
  isAnswered: (question: string, section?: Section) => boolean,
  language: Language = "en",
): string[] {
  const parsed = parseArticle(
    `---
title: The ferry
imported: abc123
people:
  renn: { name: Tobias Renn, capacity: director of Holm Lines }
  company: { name: the company, capacity: owner of the ferry }
  this: { name: This Week, capacity: magazine }
  uk: { name: UK }
  march: { name: Anna March }
---

## Why is it back?

It will be full. {by=renn kind=opinion}

Fares will rise. {by=company kind=announcement}

The ship is old. {by=this kind=opinion}

The line is old. {by=uk kind=opinion}

The quay is new, and it was built in eleven years. {by=march kind=opinion proposed review}

## And what then?

It will sail.

## Q: What else?

A second ferry.
`,
    "ferry.md",
  );
  if (parsed.kind === "faulty") throw new Error(JSON.stringify(parsed.diagnostics));
  return proposeQuestions({ ...parsed.article, language }, packFor(language), () => isAnswered);
}

test("headings that ask, and what those who have a name say, make questions", () => {
  expect(proposed(() => true)).toEqual([
    "Why is it back?",
    "What else?",
    "What does Tobias Renn say?",
    "Who is Tobias Renn?",
  ]);
});

test("a question that the article does not answer is not proposed", () => {
  expect(proposed((question) => question.startsWith("Who"))).toEqual(["Who is Tobias Renn?"]);
});

test("questions are asked in the article's language", () => {
  expect(proposed((question) => question.includes("Renn"), "uk")).toEqual([
    "Що каже Tobias Renn?",
    "Tobias Renn – хто це?",
  ]);
});

test("a heading is proposed only if its own section answers it", () => {
  expect(proposed((_question, section) => section?.heading === "Q: What else?")).toEqual([
    "What else?",
  ]);
});
