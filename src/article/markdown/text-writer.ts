const SPACES = /\s+/gu;
const END_OF_SENTENCE = /[.!?…]["'”’»)\]]*$/u;

/**
 * Writes text on one line: runs of white space become one space, none at the start. It is kept in
 * parts, since a long text that grows by words would be copied with each.
 */
export function textWriter(before: string) {
  const parts: string[] = [];
  let length = 0;
  write(before);
  return { write, writeBehindBraces, length: () => length, text: () => parts.join("").trimEnd() };

  function write(text: string): void {
    const line = text.replace(SPACES, " ");
    const last = parts.at(-1);
    const isDoubled = last === undefined || last.endsWith(" ");
    add(isDoubled ? line.trimStart() : line);
  }

  /** Punctuation that stands behind braces closes the words before them: `Fares {#fares}.` */
  function writeBehindBraces(text: string): void {
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

/** A stretch of a text without the spaces at its ends. */
export function trimmedRange(text: string, [from, upTo]: readonly [number, number]) {
  const words = text.slice(from, upTo);
  const start = from + words.length - words.trimStart().length;
  return { start, end: Math.max(start, from + words.trimEnd().length) };
}
