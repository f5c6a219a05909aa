import type { Range } from "../../text/ranges.ts";
import { readBlocks } from "../markdown/read-blocks.ts";

/** Escapes what would be read as markup in a part of a paragraph. */
export type Escape = (part: string) => string;

const PUNCTUATION = /[!-/:-@[-`{-~]/gu;
/** What reads as markup wherever it stands; most texts have none of it. */
const MARKUP = /[\\`*_{}[\]<>~|&]/gu;
/** What reads as markup at the start of a line: lists, headings, quotations. */
const AT_START = /^(?:\d{1,9}(?=[.)](?:\s|$))|(?=[#>+=:-]))/u;

export const escapeAll: Escape = (part) => part.replaceAll(PUNCTUATION, "\\$&");

/** From the most readable to the surest: nothing, the likely characters, all punctuation. */
const ESCAPES: readonly Escape[] = [
  (part) => part,
  (part) => part.replaceAll(MARKUP, "\\$&").replace(AT_START, "$&\\"),
];

/** The Markdown of a line, with as little escaped as possible, that reads as this text and these spans. */
export function escapedLine(
  lineWith: (escape: Escape) => string,
  text: string,
  spans: readonly Range[] = [],
): string {
  const lines = ESCAPES.map(lineWith);
  const [first = ""] = lines;
  if (first === text && PROSE.test(text)) return text;
  return lines.find((line) => readsAs(line, text, spans)) ?? lineWith(escapeAll);
}

/** Most lines have nothing that Markdown could read otherwise, which saves reading them. */
const PROSE = /^[\p{L}“«„](?:[\p{L}\p{N},;?!'’‘"“”„«»…%€$—–.)(-]| (?! ))*(?<! )$/u;

/**
 * Comments are taken out before Markdown is read; and a number at the start is kept in a list of one item, but not
 * in a longer one.
 */
const READ_OTHERWISE_IN_AN_ARTICLE = /<!--|-->|^\d{1,9}[.)](?:\s|$)/u;

/** Whether a line of Markdown is one block with this text and these spans, and nothing else. */
function readsAs(line: string, text: string, spans: readonly Range[]): boolean {
  if (READ_OTHERWISE_IN_AN_ARTICLE.test(line)) return false;
  let isFaulty = false;
  const [block, ...others] = readBlocks(line, () => void (isFaulty = true));
  if (isFaulty || !block || others.length > 0 || block.text !== text) return false;
  const found = block.spans.map(({ start, end }) => `${start} ${end}`).join();
  return found === spans.map(([start, end]) => `${start} ${end}`).join();
}
