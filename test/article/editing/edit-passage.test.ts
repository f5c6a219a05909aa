import { readdirSync, readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Article, Attribution, Passage } from "../../../src/article/article.ts";
import { attributeRange, confirmRange } from "../../../src/article/editing/attribute-range.ts";
import { editPassage } from "../../../src/article/editing/edit-passage.ts";
import { passagesOf } from "../../../src/article/editing/edited-text.ts";
import { parseArticle } from "../../../src/article/parsing/parse-article.ts";

const HEAD = `---
title: The ferry # as printed
people:
  gazette: { name: The Gazette, capacity: newspaper }
  ann: { name: Ann Other, capacity: captain }
source: { publisher: gazette }
---
`;

function read(markdown: string): Article {
  const result = parseArticle(markdown, "ferry.md");
  if (result.kind === "faulty") throw new Error(JSON.stringify(result.diagnostics));
  return result.article;
}

/** The body after the only passage with these words has been edited. */
function edited(
  body: string,
  words: string,
  edit: (passage: Passage, article: Article) => Passage,
) {
  const markdown = `${HEAD}\n${body}\n`;
  const article = read(markdown);
  const passage = passagesOf(article).find(({ text }) => text.includes(words));
  const result = editPassage(markdown, "ferry.md", passage?.id ?? "", (one) => edit(one, article));
  if (result.kind === "problem") return result.message;
  expect(result.text.startsWith(`${HEAD}\n`)).toBe(true);
  return result.text.slice(HEAD.length + 1, -1);
}

function saysAnn(passage: Passage, { people }: Article, words = passage.text): Passage {
  const start = passage.text.indexOf(words);
  const speaker = people.find(({ id }) => id === "ann");
  return attributeRange(passage, [start, start + words.length], {
    speaker,
    kind: "opinion",
    quoted: "direct",
  });
}

describe("a passage is given to somebody, and only its own braces change", () => {
  test.each([
    ["The pier burnt.", "The pier burnt. {by=ann kind=opinion quoted}"],
    ["The pier burnt. {#pier}", "The pier burnt. {#pier by=ann kind=opinion quoted}"],
    ["The pier burnt {#pier}.", "The pier burnt {#pier by=ann kind=opinion quoted}."],
    [
      'The pier burnt. {key proposed review lead="It burnt"}',
      'The pier burnt. {key lead="It burnt" by=ann kind=opinion quoted}',
    ],
    [
      "The *pier* [burnt](https://a.example/by_ann).\nTwice.",
      "The *pier* [burnt](https://a.example/by_ann).\nTwice. {by=ann kind=opinion quoted}",
    ],
    ["- One.\n- The pier.\n- Two.", "- One.\n- The pier. {by=ann kind=opinion quoted}\n- Two."],
    ["> The pier.", "> The pier. {by=ann kind=opinion quoted}"],
    ["The pier.\n{#a}", "The pier.\n{#a by=ann kind=opinion quoted}"],
    ["The pier.\n\n{#a}\n\nTwo.", "The pier.\n\n{#a by=ann kind=opinion quoted}\n\nTwo."],
    ["The pier. {#a} {key}", "The pier. {#a key by=ann kind=opinion quoted}"],
    [
      "| Ferry | Departs |\n| --- | --- |\n| The pier | 21:00 |",
      "| Ferry | Departs |\n| --- | --- |\n| The pier | 21:00 {by=ann kind=opinion quoted} |",
    ],
    [
      "<!-- ask Ann -->\nThe pier. <!-- sure? -->\n\n## Fares {#fares}\n\nTwo.",
      "<!-- ask Ann -->\nThe pier. <!-- sure? --> {by=ann kind=opinion quoted}\n\n## Fares {#fares}\n\nTwo.",
    ],
  ])("%j", (body, expected) => {
    expect(edited(body, "The pier", saysAnn)).toBe(expected);
  });
});

describe("words within a passage are given to somebody", () => {
  test.each([
    ["The pier burnt. “No.” It rains.", "The pier burnt. [“No.”]{by=ann quoted} It rains."],
    [
      "The pier burnt. *“No.”* It [rains](https://a.example). {#pier key}",
      "The pier burnt. [*“No.”*]{by=ann quoted} It [rains](https://a.example). {#pier key}",
    ],
    ["“No.”\nThe pier burnt.", "[“No.”]{by=ann quoted}\nThe pier burnt."],
    [
      "It rains. [The pier burnt.]{kind=opinion review} “No.” Still.",
      "It rains. [The pier burnt.]{kind=opinion review} [“No.”]{by=ann quoted} Still.",
    ],
    ["The pier burnt. **“No.”**", "The pier burnt. [**“No.”**]{by=ann quoted}"],
    ["The pier \\*burnt\\* & fell. “No.”", "The pier \\*burnt\\* & fell. [“No.”]{by=ann quoted}"],
  ])("%j", (body, expected) => {
    const result = edited(body, "pier", (passage, article) => saysAnn(passage, article, "“No.”"));
    expect(result).toBe(expected);
  });

  test("all words of the passage one after the other need no span", () => {
    const first = edited("The pier burnt. “No.”", "pier", (passage, article) =>
      saysAnn(passage, article, "“No.”"),
    );
    const second = edited(first, "pier", (passage, article) =>
      saysAnn(passage, article, "The pier burnt."),
    );
    expect(second).toBe("The pier burnt. “No.” {by=ann kind=opinion quoted}");
  });
});

describe("what import proposed is found right", () => {
  test.each([
    ["The pier. {by=ann kind=opinion proposed review}", "The pier. {by=ann kind=opinion}"],
    ["The pier. {proposed}", "The pier."],
    [
      "[The pier.]{by=ann proposed review} It rains. {#a review}",
      "[The pier.]{by=ann} It rains. {#a review}",
    ],
  ])("%j", (body, expected) => {
    expect(edited(body, "The pier", (passage) => confirmRange(passage, [0, 9]))).toBe(expected);
  });
});

test("line ends, a byte order mark and invisible characters stay", () => {
  const markdown = `\uFEFF${HEAD}\nOne\u00AD.\n\nThe pier.\n`.replaceAll("\n", "\r\n");
  const article = read(markdown);
  const [, pier] = passagesOf(article);
  const result = editPassage(markdown, "ferry.md", pier?.id ?? "", (passage) =>
    saysAnn(passage, article),
  );
  expect(result).toMatchObject({
    text: markdown.replace("pier.", "pier. {by=ann kind=opinion quoted}"),
  });
});

test("a passage that is gone, and one that cannot be changed in place, are told", () => {
  expect(edited("The pier.", "none", saysAnn)).toMatch(/no longer in the file/u);
  const row = "| Ferry | Departs |\n| --- | --- |\n| The pier | 21:00 |";
  expect(edited(row, "pier", (one, all) => saysAnn(one, all, "pier: 21"))).toMatch(
    /edit ferry\.md:11/u,
  );
});

describe("any passage of the project's articles can be given to anybody, and nothing else changes", () => {
  const files = ["content", "test/fixtures/articles"].flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => /^[^.]+\.md$/u.test(file))
      .map((file) => `${folder}/${file}`),
  );
  test.each(files)("%s", (file) => {
    const markdown = readFileSync(file, "utf8");
    const article = read(markdown);
    const passages = passagesOf(article);
    const choice = fc.record({
      passage: fc.constantFrom(...passages),
      from: fc.nat(400),
      length: fc.integer({ min: 1, max: 400 }),
      speaker: fc.constantFrom(...article.people, article.source.publisher),
      kind: fc.constantFrom("opinion", "announcement", "report"),
      quoted: fc.constantFrom("direct", "mixed", "retold"),
    });
    fc.assert(
      fc.property(choice, ({ passage, from, length, ...attribution }) => {
        const range = wordsAt(passage.text, from % passage.text.length, length);
        checkEdit({ file, markdown, passage, range, attribution });
      }),
      { numRuns: 30 },
    );
  });
});

type Choice = {
  readonly file: string;
  readonly markdown: string;
  readonly passage: Passage;
  readonly range: readonly [number, number];
  readonly attribution: Attribution;
};

function checkEdit({ file, markdown, passage, range, attribution }: Choice): void {
  const result = editPassage(markdown, file, passage.id, (one) =>
    attributeRange(one, range, attribution),
  );
  if (result.kind === "problem") throw new Error(result.message);
  const changed = passagesOf(result.article).find(({ id }) => id === passage.id);
  const others = (article: Article) => passagesOf(article).filter(({ id }) => id !== passage.id);
  expect(others(result.article)).toEqual(others(read(markdown)));
  expect(changed).toEqual(attributeRange(passage, range, attribution));
  const lines = new Set(markdown.split("\n"));
  const touched = result.text.split("\n").filter((line) => !lines.has(line));
  // The paragraph may stand on a few lines.
  expect(touched.length).toBeLessThanOrEqual(3);
}

/** From one word's start to another's end. */
function wordsAt(text: string, from: number, length: number): readonly [number, number] {
  const words = [...text.matchAll(/\S+/gu)];
  const first = words.find(({ index, 0: word }) => index + word.length > from) ?? words[0];
  const last = words.findLast(({ index }) => index < from + length) ?? first;
  const start = first?.index ?? 0;
  return [
    start,
    Math.max((last?.index ?? 0) + (last?.[0].length ?? 1), start + (first?.[0].length ?? 1)),
  ];
}
