import { expect, test } from "vitest";
import { indexPassages } from "../../src/search/index/passage-index.ts";
import { parseQuery } from "../../src/search/query/parse-query.ts";
import { searchText } from "../support/search-text.ts";
import { indexLanguage, type LanguageIndex } from "../../src/search/index/language-index.ts";
import { filled, MESSAGE_KINDS } from "../support/message-kinds.ts";
import { bridgeArticle, samplePassage } from "./sample.ts";

const indexes = ["en", "uk", "ru"].map((language) => indexLanguage([bridgeArticle({ language })]));

/** Total length of all words that parsing a question looks up in an index. */
function lettersLookedUp(question: string, index: LanguageIndex): number {
  let letters = 0;
  const counted =
    <Result>(ask: (word: string) => Result) =>
    (word: string) => {
      letters += word.length;
      return ask(word);
    };
  const { terms, dictionary, spelling, phoneticNames } = index;
  parseQuery(question, {
    ...index,
    terms: { ...terms, of: counted(terms.of), isStopWord: counted(terms.isStopWord) },
    dictionary: { ...dictionary, idOf: counted(dictionary.idOf) },
    spelling: { nearestTo: counted(spelling.nearestTo) },
    phoneticNames: {
      ...phoneticNames,
      soundsLike: counted(phoneticNames.soundsLike),
      nameInText: (word, isLikely) =>
        counted((name: string) => phoneticNames.nameInText(name, isLikely))(word),
    },
  });
  return letters;
}

/** A run-together word is looked up at each place where it could be split. */
const MAX_LOOKUPS_PER_LETTER = 60;

test.each(MESSAGE_KINDS)("%j repeated causes lookups in proportion to its length", (kind) => {
  for (const index of indexes) {
    const [short, long] = [1024, 4096].map((length) =>
      lettersLookedUp(filled(kind, length), index),
    );
    expect(long).toBeLessThanOrEqual(4.5 * (short ?? 0) + 1000);
    expect(long).toBeLessThanOrEqual(MAX_LOOKUPS_PER_LETTER * 4096);
  }
});

test("an overlong word is matched as written, ignoring case", () => {
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
  const { hits } = searchText(indexPassages([article]), word.toUpperCase());
  expect(hits.map(({ passage }) => passage.id)).toEqual(["a"]);
});
