/** Parts of words by their weight in favour of the language; separated by spaces. */
export type SpellingTable = Readonly<Record<string, string>>;

export type SpellingWeights = ReadonlyMap<string, number>;

export function spellingWeightsFrom(table: SpellingTable = {}): SpellingWeights {
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
