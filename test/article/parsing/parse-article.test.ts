import { describe, expect, test } from "vitest";
import { formatDiagnostic } from "../../../src/article/diagnostic.ts";
import { parseArticle } from "../../../src/article/parsing/parse-article.ts";
import type { Article } from "../../../src/article/article.ts";

const FRONT_MATTER = `---
title: The ferry
source:
  publisher: gazette
people:
  gazette: { name: The Gazette, capacity: newspaper }
  ann: { name: Ann Other, capacity: captain, aliases: [the captain] }
---
`;

function parsed(markdown: string, file = "content/ferry.md"): Article {
  const result = parseArticle(markdown, file);
  if (result.kind === "faulty")
    throw new Error(result.diagnostics.map(formatDiagnostic).join("\n"));
  return result.article;
}

function mistakesIn(markdown: string): string[] {
  const result = parseArticle(markdown, "content/ferry.md");
  return result.kind === "faulty" ? result.diagnostics.map(formatDiagnostic) : [];
}

test("a title and paragraphs alone are an article without a speaker", () => {
  const article = parsed("# Fire in town\n\nA bakery burnt down.\n\nNobody was hurt.\n");

  expect(article.title).toBe("Fire in town");
  expect(article.sections.map(({ heading }) => heading)).toEqual([undefined]);
  const [first, second] = article.sections[0]?.passages ?? [];
  expect(first).toMatchObject({ id: "a-bakery-burnt-down", text: "A bakery burnt down." });
  expect(second).toMatchObject({ id: "nobody-was-hurt", kind: "report", quoted: "retold" });
  expect(second?.speaker).toBeUndefined();
  expect(article.source.publisher).toBeUndefined();
});

test("the title of an article without a publisher names no person", () => {
  expect(parsed("# Packet switching\n\nText.\n").people).toEqual([]);
});

test("braces after a paragraph set its speaker, kind and more", () => {
  const { sections } = parsed(`${FRONT_MATTER}
## At sea {#sea summary="What happened"}

The ship was late. {#late by=ann kind=opinion quoted key lead="Late" note="No hour is given." keywords="delay, hours"}
`);

  expect(sections[0]).toMatchObject({ id: "sea", heading: "At sea", summary: "What happened" });
  expect(sections[0]?.passages[0]).toEqual({
    id: "late",
    text: "The ship was late.",
    speaker: {
      id: "ann",
      name: "Ann Other",
      capacity: "captain",
      aliases: ["the captain"],
    },
    kind: "opinion",
    quoted: "direct",
    isKeyFact: true,
    lead: "Late",
    note: "No hour is given.",
    keywords: ["delay", "hours"],
  });
});

test("list items and paragraphs of quotations are passages", () => {
  const { sections } = parsed(`${FRONT_MATTER}
- One item. {#one}
- Another
  item. {#two by=ann kind=report}

> We sailed. {#three by=ann kind=opinion quoted}
`);

  const found = sections[0]?.passages.map(({ id, text, speaker }) => [id, text, speaker?.id]);
  expect(found).toEqual([
    ["one", "One item.", "gazette"],
    ["two", "Another item.", "ann"],
    ["three", "We sailed.", "ann"],
  ]);
});

test.each([
  ["two lines\nof text", "two lines of text"],
  ["**bold** and [a link](https://example.org)", "bold and a link"],
  ["a set {a, b}", "a set {a, b}"],
  ["    an indented line", "an indented line"],
  ["a line over dashes\n---", "a line over dashes"],
  ["5 < 6 & \\<b>7\\</b>", "5 < 6 & <b>7</b>"],
])("the text of %j is %j", (markdown, text) => {
  expect(parsed(`# T\n\n${markdown}\n`).sections[0]?.passages[0]?.text).toBe(text);
});

test("derived ids are unique and short", () => {
  const { sections } = parsed("# T\n\nThe same words.\n\nThe same words.\n\nПривіт усім.\n");
  const ids = sections[0]?.passages.map(({ id }) => id) ?? [];

  expect(ids.slice(0, 2)).toEqual(["the-same-words", "the-same-words-2"]);
  expect(ids[2]).toMatch(/^[0-9a-f]{8}$/u);
});

test("a publisher that is not an id is a new organisation", () => {
  const { source } = parsed("---\nsource: { publisher: The Daily News }\n---\n# T\n\nText.\n");
  expect(source.publisher).toMatchObject({ id: "the-daily-news", name: "The Daily News" });
});

describe("mistakes are reported with their line and how to fix them", () => {
  test.each<[string, string, string]>([
    ["no title", "Only text.\n", "1: the article has no title: write `title: …`"],
    ["braces after the title", "# T {#t}\n\nText.\n", "1: a title takes no attributes"],
    ["no text", "# Title\n", "1: the article is empty: write at least one paragraph"],
    ["unclosed front matter", "---\ntitle: x\n\nText.\n", "1: the front matter is not closed"],
    ["bad YAML", "---\ntitle: x\npeople: [a\n---\n# T\n\nText.\n", "4: bad YAML"],
    ["an unknown key", "---\ntitle: x\ntitel: y\n---\nText.\n", "3: unknown field `titel`"],
    [
      "a person without a capacity",
      "---\ntitle: x\npeople:\n  ann:\n    name: Ann\n---\nText.\n",
      "5: `people.ann.capacity` is missing: add it",
    ],
    [
      "a URL that is not http",
      "---\ntitle: x\nsource: { url: 'ftp://x.y' }\n---\nText.\n",
      "3: `source.url` must be an http(s) URL",
    ],
    [
      "an unknown publisher",
      FRONT_MATTER.replace("publisher: gazette", "publisher: gazete") + "\nText.\n",
      "4: publisher `gazete` is not listed under `people` (gazette, ann)",
    ],
    [
      "an unknown speaker",
      `${FRONT_MATTER}\nText. {by=bob kind=report}\n`,
      "10: speaker `bob` is not listed under `people` (gazette, ann)",
    ],
    [
      "a speaker without a kind",
      `${FRONT_MATTER}\nText. {by=ann}\n`,
      "10: what `ann` says needs a kind: add kind=opinion",
    ],
    [
      "an unknown kind",
      `${FRONT_MATTER}\nText. {kind=rumour}\n`,
      "10: kind `rumour` must be opinion, announcement or report",
    ],
    [
      "an unknown attribute",
      `${FRONT_MATTER}\nText. {#a who=ann}\n`,
      "10: unknown attribute `who`: a passage takes id, by, kind",
    ],
    ["an id twice", "# T\n\nA. {#a}\n\nB. {#a}\n", "5: passage id `a` is already used in line 3"],
    [
      "a section id twice",
      "# T\n\n## A {#a}\n\nText.\n\n## B {#a}\n\nText.\n",
      "7: section id `a` is already used in line 3",
    ],
    [
      "an id with capitals",
      "# T\n\nA. {#Aa}\n",
      "3: id `Aa` must consist of lower-case Latin letters",
    ],
  ])("%s", (_, markdown, message) => {
    expect(mistakesIn(markdown).join("\n")).toContain(`content/ferry.md:${message}`);
  });

  test("all of them at once, sorted by line", () => {
    const markdown = `${FRONT_MATTER}\nA. {by=bob kind=report}\n\nB. {kind=rumour}\n`;
    expect(mistakesIn(markdown).map((message) => message.split(":")[1])).toEqual(["10", "12"]);
  });
});
