import type { IndexedPassage, IndexedPassages } from "../index/indexed-passage.ts";
import type { LocatedPassage } from "../index/passage-locations.ts";

/**
 * How much likelier the answer to a follow-up is in a passage so many after the one shown last than in one far from it:
 * the logarithm of how often it was, in 152 second questions of readers on articles of about 20 passages.
 */
const LOG_RATIO_BY_DISTANCE: ReadonlyMap<number, number> = new Map([
  [-1, 1.8],
  [0, 3.4],
  [1, 3.2],
  [2, 1.5],
  [3, 1.5],
]);

/** The words of a question tell much of it already, and the next question need not follow up: 0.2 to 0.5 do as well. */
export const NEAR_SHOWN_WEIGHT = 0.35;

/** How near passages are to the one that the reader of a chat saw last: 0 far from it, or if none was shown. */
export function nearShown(
  shown: LocatedPassage | undefined,
  passages: IndexedPassages,
): (indexed: IndexedPassage) => number {
  const number = shown && passages.numberOf(shown);
  const last = number === undefined ? undefined : passages.at(number);
  if (!last) return () => 0;
  return ({ article, position }) =>
    article === last.article ? (LOG_RATIO_BY_DISTANCE.get(position - last.position) ?? 0) : 0;
}
