import type { Piece } from "./read-text.ts";
import type { WeighedSentence } from "./tagging/weigh-sentences.ts";

const ENDS_OPEN = /[:,]\s*$/u;
const IS_PART = 0.5;
/** "…, told reporters in the harbour on Monday:" */
const LONGEST = 24;

/** "The harbour master, Owen Price, told reporters:" in a paragraph of its own: it says who speaks, and nothing else. */
export function isFrame(
  { sentence, speech, tags }: WeighedSentence,
  { from, text }: Piece,
): boolean {
  if (!ENDS_OPEN.test(text)) return false;
  const end = from + text.length;
  const own = [...sentence.tokens.keys()].filter((at) => {
    const token = sentence.tokens[at];
    return token !== undefined && token.start >= from && token.end <= end;
  });
  return (
    own.length <= LONGEST &&
    own.every((at) => speech[at] !== true) &&
    own.some((at) => (tags.cue[at] ?? 0) > IS_PART) &&
    own.some((at) => (tags.speaker[at] ?? 0) > IS_PART)
  );
}
