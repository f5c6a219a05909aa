const SPACES = /\s+/gu;
const END_OF_SENTENCE = /[.!?…]["'”’»)\]]*$/u;

/**
 * Writes text on one line, with whitespace collapsed and none at the start. Keeps the parts in a list,
 * since appending to one long string would copy it each time.
 */
export function textWriter(before: string) {
  const parts: string[] = [];
  let length = 0;
  write(before);
  return { write, writeAfterBraces, length: () => length, text: () => parts.join("").trimEnd() };

  function write(text: string): void {
    const line = text.replace(SPACES, " ");
    const last = parts.at(-1);
    const isDoubled = last === undefined || last.endsWith(" ");
    add(isDoubled ? line.trimStart() : line);
  }

  /** Punctuation after braces belongs to the words before them: `Fares {#fares}.` */
  function writeAfterBraces(text: string): void {
    const last = parts.pop() ?? "";
    length -= last.length;
    add(last.trimEnd());
    const mark = text.replace(SPACES, "");
    const isClosed = mark.startsWith(".") && END_OF_SENTENCE.test(parts.at(-1) ?? "");
    add(isClosed ? mark.slice(1) : mark);
  }

  function add(part: string): void {
    if (part === "") return;
    parts.push(part);
    length += part.length;
  }
}

/** A range without the spaces at its ends. */
export function trimmedRange(text: string, [from, upTo]: readonly [number, number]) {
  const words = text.slice(from, upTo);
  const start = from + words.length - words.trimStart().length;
  return { start, end: Math.max(start, from + words.trimEnd().length) };
}
