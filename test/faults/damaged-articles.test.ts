import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Article } from "../../src/article/article.ts";
import { parseLibrary } from "../../src/article/loading/parse-library.ts";
import { seededRandom } from "../../src/evaluation/random.ts";
import { damaged } from "../support/damage.ts";

/** Of each file; `npm run damage` makes 500. */
const DAMAGES = Number(process.env["DAMAGES"] ?? 40);
/** Damaged text is parsed in milliseconds; the rest is for a busy machine. */
const A_DAMAGE_MS = 500;

/** All text of an article that readers can see. */
function visibleTexts(article: Article): string[] {
  const { title, sections, people, suggestedQuestions, translations } = article;
  return [
    title,
    ...suggestedQuestions,
    ...people.flatMap(({ name, capacity = "" }) => [name, capacity]),
    ...sections.flatMap(({ heading = "", summary = "", passages }) => [
      heading,
      summary,
      ...passages.flatMap(({ text, lead = "", note = "" }) => [text, lead, note]),
    ]),
    ...translations.flatMap(visibleTexts),
  ];
}

const MARKUP =
  /\{[^{}]*(?:by|kind|lead|note|keywords|summary)=|\{#[a-z][a-z0-9-]*\}|#[a-z-]+\}|\{(?:quoted|key)\b|<!--|-->|<\/?[a-z][^<>]*>|[\u202A-\u202E\u2066-\u2069\u200B\uFEFF]/u;
/** With these, an editor shows markup as text on purpose. */
const ESCAPES = /[\\`~&]/gu;

function hasNewEscapes(text: string, before: string): boolean {
  return (text.match(ESCAPES)?.length ?? 0) > (before.match(ESCAPES)?.length ?? 0);
}

/** What a library's error would say: no editor knows these words. */
const LIBRARY_WORDS = /Error:|\bundefined\b|\bexpected\b|\breceived\b/u;

type File = { readonly path: string; readonly text: string };
type Place = { readonly path: string; readonly others: readonly File[] };

/** Markup that would be shown, or diagnostics that an editor could not use. */
function faultsIn(text: string, whole: string, { path, others }: Place): string[] {
  const library = parseLibrary([...others, { path, text }], []);
  if (library.kind === "loaded") {
    const shown = library.articles.flatMap(visibleTexts).filter((words) => MARKUP.test(words));
    return hasNewEscapes(text, whole) ? [] : shown;
  }
  const lines = text.split(/\r\n?|\n/u).length;
  return library.diagnostics
    .filter(({ file, line, message }) => {
      return file !== path || line < 1 || line > lines || LIBRARY_WORDS.test(message);
    })
    .map((diagnostic) => JSON.stringify(diagnostic));
}

const read = (path: string) => ({ path, text: readFileSync(path, "utf8") });
const SAMPLE = read("content/xi-moscow-visit.md");
const FERRY = read("test/fixtures/articles/harbour-ferry.md");

test.each([
  ["the sample", SAMPLE, []],
  ["its translation", read("content/xi-moscow-visit.uk.md"), [SAMPLE]],
  ["a test article", FERRY, []],
  ["its translation", read("test/fixtures/articles/harbour-ferry.ru.md"), [FERRY]],
])(
  "however %s is damaged, it is read without markup or diagnosed by line (%#)",
  (_name, { path, text: whole }, others) => {
    const faults: string[] = [];
    for (let seed = 1; seed <= DAMAGES; seed++) {
      const text = damaged(whole, seededRandom(seed));
      const found = faultsIn(text, whole, { path, others });
      faults.push(...found.map((fault) => `seed ${seed}: ${fault}`));
    }
    expect(faults).toEqual([]);
  },
  DAMAGES * A_DAMAGE_MS,
);
