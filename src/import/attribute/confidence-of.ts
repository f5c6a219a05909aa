import type { AttributedSentence } from "./people/find-speakers.ts";
import type { Way } from "./people/speaker-of.ts";

/** How often a speaker is right, by how it was found; and from which confidence on no editor has to look. */
export type Reliability = Readonly<Record<Way, number>> & { readonly certain: number };

/** A sentence of the article's own is looked at if it may well be somebody's. */
const MAY_BE_SPOKEN = 0.3;

/** How often a proposal like this one is right: that somebody says it, and who; or that nobody else does. */
export function confidenceOf(
  { spoken, speaker }: AttributedSentence,
  reliability: Reliability,
): number {
  const confidence = speaker ? spoken * reliability[speaker.way] : 1 - spoken;
  return Number(confidence.toFixed(3));
}

export function isDoubtful(attributed: AttributedSentence, reliability: Reliability): boolean {
  const { spoken, speaker } = attributed;
  if (!speaker) return spoken > MAY_BE_SPOKEN;
  return confidenceOf(attributed, reliability) < reliability.certain;
}
