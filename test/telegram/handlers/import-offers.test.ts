import { expect, test } from "vitest";
import { linkIn } from "../../../src/telegram/handlers/import-offers.ts";

const chat = { id: 1, type: "private", first_name: "Ann" } as const;

function linkOf(text: string, behind?: { words: string; url: string }): string | undefined {
  const offset = text.indexOf(behind?.words ?? "");
  const entities = behind && [
    { type: "text_link" as const, offset, length: behind.words.length, url: behind.url },
  ];
  return linkIn({ message_id: 1, date: 1, chat, text, ...(entities && { entities }) });
}

test.each([
  ["https://example.org/ferry", "https://example.org/ferry"],
  [
    "http://example.org/ferry?id=1&utm_source=x#top",
    "http://example.org/ferry?id=1&utm_source=x#top",
  ],
  [" https://example.org/ferry.\n", "https://example.org/ferry"],
  ["👉 https://example.org/ferry", "https://example.org/ferry"],
  ["<https://example.org/ferry>", "https://example.org/ferry"],
  ["https://example.org/wiki/Port_(harbour)", "https://example.org/wiki/Port_(harbour)"],
  ["https://новини.укр/пором", "https://новини.укр/пором"],
  ["www.example.org/ferry", "https://www.example.org/ferry"],
  ["example.org/ferry", "https://example.org/ferry"],
])("%j is a link to a page", (text, link) => {
  expect(linkOf(text)).toBe(link);
});

test.each([
  "What does https://example.org/ferry say?",
  "https://example.org/ferry when does it sail",
  "https://example.org/a https://example.org/b",
  "example.org",
  "https://t.me/ask_the_article_bot?start=ferry",
  "t.me/channel/12",
  "ftp://example.org/ferry",
  "tg://resolve?domain=channel",
  "mailto:ann@example.org",
  "https://",
  "",
  "/start https://example.org/ferry",
  `https://example.org/${"a".repeat(2100)}`,
])("%j is not", (text) => {
  expect(linkOf(text)).toBeUndefined();
});

test("words that are a link all along are one", () => {
  const url = "https://example.org/ferry";
  expect(linkOf("The ferry is back!", { words: "The ferry is back", url })).toBe(url);
  expect(linkOf("Is the ferry back?", { words: "ferry", url })).toBeUndefined();
});
