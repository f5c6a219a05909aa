import type { ProposedSentence } from "../attribute/attribute-speech.ts";

export type PlacedSentence = {
  readonly sentence: ProposedSentence;
  readonly at: number;
  readonly start: number;
  readonly end: number;
};

/** The sentences of a passage with their places in it. */
export function placeSentences(
  sentences: readonly ProposedSentence[],
  text: string,
): PlacedSentence[] {
  let from = 0;
  return sentences.flatMap((sentence, at) => {
    const words = sentence.text.trim();
    const start = words === "" ? -1 : text.indexOf(words, from);
    if (start < 0) return [];
    from = start + words.length;
    return [{ sentence, at, start, end: from }];
  });
}
