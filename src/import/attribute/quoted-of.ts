import type { Piece } from "./read-text.ts";
import type { WeighedSentence } from "./tagging/weigh-sentences.ts";

/** Whose words a sentence is told in; `none` if nobody else says it. */
export type SentenceQuoted = "direct" | "mixed" | "indirect" | "none";

/** From this share of the letters on, words in quotation marks are all that is said. */
const ALL = 0.85;
/** Fewer words in quotation marks are a name, or one that is used with reserve. */
const MIN_WORDS = 2;
const IS_FRAME = 0.5;

/** Whether a piece of a sentence that somebody says is in their own words; who says it left out. */
export function quotedOf(
  { sentence, speech, tags }: WeighedSentence,
  { from, text }: Piece,
): SentenceQuoted {
  let [letters, own, words] = [0, 0, 0];
  for (const [at, token] of sentence.tokens.entries()) {
    if (!token.isWord || token.start < from || token.end > from + text.length) continue;
    const isFrame = Math.max(tags.cue[at] ?? 0, tags.speaker[at] ?? 0) > IS_FRAME;
    if (speech[at] === true) {
      own += token.text.length;
      words += 1;
    }
    if (speech[at] === true || !isFrame) letters += token.text.length;
  }
  if (words < MIN_WORDS && own < letters) return "indirect";
  return own >= ALL * letters ? "direct" : "mixed";
}
