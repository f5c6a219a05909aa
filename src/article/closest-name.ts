/** Three letters or fewer are too close to many words: there one letter may differ, not the first. */
const SHORT = 3;
/** Up to this length a second letter off makes it another word. */
const MEDIUM = 4;

/** The known name that was meant, where a word is a letter or two off it. */
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

/** Letters to add, drop, change or swap with their neighbour (optimal string alignment). */
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
