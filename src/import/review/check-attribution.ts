import type { ProposedArticle } from "../propose-article.ts";
import { pairSentences, type ReadArticle } from "./pair-sentences.ts";

/** A sentence that import would give to somebody else. */
export type Disagreement = {
  readonly line: number;
  readonly text: string;
  /** Who says it according to the file; null for the publication's own words. */
  readonly filed: string | null;
  readonly proposed: string | null;
  readonly confidence: number;
};

export type AttributionCheck = {
  readonly sentences: number;
  /** The surer import is, the earlier. */
  readonly disagreements: readonly Disagreement[];
};

/** Compares who says each sentence of a file with what import would propose. */
export function checkAttribution(read: ReadArticle, proposed: ProposedArticle): AttributionCheck {
  const pairs = pairSentences(read, proposed);
  const disagreements = pairs
    .filter(({ isSame }) => !isSame)
    .map(({ line, text, filed, proposed: other, confidence }) => {
      return { line, text, filed: filed?.name ?? null, proposed: other?.name ?? null, confidence };
    })
    .toSorted((one, other) => other.confidence - one.confidence);
  return { sentences: pairs.length, disagreements };
}
