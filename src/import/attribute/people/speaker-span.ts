import type { Token } from "../read-text.ts";
import type { WordTests } from "../word-lists.ts";
import { CAPITAL } from "./start-of-name.ts";

/** The tokens that name a speaker: the first one, and the one after the last. */
export type Span = { readonly from: number; readonly to: number; readonly likelihood: number };

/** A sentence without a token this likely names no speaker. */
const NAMES_SPEAKER = 0.3;
/** Tokens beside the likeliest one that are part of it. */
const PART_OF_SPEAKER = 0.22;
/** "John Smith, a spokesman for the port, ": what is longer is no speaker. */
const LONGEST = 40;

/** So likely, it is one even in quotation marks: "“Yes, — says Ann Smith. — We will”" */
const PLAIN = 0.95;
/** Words and marks in quotation marks, in a sentence that quotes no speech. */
const SCARE_QUOTES = 6;

/** The span that most likely names who says it. */
export function speakerSpan(
  tokens: readonly Token[],
  speaker: Float32Array,
  words: WordTests,
): Span | undefined {
  let best = -1;
  const isSpeech = tokens.filter(({ quotation }) => quotation >= 0).length > SCARE_QUOTES;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token?.isWord !== true || (isSpeech && token.quotation >= 0 && (speaker[at] ?? 0) < PLAIN))
      continue;
    if (best < 0 || (speaker[at] ?? 0) > (speaker[best] ?? 0)) best = at;
  }
  const likelihood = speaker[best] ?? 0;
  if (likelihood < NAMES_SPEAKER) return undefined;
  const isPart = (at: number) =>
    (speaker[at] ?? 0) >= PART_OF_SPEAKER && Math.abs(at - best) < LONGEST;
  let [from, to] = [best, best + 1];
  while (isPart(from - 1) || isPart(from - 2)) from -= 1;
  while (isPart(to) || isPart(to + 1)) to += 1;
  while (from < best && tokens[from]?.isWord !== true) from += 1;
  while (to > best + 1 && tokens[to - 1]?.isWord !== true) to -= 1;
  return { from: startBehindComma(tokens, { from, to, best }, words), to, likelihood };
}

/**
 * "In a letter to staff, | the company said": without a comma before the verb, what stands before the last one is no
 * part of whoever speaks, unless it is a name. `best`: the likeliest token.
 */
function startBehindComma(
  tokens: readonly Token[],
  { from, to, best }: { readonly from: number; readonly to: number; readonly best: number },
  { known, unknown }: WordTests,
): number {
  if (tokens[to]?.isWord !== true) return from;
  for (let at = to - 1; at > from; at -= 1) {
    const [before, comma, after] = [tokens[at - 2], tokens[at - 1], tokens[at]];
    if (comma?.text !== "," || !after || !(known(after.lower) || unknown(after.lower))) continue;
    return at > best || CAPITAL.test(before?.text ?? "") ? from : at;
  }
  return from;
}
