import type { AttributedSentence } from "./find-speakers.ts";

const NOT_LETTERS = /[^\p{L}\p{N}]+/gu;
/** Shorter sentences are the same by chance. */
const MIN_REPEATED = 30;

/** A quotation shown again, set apart from the text, is the same person's. */
export function withRepeated(sentences: readonly AttributedSentence[]): AttributedSentence[] {
  const spoken = new Map<string, AttributedSentence>();
  for (const attributed of sentences) {
    const key = lettersOf(attributed.sentence.text);
    const best = spoken.get(key);
    if (
      attributed.speaker &&
      key.length >= MIN_REPEATED &&
      (best?.spoken ?? 0) < attributed.spoken
    ) {
      spoken.set(key, attributed);
    }
  }
  return sentences.map((attributed) => {
    const same = spoken.get(lettersOf(attributed.sentence.text));
    return same
      ? Object.assign({}, attributed, { speaker: same.speaker, spoken: same.spoken })
      : attributed;
  });
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(NOT_LETTERS, "");
}
