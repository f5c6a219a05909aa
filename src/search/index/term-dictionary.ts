import { openStrings, packStrings, type PackedStrings } from "../../text/string-table.ts";

/** Maps terms to small numbers, so that matching compares numbers instead of strings. */
export type TermDictionary = {
  readonly idOf: (term: string) => number | undefined;
  /** "" if no term has the id. */
  readonly termOf: (id: number) => string;
  readonly size: number;
  readonly keys: () => Iterable<string>;
  /** Other terms that differ only in their ending: coloni(ze), coloni(al). */
  readonly relativesOf: (term: string) => readonly string[];
};

/** Relatives may differ in this many letters at the end. */
const MAX_ENDING_LENGTH = 3;
/** Unrelated words often share shorter prefixes. */
const MIN_PREFIX_LENGTH = 4;

/** `sorted`: ids in the order of their terms. */
export type TermDictionaryRecord = { readonly terms: PackedStrings; readonly sorted: Int32Array };

/** The terms get ids from 0. */
export function recordTerms(terms: Iterable<string>): TermDictionaryRecord {
  const all = [...terms];
  const ids = new Map(all.map((term, id) => [term, id]));
  const sorted = Int32Array.from(all.toSorted(byCode), (term) => ids.get(term) ?? 0);
  return { terms: packStrings(all), sorted };
}

export function openTermDictionary({ terms, sorted }: TermDictionaryRecord): TermDictionary {
  const { size, numberOf, at: termOf, keys } = openStrings(terms);
  const termAt = (place: number) => termOf(sorted[place] ?? -1);

  function relativesOf(term: string): string[] {
    const prefix = beginningOfRelatives(term);
    if (prefix === undefined) return [];

    const found: string[] = [];
    for (let place = firstFrom(prefix, size, termAt); place < size; place += 1) {
      const candidate = termAt(place);
      if (!candidate.startsWith(prefix)) break;
      if (candidate !== term && areRelatives(term, candidate)) found.push(candidate);
    }
    return found;
  }

  return { idOf: numberOf, termOf, size, keys, relativesOf };
}

/** What all relatives of a term begin with; `undefined` if it has none. */
export function beginningOfRelatives(term: string): string | undefined {
  if (term.length < MIN_PREFIX_LENGTH || isNumber(term)) return undefined;
  return term.slice(0, Math.max(MIN_PREFIX_LENGTH, term.length - MAX_ENDING_LENGTH));
}

/** The letters that all relatives of a term share. */
export function prefixOf(term: string): string {
  return term.slice(0, MIN_PREFIX_LENGTH);
}

/** Whether two different terms differ only in their ending. Numbers have none. */
export function areRelatives(term: string, other: string): boolean {
  const needed = Math.max(
    MIN_PREFIX_LENGTH,
    Math.max(term.length, other.length) - MAX_ENDING_LENGTH,
  );
  if (term.length < needed || other.length < needed) return false;
  const isSame =
    term.charCodeAt(0) === other.charCodeAt(0) && other.startsWith(term.slice(0, needed));
  return isSame && !(isNumber(term) && isNumber(other));
}

function isNumber(term: string): boolean {
  return !Number.isNaN(Number(term));
}

/** By code units, so that terms with the same prefix are adjacent. */
function byCode(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** Binary search: place of the first term that does not sort before the prefix. */
function firstFrom(prefix: string, size: number, termAt: (place: number) => string): number {
  let low = 0;
  let high = size;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (termAt(middle) < prefix) low = middle + 1;
    else high = middle;
  }
  return low;
}
