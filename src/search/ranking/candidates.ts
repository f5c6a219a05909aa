import type { CompiledQuery } from "../query/compile-query.ts";
import type { LanguageIndex } from "../index/language-index.ts";

/** Up to so many passages are all looked at closely; the engine would not save anything. */
const RANK_ALL_UP_TO = 100;
/** Of more, the engine's best. The right one is hardly ever further down. */
const MAX_CANDIDATES = 30;
/** The engine's time is in the entries it reads: rare words come first, and it stops about here. */
const MAX_POSTINGS = 2000;

/** Numbers of the passages worth a close look. */
export function candidatesFor(compiled: CompiledQuery, index: LanguageIndex): number[] {
  if (index.passages.length <= RANK_ALL_UP_TO) return [...index.passages.keys()];

  const found = index.engine.search(rareTerms(compiled, index).join(" "));
  return found.slice(0, MAX_CANDIDATES).map(({ id }) => Number(id));
}

/** The rarest terms that are looked for, as many as can be read in time, at least one. */
function rareTerms({ queryTerms, relatives }: CompiledQuery, index: LanguageIndex): string[] {
  const counted = [...queryTerms.map(({ term }) => term), ...relatives]
    .map((term) => ({ term, entries: entriesOf(term, index) }))
    .filter(({ entries }) => entries > 0)
    .toSorted((one, other) => one.entries - other.entries);

  let read = 0;
  const affordable = counted.filter(({ entries }) => {
    read += entries;
    return read <= MAX_POSTINGS || read === entries;
  });
  return affordable.map(({ term }) => term);
}

function entriesOf(term: string, { dictionary, documentFrequency }: LanguageIndex): number {
  const id = dictionary.idOf(term);
  return id === undefined ? 0 : (documentFrequency[id] ?? 0);
}
