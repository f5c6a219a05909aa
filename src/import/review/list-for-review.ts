import type { ProposedArticle } from "../propose-article.ts";
import { pairSentences, type ReadArticle } from "./pair-sentences.ts";

/** A sentence that an editor is asked to look at. */
export type SentenceForReview = {
  readonly line: number;
  readonly text: string;
  /** Who is proposed; null for the publication's own words. */
  readonly speaker: string | null;
  readonly confidence: number;
};

/** What is to be reviewed, least certain first: neither confirmed nor changed by an editor. */
export function listForReview(read: ReadArticle, article: ProposedArticle): SentenceForReview[] {
  return pairSentences(read, article)
    .filter(({ within, review, isSame }) => {
      const isMarked = within.isProposed === true && within.needsReview === true;
      return review && isSame && isMarked;
    })
    .map(({ line, text, proposed, confidence }) => {
      return { line, text, speaker: proposed?.name ?? null, confidence };
    })
    .toSorted((one, other) => one.confidence - other.confidence);
}
