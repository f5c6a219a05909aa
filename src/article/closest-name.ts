/** Three-letter names are close to many words, so one letter may differ, but not the first. */
const SHORT = 3;
/** Up to this length, two different letters make it another word. */
const MEDIUM = 4;

/** The known name that a word misspells by a letter or two. */
export function closestName(word: string, known: readonly string[]): string | undefined {
  const typed = word.toLowerCase();
  return known.find((name) => typed === name) ?? known.find((name) => isNear(typed, name));
}

function isNear(typed: string, name: string): boolean {
  if (name.length < SHORT) return false;
  if (name.length === SHORT && typed[0] !== name[0]) return false;
  const most = name.length <= MEDIUM ? 1 : 2;
  return Math.abs(typed.length - name.length) <= most && distance(typed, name) <= most;
}

/** Optimal string alignment: letters added, dropped, changed or swapped with their neighbour. */
function distance(one: string, other: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let at = 1; at <= other.length; at++) {
      const isSame = one[row - 1] === other[at - 1];
      const isSwapped = one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1];
      current[at] = Math.min(
        (last[at] ?? 0) + 1,
        (current[at - 1] ?? 0) + 1,
        (last[at - 1] ?? 0) + (isSame ? 0 : 1),
        isSwapped ? (beforeLast[at - 2] ?? 0) + 1 : Infinity,
      );
    }
    [beforeLast, last] = [last, current];
  }
  return last[other.length] ?? 0;
}
