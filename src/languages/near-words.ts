import groups from "./en/near-words.json" with { type: "json" };

/**
 * English words that news and reference texts use for one another, a group a meaning. They find what
 * is said in other words; written down from general knowledge, not from any set of questions.
 */
export const NEAR_WORDS: ReadonlyMap<string, readonly string[]> = nearWords();

/** Every listed word → the others of its groups. */
function nearWords(): Map<string, string[]> {
  const near = new Map<string, string[]>();
  for (const line of groups) {
    const group = line.split(" ");
    for (const word of group) {
      const others = group.filter((other) => other !== word);
      near.set(word, [...(near.get(word) ?? []), ...others]);
    }
  }
  return near;
}
