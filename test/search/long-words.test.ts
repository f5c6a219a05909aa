import { expect, test } from "vitest";
import type { Article } from "../../src/article/article.ts";
import { indexPassages } from "../../src/search/index/passage-index.ts";
import { parseQuery } from "../../src/search/query/parse-query.ts";
import { search } from "../../src/search/search.ts";
import { sentencesIn } from "../../src/text/sentences.ts";
import { indexLanguage, type LanguageIndex } from "../../src/search/index/language-index.ts";
import { snippetOf } from "../../src/search/snippet.ts";
import { filled, MESSAGE_KINDS } from "../support/message-kinds.ts";
import { bridgeArticle, samplePassage } from "./sample.ts";

const indexes = ["en", "uk", "ru"].map((language) => indexLanguage([bridgeArticle({ language })]));

/** The letters of all words about which a question asks an index. */
function lettersAsked(question: string, index: LanguageIndex): number {
  let letters = 0;
  const counted =
    <Result>(ask: (word: string) => Result) =>
    (word: string) => {
      letters += word.length;
      return ask(word);
    };
  const { terms, dictionary, spelling, sounds } = index;
  parseQuery(question, {
    ...index,
    terms: { ...terms, of: counted(terms.of), isStopWord: counted(terms.isStopWord) },
    dictionary: { ...dictionary, idOf: counted(dictionary.idOf) },
    spelling: { nearestTo: counted(spelling.nearestTo) },
    sounds: { alike: counted(sounds.alike) },
  });
  return letters;
}

/** A word that is glued of two may be asked for at each place where it could be parted. */
const ASKED_A_LETTER = 60;

test.each(MESSAGE_KINDS)("%j over and over asks no more than its length", (kind) => {
  for (const index of indexes) {
    const [short, long] = [1024, 4096].map((length) => lettersAsked(filled(kind, length), index));
    expect(long).toBeLessThanOrEqual(4.5 * (short ?? 0) + 1000);
    expect(long).toBeLessThanOrEqual(ASKED_A_LETTER * 4096);
  }
});

test("a word longer than words are is found as it is written, in any case", () => {
  const word = "ж".repeat(70);
  const article = bridgeArticle({
    language: "uk",
    sections: [
      {
        id: "long",
        heading: "",
        passages: [samplePassage("a", `Слово ${word}.`), samplePassage("b", "Щось інше.")],
      },
    ],
  });
  const { hits } = search(indexPassages([article]), word.toUpperCase());
  expect(hits.map(({ passage }) => passage.id)).toEqual(["a"]);
});

/** Several times what it takes; with work by the square it would be minutes. */
const QUICK_MS = 3000;

/** Articles of one passage of 100,000 letters. */
const LARGE: readonly (readonly [string, string])[] = [
  ["equal letters", "ж".repeat(100_000)],
  ["glued words", filled("поромчерезбухтувідпливає", 100_000)],
  ["combining marks", `я${filled("\u0301\u0323", 100_000)}`],
  ["marks of the end of a sentence", filled("?!", 100_000)],
  ["short sentences", filled("The ferry leaves. ", 100_000)],
  ["one sentence of the words asked for", filled("ferry bridge ", 100_000)],
  ["a stop word that is asked for", filled("may ferry ", 100_000)],
  ["names", filled("Marlow, Ines ", 100_000)],
];

test.each(LARGE)("a passage of 100,000 letters is indexed and searched: %s", (_what, text) => {
  const began = performance.now();
  for (const language of ["en", "uk"]) {
    const article: Article = bridgeArticle({
      language,
      sections: [{ id: "one", heading: "Ferry", passages: [samplePassage("large", text)] }],
    });
    const index = indexPassages([article]);
    const question = "When in May does the ferry leave the bridge, Ines Marlow?";
    const findings = search(index, question, { background: text });
    for (const { passage } of findings.hits) snippetOf(passage, findings.query);
  }
  expect(performance.now() - began).toBeLessThan(QUICK_MS);
});

test("marks without an end are no sentence each", () => {
  const began = performance.now();
  expect(sentencesIn(`${"?!".repeat(50_000)}x`)).toHaveLength(1);
  expect(performance.now() - began).toBeLessThan(QUICK_MS);
});
