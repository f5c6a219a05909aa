import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Article } from "../../src/article/article.ts";
import { parseLibrary } from "../../src/article/loading/parse-library.ts";
import { seededRandom } from "../../src/evaluation/random.ts";
import { damaged } from "../support/damage.ts";

const DAMAGES_EACH = 500;

/** What readers see of an article. */
function shownIn(article: Article): string[] {
  const { title, sections, people, suggestedQuestions, translations } = article;
  return [
    title,
    ...suggestedQuestions,
    ...people.flatMap(({ name, capacity }) => [name, capacity]),
    ...sections.flatMap(({ heading = "", summary = "", passages }) => [
      heading,
      summary,
      ...passages.flatMap(({ text, lead = "", note = "" }) => [text, lead, note]),
    ]),
    ...translations.flatMap(shownIn),
  ];
}

const MARKUP =
  /\{[^{}]*(?:by|kind|lead|note|keywords|summary)=|\{#[a-z][a-z0-9-]*\}|#[a-z-]+\}|\{(?:quoted|key)\b|<!--|-->|<\/?[a-z][^<>]*>|[\u202A-\u202E\u2066-\u2069\u200B\uFEFF]/u;
/** By these an editor has markup shown as text. */
const LITERAL = /[\\`~&]/gu;

function hasNewLiterals(text: string, before: string): boolean {
  return (text.match(LITERAL)?.length ?? 0) > (before.match(LITERAL)?.length ?? 0);
}

const read = (path: string) => ({ path, text: readFileSync(path, "utf8") });
const SAMPLE = read("content/xi-moscow-visit.md");
const FERRY = read("test/fixtures/articles/harbour-ferry.md");

/** What is wrong with how a damaged article is read. */
function faultsIn(text: string, whole: string, { path, others }: Place): string[] {
  const library = parseLibrary([...others, { path, text }], []);
  if (library.kind === "loaded") {
    const shown = library.articles.flatMap(shownIn).filter((words) => MARKUP.test(words));
    return hasNewLiterals(text, whole) ? [] : shown;
  }
  const lines = text.split(/\r\n?|\n/u).length;
  return library.diagnostics
    .filter(({ file, line, message }) => {
      return file !== path || line < 1 || line > lines || FOREIGN_WORDS.test(message);
    })
    .map((diagnostic) => JSON.stringify(diagnostic));
}

type File = { readonly path: string; readonly text: string };
type Place = { readonly path: string; readonly others: readonly File[] };

/** Of libraries, that no editor knows. */
const FOREIGN_WORDS = /Error:|\bundefined\b|\bexpected\b|\breceived\b/u;

test.each([
  ["the sample", SAMPLE, []],
  ["its translation", read("content/xi-moscow-visit.uk.md"), [SAMPLE]],
  ["an article of the tests", FERRY, []],
  ["its translation", read("test/fixtures/articles/harbour-ferry.ru.md"), [FERRY]],
])(
  "whatever is done to %s, it is read without markup, or told with a line of the file (%#)",
  (_name, { path, text: whole }, others) => {
    const faults: string[] = [];
    for (let seed = 1; seed <= DAMAGES_EACH; seed++) {
      const text = damaged(whole, seededRandom(seed));
      const found = faultsIn(text, whole, { path, others });
      faults.push(...found.map((fault) => `seed ${seed}: ${fault}`));
    }
    expect(faults).toEqual([]);
  },
  60_000,
);
