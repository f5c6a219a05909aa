import type { IndexedWords } from "../analysis/word-spacing.ts";
import type { LanguageIndex } from "../index/language-index.ts";

/** The words of the articles, for questions that may space them otherwise. */
export function indexedWords({
  pack,
  terms,
  dictionary,
  passages,
  engine,
}: LanguageIndex): IndexedWords {
  const { overview, date, people, source, filler, speech } = pack.words;
  const requests = [overview, date, people, source, filler, speech];
  const idOf = (word: string) => dictionary.idOf(terms.of(word));
  return {
    knows: (word) => idOf(word) !== undefined,
    isStopWord: terms.isStopWord,
    isRequest: (word) => requests.some((words) => words.has(word)),
    haveTogether: (first, second) => {
      const [one, other] = [idOf(first), idOf(second)];
      const both = engine.documentsWithBoth(terms.of(first), terms.of(second));
      return both.some((number) =>
        passages.termsOf(number).some((term, at, all) => term === one && all[at + 1] === other),
      );
    },
  };
}
