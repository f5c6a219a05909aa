/** Whether a word in small letters is on a list. */
export type WordTest = (lower: string) => boolean;

/** `*` at the end of a word is any ending. */
export function wordTest(list: string): WordTest {
  const words = list.trim().split(/\s+/u);
  const whole = new Set(words.filter((word) => !word.endsWith("*")));
  const beginnings = new Set(
    words.filter((word) => word.endsWith("*")).map((word) => word.slice(0, -1)),
  );
  const longest = Math.max(0, ...Array.from(beginnings, ({ length }) => length));
  return (lower) => {
    if (whole.has(lower)) return true;
    for (let length = Math.min(longest, lower.length); length > 0; length -= 1) {
      if (beginnings.has(lower.slice(0, length))) return true;
    }
    return false;
  };
}
