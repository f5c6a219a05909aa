/** Maps terms to small numbers, so that matching compares numbers instead of strings. */
export type TermDictionary = {
  readonly idOf: (term: string) => number | undefined;
  readonly size: number;
  /** Other terms that differ only in their ending: coloni(ze), coloni(al). */
  readonly relativesOf: (term: string) => readonly string[];
};

/** Relatives may differ in this many letters at the end. */
const MAX_ENDING_LENGTH = 3;
/** Unrelated words often share shorter prefixes. */
const MIN_PREFIX_LENGTH = 4;

export function createTermDictionary(ids: ReadonlyMap<string, number>): TermDictionary {
  const sorted = [...ids.keys()].toSorted(byCode);

  function relativesOf(term: string): string[] {
    if (term.length < MIN_PREFIX_LENGTH || isNumber(term)) return [];

    const prefix = term.slice(0, Math.max(MIN_PREFIX_LENGTH, term.length - MAX_ENDING_LENGTH));
    const found: string[] = [];
    for (let at = firstFrom(prefix, sorted); at < sorted.length; at += 1) {
      const candidate = sorted[at] ?? "";
      if (!candidate.startsWith(prefix)) break;
      if (candidate !== term && areRelatives(term, candidate)) found.push(candidate);
    }
    return found;
  }

  return { idOf: (term) => ids.get(term), size: ids.size, relativesOf };
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

/** Binary search: position of the first term that does not sort before the prefix. */
function firstFrom(prefix: string, sorted: readonly string[]): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? "") < prefix) low = middle + 1;
    else high = middle;
  }
  return low;
}
