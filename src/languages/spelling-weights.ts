import { cachedByWord } from "../text/cached-by-word.ts";

/** Parts of words by their weight in favour of the language; separated by spaces. */
export type SpellingTable = Readonly<Record<string, string>>;

/** How much the spelling of a folded word speaks for the language. */
export type ScoreSpelling = (folded: string) => number;

export function createSpellingScore(table: SpellingTable = {}): ScoreSpelling {
  const weights = weightsFrom(table);
  return cachedByWord((folded) => {
    let ofParts = 0;
    for (const part of partsOfWord(folded)) ofParts += weights.get(part) ?? 0;
    return ofParts / Math.sqrt(folded.length) + (weights.get(wholeWord(folded)) ?? 0);
  });
}

function weightsFrom(table: SpellingTable): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const [weight, parts] of Object.entries(table)) {
    for (const part of parts.split(" ")) weights.set(part, Number(weight));
  }
  return weights;
}

const PART_LENGTHS = [2, 3, 4];

/** Parts of two to four characters; `^` and `$` mark where the word begins and ends. */
export function partsOfWord(folded: string): string[] {
  const marked = `^${folded}$`;
  return PART_LENGTHS.flatMap((length) =>
    Array.from({ length: Math.max(0, marked.length - length + 1) }, (_, at) =>
      marked.slice(at, at + length),
    ),
  );
}

/** The key of a whole word in the table. */
export function wholeWord(folded: string): string {
  return `=${folded}`;
}
