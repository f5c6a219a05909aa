import { wordsIn } from "../../../text/words.ts";
import type { PageBlock } from "./page-blocks.ts";

const MOSTLY = 0.7;
const WHOLLY = 0.95;
const MIN_LINK = 25;

export function isMostlyLinks({ linked, text }: PageBlock): boolean {
  return linked > text.length * MOSTLY;
}

/** An item that is nothing but a link, longer than a name. */
export function isLinkItem({ kind, linked, text }: PageBlock): boolean {
  return kind === "item" && text.length >= MIN_LINK && linked >= text.length * WHOLLY;
}

const SENTENCE_END = /[.!?…:。！？]["'”’»)\]]*$/u;
const MIN_SENTENCE = 40;
/** Some paragraphs end without a full stop; no label is this long. */
const MIN_PARAGRAPH = 100;

/** A sentence or more, rather than a label. */
export function isProse(block: PageBlock): boolean {
  const { text } = block;
  const isLong = text.length >= MIN_PARAGRAPH;
  const isSentence = text.length >= MIN_SENTENCE && SENTENCE_END.test(text);
  return (isLong || isSentence) && !isMostlyLinks(block);
}

/** Whether a block could be prose if it were a paragraph of its own. */
export function isLongEnough({ text }: PageBlock): boolean {
  return text.length >= MIN_SENTENCE;
}

/** The words of a text alone, for comparison. */
export function plainWords(text: string): string {
  return wordsIn(text)
    .map((word) => word.text)
    .join(" ");
}
