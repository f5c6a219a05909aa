/** Terms as small numbers, so that texts are rows of them and matching compares no strings. */
export type TermDictionary = {
  readonly idOf: (term: string) => number | undefined;
  readonly size: number;
  /** Other terms that differ in the ending only: coloni(ze), coloni(al). */
  readonly relativesOf: (term: string) => readonly string[];
};

/** Two terms are relatives if all but this many letters, from the first, are the same. */
const LETTERS_OF_ENDING = 3;
/** Shorter beginnings are shared by words that have nothing to do with each other. */
const SHORTEST_BEGINNING = 4;

export function createTermDictionary(ids: ReadonlyMap<string, number>): TermDictionary {
  const sorted = [...ids.keys()].toSorted(byCode);

  function relativesOf(term: string): string[] {
    if (term.length < SHORTEST_BEGINNING || !Number.isNaN(Number(term))) return [];

    const beginning = term.slice(0, Math.max(SHORTEST_BEGINNING, term.length - LETTERS_OF_ENDING));
    const found: string[] = [];
    for (let at = firstFrom(beginning, sorted); at < sorted.length; at += 1) {
      const candidate = sorted[at] ?? "";
      if (!candidate.startsWith(beginning)) break;
      if (candidate !== term && areRelatives(term, candidate)) found.push(candidate);
    }
    return found;
  }

  return { idOf: (term) => ids.get(term), size: ids.size, relativesOf };
}

/** What two relatives surely have in common. */
export function beginningOf(term: string): string {
  return term.slice(0, SHORTEST_BEGINNING);
}

/** Whether two different terms are the same but for their endings. */
export function areRelatives(term: string, other: string): boolean {
  const needed = Math.max(
    SHORTEST_BEGINNING,
    Math.max(term.length, other.length) - LETTERS_OF_ENDING,
  );
  if (term.length < needed || other.length < needed) return false;
  return term.charCodeAt(0) === other.charCodeAt(0) && other.startsWith(term.slice(0, needed));
}

/** By code units, so that terms with the same beginning stand together. */
function byCode(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** Where the first of the sorted terms stands that is not before the beginning. */
function firstFrom(beginning: string, sorted: readonly string[]): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? "") < beginning) low = middle + 1;
    else high = middle;
  }
  return low;
}
