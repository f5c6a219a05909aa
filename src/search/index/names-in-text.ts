import { groupedBy } from "../../article/grouped-by.ts";
import { TOKEN_CLASS } from "../../languages/token-classes.ts";
import type { Terms } from "../../languages/terms.ts";
import type { NameInText } from "../analysis/phonetic-names.ts";
import type { PassagePool } from "./passage-pool.ts";
import type { TermDictionary } from "./term-dictionary.ts";
import type { WordCounts } from "../analysis/word-counts.ts";

/** How each sounds is found out within a question: 5,000 take 0.2 s, once. */
const MAX_NAMES = 5000;

type Source = {
  readonly pool: PassagePool;
  readonly dictionary: TermDictionary;
  readonly wordCounts: WordCounts;
};

/** The words whose terms the text writes with a capital within a sentence, the most frequent first. */
export function namesInText({ pool, dictionary, wordCounts }: Source, terms: Terms): NameInText[] {
  const uses = new Int32Array(dictionary.size);
  for (let at = 0; at < pool.terms.length; at += 1) {
    const term = pool.terms[at] ?? 0;
    if (((pool.classes[at] ?? 0) & TOKEN_CLASS.name) !== 0) uses[term] = (uses[term] ?? 0) + 1;
  }
  const names = new Set(
    Array.from(uses.keys())
      .filter((id) => (uses[id] ?? 0) > 0)
      .toSorted((one, other) => (uses[other] ?? 0) - (uses[one] ?? 0))
      .slice(0, MAX_NAMES)
      .map(dictionary.termOf),
  );
  return wordsOfTerms(names, wordCounts.words.keys(), terms);
}

/** Stemming every word of a large collection would take long, so only those that begin like a term are stemmed. */
function wordsOfTerms(
  wanted: ReadonlySet<string>,
  words: Iterable<string>,
  terms: Terms,
): NameInText[] {
  const beginnings = new Set([...wanted].map(beginningOf));
  const written = Array.from(words)
    .filter((word) => beginnings.has(beginningOf(word)))
    .map((word) => ({ word, term: terms.of(word) }));
  const byTerm = groupedBy(written, ({ term }) => term);
  return [...wanted].flatMap((term) => byTerm.get(term) ?? [{ word: term, term }]);
}

/** No stemmer changes these. */
const BEGINNING_LENGTH = 2;

function beginningOf(word: string): string {
  return word.slice(0, BEGINNING_LENGTH);
}
