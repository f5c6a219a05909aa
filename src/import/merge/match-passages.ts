import type { Passage } from "../../article/article.ts";
import { foldWord, wordsIn } from "../../text/words.ts";

type Text = Pick<Passage, "text">;

/** Passages that share this much of their words are versions of one. */
const MIN_SHARED = 0.5;

/**
 * For each passage of the page, the passage of the file that is another version of it: the same text, or else the most
 * alike of those that are left.
 */
export function matchPassages<Fresh extends Text, Existing extends Text>(
  fresh: readonly Fresh[],
  existing: readonly Existing[],
): ReadonlyMap<Fresh, Existing> {
  const matches = new Map<Fresh, Existing>();
  const left = new Set(existing);
  const byText = new Map(existing.toReversed().map((passage) => [passage.text, passage]));
  for (const passage of fresh) {
    const same = byText.get(passage.text);
    if (!same || !left.delete(same)) continue;
    matches.set(passage, same);
  }
  const words = new Map<Text, ReadonlySet<string>>(
    [...fresh, ...left].map((passage) => [passage, wordSet(passage)]),
  );
  for (const passage of fresh) {
    if (matches.has(passage)) continue;
    const shares = [...left].map(
      (other) => [other, likeness(words.get(passage), words.get(other))] as const,
    );
    const [best] = shares.toSorted(([, one], [, other]) => other - one);
    if (!best || best[1] < MIN_SHARED) continue;
    matches.set(passage, best[0]);
    left.delete(best[0]);
  }
  return matches;
}

function wordSet({ text }: Text): ReadonlySet<string> {
  return new Set(wordsIn(text).map((word) => foldWord(word.text)));
}

/** Shared words in proportion to those of the longer text. */
function likeness(
  one: ReadonlySet<string> = new Set(),
  other: ReadonlySet<string> = new Set(),
): number {
  const shared = [...one].filter((word) => other.has(word)).length;
  return shared / Math.max(1, one.size, other.size);
}
