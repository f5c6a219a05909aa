import { importedPieces, PIECES } from "../merge/imported-hashes.ts";
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
  /** An editor has named the speaker, or taken out whom import named. */
  readonly isDecided: boolean;
};

export type AttributionCheck = {
  readonly sentences: number;
  /** The surer import is, the earlier. */
  readonly disagreements: readonly Disagreement[];
};

/** Compares who says each sentence of a file with what import would propose. */
export function checkAttribution(read: ReadArticle, proposed: ProposedArticle): AttributionCheck {
  const pairs = pairSentences(read, proposed);
  const isImported = importedPieces(read.article);
  const disagreements = pairs
    .filter(({ isSame }) => !isSame)
    .map(({ line, text, passage, within, filed, proposed: other, confidence }) => {
      const names = { filed: filed?.name ?? null, proposed: other?.name ?? null };
      const isDecided = filed ? within.isProposed !== true : isImported(PIECES.text(passage));
      return { line, text, ...names, confidence, isDecided };
    })
    .toSorted((one, other) => other.confidence - one.confidence);
  return { sentences: pairs.length, disagreements };
}
