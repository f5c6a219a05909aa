import type { CompiledQuery } from "../query/compile-query.ts";
import type { LanguageIndex } from "../index/language-index.ts";

/** Up to this many passages, ranking all of them is as fast as asking the engine. */
const RANK_ALL_UP_TO = 100;
/** The right passage is hardly ever further down the engine's list. */
const MAX_CANDIDATES = 30;
/** The engine slows down with every posting it reads, so rare terms come first and common ones are dropped. */
const MAX_POSTINGS = 2000;

/** Numbers of the passages worth ranking. */
export function candidatesFor(compiled: CompiledQuery, index: LanguageIndex): number[] {
  if (index.passages.length <= RANK_ALL_UP_TO) return [...index.passages.keys()];

  const found = index.engine.search(rareTerms(compiled, index).join(" "));
  return found.slice(0, MAX_CANDIDATES).map(({ id }) => Number(id));
}

/** The rarest of the terms that match whose postings fit the limit; always at least one. */
function rareTerms({ queryTerms, otherTerms }: CompiledQuery, index: LanguageIndex): string[] {
  const counted = [...queryTerms.map(({ term }) => term), ...otherTerms]
    .map((term) => ({ term, postings: postingsOf(term, index) }))
    .filter(({ postings }) => postings > 0)
    .toSorted((one, other) => one.postings - other.postings);

  let read = 0;
  const affordable = counted.filter(({ postings }) => {
    read += postings;
    return read <= MAX_POSTINGS || read === postings;
  });
  return affordable.map(({ term }) => term);
}

function postingsOf(term: string, { dictionary, documentFrequency }: LanguageIndex): number {
  const id = dictionary.idOf(term);
  return id === undefined ? 0 : (documentFrequency[id] ?? 0);
}
