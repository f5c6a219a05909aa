import SearchableMap from "minisearch/SearchableMap";
import { MAX_WORD_LENGTH } from "../../text/words.ts";
import type { StringTable } from "../../text/string-table.ts";
import type { Steps } from "../../languages/steps.ts";

/** Words as the leaves of a radix tree: MiniSearch's, so that words are found in its order, in a tenth of the memory. */
export type WordTree = {
  /** Numbers of words as a walk of the tree reaches them: words that begin alike are side by side. */
  readonly order: Int32Array;
  /** How many units each shares with the one before. */
  readonly shared: Uint8Array;
};

export function* recordWordTree({ keys }: StringTable): Steps<WordTree> {
  const tree = new SearchableMap<number>();
  let number = 0;
  let place = 0;
  for (const word of keys()) {
    if (word.length <= MAX_WORD_LENGTH) {
      tree.set(word, number);
      place += 1;
    }
    number += 1;
    yield;
  }
  const [order, shared] = [new Int32Array(place), new Uint8Array(place)];
  let after = "";
  // It gives its entries in the opposite order.
  for (const [word, at] of tree) {
    if (place < shared.length) shared[place] = sharedBy(word, after);
    after = word;
    place -= 1;
    order[place] = at;
    yield;
  }
  return { order, shared };
}

function sharedBy(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

/** A word by number, and how many letters must be changed, added or left out to get it. */
export type SimilarWord = { readonly number: number; readonly distance: number };

/**
 * The words within some edits of one, in the order of the tree. Words that share a beginning share the rows of the
 * Levenshtein matrix for it, and are passed over together if the beginning is too far already.
 */
export function similarWords(
  typed: string,
  maxDistance: number,
  { words, tree: { order, shared } }: { readonly words: StringTable; readonly tree: WordTree },
): SimilarWord[] {
  const { units, starts } = words.packed;
  const columns = typed.length + 1;
  const rows = matrixFor(typed, maxDistance);
  const target = Uint16Array.from(typed, (_, at) => typed.charCodeAt(at));
  const found: SimilarWord[] = [];
  /** How long a beginning of the last word was too far. */
  let tooFar = Infinity;
  for (let place = 0; place < order.length; place += 1) {
    const same = shared[place] ?? 0;
    if (same >= tooFar) continue;
    tooFar = Infinity;
    const number = order[place] ?? 0;
    const start = starts[number] ?? 0;
    const length = (starts[number + 1] ?? 0) - start;
    for (let at = same; at < length && tooFar === Infinity; at += 1) {
      const least = fillRow(at + 1, units[start + at] ?? 0, { rows, target, maxDistance });
      if (least > maxDistance) tooFar = at + 1;
    }
    if (tooFar !== Infinity) continue;
    const distance = rows[length * columns + columns - 1] ?? Infinity;
    if (distance <= maxDistance) found.push({ number, distance });
  }
  return found;
}

/** A row for each unit of a word, a column for each of the word typed; words that are longer are too far. */
function matrixFor({ length }: string, maxDistance: number): Uint8Array {
  const columns = length + 1;
  const rows = new Uint8Array((columns + maxDistance + 1) * columns).fill(maxDistance + 1);
  for (let column = 0; column < columns; column += 1) rows[column] = column;
  for (let row = 1; row * columns < rows.length; row += 1) rows[row * columns] = row;
  return rows;
}

type Matrix = {
  readonly rows: Uint8Array;
  readonly target: Uint16Array;
  readonly maxDistance: number;
};

/** Returns the least distance in the row, whose other places are further off than is looked for. */
function fillRow(row: number, unit: number, { rows, target, maxDistance }: Matrix): number {
  const columns = target.length + 1;
  const here = row * columns;
  const above = here - columns;
  const last = Math.min(target.length, row + maxDistance);
  let least = rows[here] ?? 0;
  for (let column = Math.max(1, row - maxDistance); column <= last; column += 1) {
    const isSame = unit === target[column - 1];
    const replaced = (rows[above + column - 1] ?? 0) + (isSame ? 0 : 1);
    const other = Math.min(rows[above + column] ?? 0, rows[here + column - 1] ?? 0) + 1;
    const distance = Math.min(replaced, other);
    rows[here + column] = distance;
    if (distance < least) least = distance;
  }
  return least;
}
