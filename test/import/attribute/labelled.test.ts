import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { attributeSpeech } from "../../../src/import/attribute/attribute-speech.ts";
import { groupedBy } from "../../../src/article/grouped-by.ts";
import type { Language } from "../../../src/languages/language.ts";

const FOLDER = "test/evaluation/attribution";

type Label = { readonly text: string; readonly speaker: string | null };
type LabelledParagraph = { readonly article: string; readonly sentences: readonly Label[] };

function labelled(): LabelledParagraph[] {
  return readFileSync(join(FOLDER, "attributions.jsonl"), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}

function languageOf(article: string): Language {
  return /^language: uk$/mu.test(readFileSync(join(FOLDER, `${article}.md`), "utf8")) ? "uk" : "ru";
}

/** By label: whether it is somebody's, and whether what is proposed is right. */
function judged(language: Language) {
  const articles = groupedBy(labelled(), ({ article }) => article);
  return [...articles]
    .filter(([article]) => languageOf(article) === language)
    .flatMap(([, paragraphs]) => {
      const texts = paragraphs.map(({ sentences }) => sentences.map(({ text }) => text).join(" "));
      const { people, passages } = attributeSpeech(texts, language);
      const called = new Map(
        people.map(({ id, name, capacity, aliases }) => [
          id,
          [name, capacity, ...aliases].join(" "),
        ]),
      );
      const proposed = passages.flatMap(({ sentences }) => sentences);
      return paragraphs
        .flatMap(({ sentences }) => sentences)
        .map(({ text, speaker }) => {
          const found = proposed.find((one) => one.text.includes(text) || text.includes(one.text));
          const who = found?.speaker ?? null;
          const isRight =
            speaker === null
              ? who === null
              : who !== null && shareWord(speaker, called.get(who) ?? "");
          return { isSpoken: speaker !== null, isRight };
        });
    });
}

/** In any case: the first letters are enough. */
const LETTERS = 4;

function shareWord(one: string, other: string): boolean {
  const stems = new Set(stemsOf(other));
  return stemsOf(one).some((stem) => stems.has(stem));
}

function stemsOf(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter((word) => word.length >= LETTERS)
    .map((word) => word.slice(0, LETTERS));
}

test.each(["uk", "ru"] as const)(
  "most speakers are right, and most narration is left alone: %s",
  (language) => {
    const sentences = judged(language);
    const share = (isSpoken: boolean) => {
      const some = sentences.filter((one) => one.isSpoken === isSpoken);
      return some.filter(({ isRight }) => isRight).length / some.length;
    };
    expect(sentences.length).toBeGreaterThan(100);
    expect(share(true)).toBeGreaterThan(0.75);
    expect(share(false)).toBeGreaterThan(0.9);
  },
);
