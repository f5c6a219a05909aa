const FIGURE = /^\d{1,2}$/u;

/** Which of a list a whole message names, from 1; the last is -1. `counted`: first, second … */
export function ordinalIn(
  folded: string,
  counted: readonly RegExp[],
  last: RegExp,
): number | undefined {
  if (last.test(folded)) return -1;
  if (FIGURE.test(folded)) return Number(folded);
  const at = counted.findIndex((form) => form.test(folded));
  return at < 0 ? undefined : at + 1;
}
