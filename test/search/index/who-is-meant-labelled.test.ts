import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseArticle } from "../../../src/article/parsing/parse-article.ts";
import { packFor } from "../../../src/languages/packs.ts";
import { indexLanguage } from "../../../src/search/index/language-index.ts";
import { sentencesIn } from "../../../src/text/sentences.ts";

const LANGUAGES = ["en", "uk", "ru"];
/** "{She|Anna Holt} is 34": whom a word means; "?" where nobody can tell for sure. */
const MARKED = /\{(?<word>[^|{}]+)\|(?<means>[^{}]+)\}/gu;

/** Sentence and surname of everybody meant, as labelled. */
function labelled(marked: string, sentences: readonly (readonly [number, number])[], of: Of) {
  let marks = 0;
  const all = Array.from(marked.matchAll(MARKED), ({ 0: mark, index, groups }) => {
    const at = index - marks;
    marks += mark.length - (groups?.["word"] ?? "").length;
    const sentence = sentences.findIndex(([start, end]) => at >= start && at < end);
    return { sentence, surname: groups?.["means"]?.split(" ").at(-1) ?? "" };
  });
  return new Set(
    all.flatMap(({ sentence, surname }) => (surname === "?" ? [] : `${sentence} ${of(surname)}`)),
  );
}

type Of = (word: string) => string;

/** The same as found, in an article that lists nobody. */
function found(text: string, language: string): ReadonlySet<string> {
  const source = `---\ntitle: News\nlanguage: ${language}\n---\n\n${text}\n`;
  const parsed = parseArticle(source, "news.md");
  if (parsed.kind !== "parsed") throw new Error(JSON.stringify(parsed));
  const { passages, dictionary } = indexLanguage([parsed.article]);
  const meant = new Map<number, string>();
  for (const { meant: names } of passages) {
    // The surname is the last term of a name.
    for (const [at, id] of names.terms.entries()) {
      meant.set(names.sentenceOf[at] ?? 0, dictionary.termOf(id));
    }
  }
  return new Set(Array.from(meant, ([sentence, surname]) => `${sentence} ${surname}`));
}

function judge(language: string) {
  const { terms } = packFor(language);
  const texts = readFileSync(`test/fixtures/who-is-meant/${language}.txt`, "utf8");
  return texts
    .trim()
    .split("\n\n")
    .map((marked) => {
      const text = marked.replaceAll(MARKED, "$<word>");
      const wanted = labelled(marked, sentencesIn(text), terms.of);
      const ties = found(text, language);
      const right = [...ties].filter((tie) => wanted.has(tie));
      return { wanted: wanted.size, found: ties.size, right: right.length };
    });
}

test("of those found to be meant, at least 95 % are, and four of five are found", () => {
  const judged = LANGUAGES.flatMap(judge);
  const sum = (key: "wanted" | "found" | "right") =>
    judged.reduce((total, one) => total + one[key], 0);
  expect(judged.length).toBeGreaterThanOrEqual(60);
  expect(sum("right") / sum("found")).toBeGreaterThanOrEqual(0.95);
  expect(sum("right") / sum("wanted")).toBeGreaterThanOrEqual(0.8);
});
