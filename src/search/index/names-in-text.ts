import { groupedBy } from "../../article/grouped-by.ts";
import { TOKEN_CLASS } from "../../languages/token-classes.ts";
import type { Steps } from "../../languages/steps.ts";
import type { NameInText } from "../analysis/names-by-sound.ts";
import type { OpenedPool } from "./passage-pool.ts";
import type { TermDictionary } from "./term-dictionary.ts";
import type { WordCounts } from "../analysis/word-counts.ts";

/** How each sounds is found out once: 5,000 take 0.2 s. */
const MAX_NAMES = 5000;

/** In less than a millisecond. */
const TERMS_IN_STEP = 100_000;

type Source = {
  readonly pool: OpenedPool;
  readonly dictionary: TermDictionary;
  readonly wordCounts: WordCounts;
};

/** The term of a word, which is given with its number; undefined may stand for one that the dictionary lacks. */
type TermOf = (word: string, number: number) => string | undefined;

/** The words whose terms the text writes with a capital within a sentence, the most frequent first. */
export function* namesInText(
  { pool, dictionary, wordCounts }: Source,
  termOf: TermOf,
): Steps<readonly NameInText[]> {
  const uses = new Int32Array(dictionary.size);
  const { length } = pool.terms;
  for (let from = 0; from < length; from += TERMS_IN_STEP) {
    const to = Math.min(from + TERMS_IN_STEP, length);
    const classes = pool.classes.subarray(from, to);
    for (const [at, term] of pool.terms.subarray(from, to).entries()) {
      if (((classes[at] ?? 0) & TOKEN_CLASS.name) !== 0) uses[term] = (uses[term] ?? 0) + 1;
    }
    yield;
  }
  const names = new Set(
    Array.from(uses.keys())
      .filter((id) => (uses[id] ?? 0) > 0)
      .toSorted((one, other) => (uses[other] ?? 0) - (uses[one] ?? 0))
      .slice(0, MAX_NAMES)
      .map(dictionary.termOf),
  );
  return yield* wordsOfTerms(names, wordCounts.words.keys(), termOf);
}

/** Stemming every word of a large collection would take long, so only those that begin like a term are stemmed. */
function* wordsOfTerms(
  wanted: ReadonlySet<string>,
  words: Iterable<string>,
  termOf: TermOf,
): Steps<NameInText[]> {
  const beginnings = new Set([...wanted].map(beginningOf));
  const written: NameInText[] = [];
  let number = 0;
  for (const word of words) {
    if (beginnings.has(beginningOf(word))) {
      const term = termOf(word, number);
      if (term !== undefined && wanted.has(term)) written.push({ word, term });
    }
    number += 1;
    yield;
  }
  const byTerm = groupedBy(written, ({ term }) => term);
  return [...wanted].flatMap((term) => byTerm.get(term) ?? [{ word: term, term }]);
}

/** No stemmer changes these. */
const BEGINNING_LENGTH = 2;

function beginningOf(word: string): string {
  return word.slice(0, BEGINNING_LENGTH);
}
