import type { LanguagePack } from "../languages/language-pack.ts";
import { TOKEN_CLASS } from "../languages/token-classes.ts";
import type { Range } from "../text/ranges.ts";
import type { AnalysedWord } from "./analysis/analyse-text.ts";
import { analyseKnownText } from "./analysis/known-texts.ts";

/** The content of some words, for telling copies. */
export type WordPairs = {
  /** Each two content terms in a row; a single one if there are no two. */
  readonly pairs: ReadonlySet<string>;
  /** Numbers, dates and negations: a copy has the very same. */
  readonly telling: ReadonlySet<string>;
};

/** What some of the words of a text say; who says it aside. */
export function pairsIn(text: string, [from, upTo]: Range, pack: LanguagePack): WordPairs {
  const { words } = analyseKnownText(text, pack.terms);
  return pairsOf(
    words.filter(({ word }) => word.start >= from && word.end <= upTo),
    pack,
  );
}

/** Classes of words that no copy changes. */
export const TELLING = TOKEN_CLASS.number | TOKEN_CLASS.time | TOKEN_CLASS.negation;

function pairsOf(words: readonly AnalysedWord[], { words: lists }: LanguagePack): WordPairs {
  const telling = words.filter(({ classes }) => (classes & TELLING) !== 0);
  const terms = words
    .filter(({ word, isStopWord }) => !isStopWord && !lists.reportingVerb.has(word.text))
    .map(({ term }) => term);
  const pairs = terms.slice(1).map((term, at) => `${terms[at] ?? ""} ${term}`);
  return {
    pairs: new Set(pairs.length > 0 ? pairs : terms),
    telling: new Set(telling.map(({ term }) => term)),
  };
}

/** A copy may leave out or change a word or two. */
const MIN_SHARED = 0.75;
/** So few words are alike by chance, and have to be the same. */
const FEW_PAIRS = 3;

/** Whether other words say all that these say, in the same words: wire copy, or a sentence taken over. */
export function isRepeatedIn(one: WordPairs, other: WordPairs): boolean {
  const { size } = one.pairs;
  if (size === 0 || !areSame(one.telling, other.telling)) return false;
  let shared = 0;
  for (const pair of one.pairs) if (other.pairs.has(pair)) shared += 1;
  return shared >= (size <= FEW_PAIRS ? size : MIN_SHARED * size);
}

function areSame(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  if (one.size !== other.size) return false;
  for (const term of one) if (!other.has(term)) return false;
  return true;
}
