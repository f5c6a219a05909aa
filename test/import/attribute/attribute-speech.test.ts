import { array, assert, constantFrom, oneof, property, string } from "fast-check";
import { expect, test } from "vitest";
import { attributeSpeech } from "../../../src/import/attribute/attribute-speech.ts";
import { LANGUAGES } from "../../../src/languages/language.ts";

const BITS = [
  "Ann Smith",
  "said",
  "that",
  "“",
  "”",
  "«",
  "»",
  "„",
  '"',
  "''",
  "—",
  ".",
  ",",
  ":",
  "?",
  " ",
  "According to",
  "he",
  "the minister",
  "Сказав",
  "що",
  "За словами",
  "Ольга Коваль",
  "он",
  "сообщил",
  "A.",
  "U.S.",
  "’s",
  "(",
  ")",
  "\u0301",
  "😀",
  "SMITH:",
  "it is raining",
] as const;
const text = array(constantFrom(...BITS), { maxLength: 60 }).map((bits) => bits.join(" "));
const paragraphs = array(oneof(text, string({ unit: "grapheme", maxLength: 80 })), {
  maxLength: 6,
});

test.each(LANGUAGES)("the sentences of a passage are all of its text, in order: %s", (language) => {
  assert(
    property(paragraphs, (article) => {
      const { people, passages } = attributeSpeech(article, language);
      const ids = new Set(people.map(({ id }) => id));
      expect(ids.size).toBe(people.length);
      expect(passages.length).toBe(article.length);
      for (const [at, { sentences, speaker }] of passages.entries()) {
        const joined = sentences.map((sentence) => sentence.text).join("");
        expect(withoutSpaces(joined)).toBe(withoutSpaces(article[at] ?? ""));
        for (const one of [speaker, ...sentences.map((sentence) => sentence.speaker)]) {
          expect(one === null || ids.has(one)).toBe(true);
        }
      }
    }),
    { numRuns: 60 },
  );
});

function withoutSpaces(value: string): string {
  return value.replace(/\s+/gu, "");
}

test("no paragraphs, no passages", () => {
  expect(attributeSpeech([], "en")).toEqual({ people: [], passages: [] });
});

const PARAGRAPH =
  "Ruth Calder, who runs the port, said that the pier was “rotten” and that she would close it, and Owen Price, her deputy, agreed; ";

test.each(LANGUAGES)(
  "ten times the text takes about ten times as long, without full stops: %s",
  (language) => {
    const time = (count: number) => {
      const started = performance.now();
      attributeSpeech([PARAGRAPH.repeat(count)], language);
      return performance.now() - started;
    };
    time(20);
    const short = Math.min(time(20), time(20), time(20));
    expect(time(200)).toBeLessThan(40 * short + 50);
  },
);
