import { expect, test } from "vitest";
import { parseFeeds } from "../../src/feeds/feeds-file.ts";

function mistakesIn(text: string): string[] {
  const read = parseFeeds(text, "content/feeds.yaml");
  if (read.kind !== "faulty") return [];
  return read.diagnostics.map(({ line, message }) => `${line}: ${message}`);
}

const OF_FEED = "- url: https://vell.example/feed";

test.each([
  ["", []],
  ["feeds:", ["1: `feeds` must be a list: write `- url: https://example.org/feed` below it"]],
  [
    "feds: []",
    [
      "1: `feeds` must be a list: write `- url: https://example.org/feed` below it",
      "1: unknown field `feds`: this file takes feeds (did you mean `feeds`?)",
    ],
  ],
  [`feeds:\n${OF_FEED}`, []],
  ["feeds:\n- vell.example", ["2: must contain fields: write `- url: https://example.org/feed`"]],
  ["feeds:\n- every: 15", ["2: `url` is missing: write the address of a feed or a page"]],
  [
    "feeds:\n- url: vell.example",
    ["2: `url` must be an https address: write `https://example.org/feed`"],
  ],
  [
    "feeds:\n- url: http://vell.example",
    ["2: `url` must be an https address: write `https://example.org/feed`"],
  ],
  [`feeds:\n${OF_FEED}\n  every: 1`, ["3: `every` must be a number from 5 to 1440 (minutes)"]],
  [`feeds:\n${OF_FEED}\n  every: often`, ["3: `every` must be a number from 5 to 1440 (minutes)"]],
  [
    `feeds:\n${OF_FEED}\n  limit: 0`,
    ["3: `limit` must be a number from 1 to 100 (pieces a round)"],
  ],
  [`feeds:\n${OF_FEED}\n  publish: yes`, ["3: `publish` must be `never` or `when-certain`"]],
  [
    `feeds:\n${OF_FEED}\n  language: English`,
    ["3: `language` is not a language code: write `en`, `uk`, `de` …"],
  ],
  [
    `feeds:\n${OF_FEED}\n  include: /news/`,
    ["3: `include` must be a list: write `[/news/, /sport/]`"],
  ],
  [
    `feeds:\n${OF_FEED}\n  include: [news]`,
    ["3: `include` must be the start of a path: write `/news/`, or `*/live/` for any before it"],
  ],
  [
    `feeds:\n${OF_FEED}\n  publsh: never`,
    [
      "3: unknown field `publsh`: a feed takes url, every, limit, publish, language, include, exclude (did you mean `publish`?)",
    ],
  ],
  [`feeds:\n${OF_FEED}\n${OF_FEED}`, ["3: `url` is here twice: take one of the two out"]],
  [
    `feeds:\n${OF_FEED}\n  every: 1\n  limit: x\n- url: ftp://x\n`,
    [
      "3: `every` must be a number from 5 to 1440 (minutes)",
      "4: `limit` must be a number from 1 to 100 (pieces a round)",
      "5: `url` must be an https address: write `https://example.org/feed`",
    ],
  ],
])("%j", (text, mistakes) => {
  expect(mistakesIn(text)).toEqual(mistakes);
});

test("what is no YAML is told with its line", () => {
  expect(mistakesIn("feeds:\n- url: 'https://vell.example\n")[0]).toMatch(/^[23]: bad YAML/u);
});
