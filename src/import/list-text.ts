/** A longer passage is hard to read on a card. */
const MAX_PASSAGE = 600;
const ENDS_WITH_MARK = /[.!?…;:,]["'”’»)\]]*$/u;
const INTRODUCES = /:$/u;

/** Whether a line introduces what follows: "The line promises:" */
export function isIntroduction(text: string): boolean {
  return INTRODUCES.test(text);
}

/**
 * A list as paragraphs, with the line that introduces it: all in one if that is short, otherwise an item each, the first
 * with the introduction.
 */
export function listText(introduction: string, items: readonly string[]): string[] {
  const whole = [introduction, ...items].reduce(
    (text, item) => `${text}${ENDS_WITH_MARK.test(text) ? "" : ";"} ${item}`,
  );
  if (whole.length <= MAX_PASSAGE) return [whole];
  const [first = "", ...others] = items;
  return [`${introduction} ${first}`, ...others];
}
