/** Of the collection in which a document is looked for; for a part of one, of the whole. */
export type CollectionStatistics = {
  /** How many documents there are. */
  readonly documents: number;
  /** How many different terms they have on average. */
  readonly meanLength: number;
};

/**
 * MiniSearch's constants, its `defaultBM25params`: how soon more of a term adds no more, how much the length of a
 * document counts, and what a term adds however long the document is.
 */
const SATURATION = 1.2;
const LENGTH_NORMALISATION = 0.7;
const LOWER_BOUND = 0.5;

/**
 * BM25+ as MiniSearch 7 computes it (`calcBM25Score` in its MiniSearch.ts, after Lv and Zhai, “Lower-Bounding Term
 * Frequency Normalization”, 2011): the score of a document for a term that it has `termFrequency` times and that
 * `documentFrequency` documents have.
 */
export function bm25(
  termFrequency: number,
  documentFrequency: number,
  length: number,
  { documents, meanLength }: CollectionStatistics,
): number {
  return (
    inverseDocumentFrequency(documentFrequency, documents) *
    weightOfFrequency(termFrequency, length, meanLength)
  );
}

/** The other factor of `bm25`. */
export function weightOfFrequency(
  termFrequency: number,
  length: number,
  meanLength: number,
): number {
  const relativeLength = 1 - LENGTH_NORMALISATION + (LENGTH_NORMALISATION * length) / meanLength;
  return (
    LOWER_BOUND + (termFrequency * (SATURATION + 1)) / (termFrequency + SATURATION * relativeLength)
  );
}

/** How much it tells that a document has a term which so many of all have. */
export function inverseDocumentFrequency(documentFrequency: number, documents: number): number {
  return Math.log(1 + (documents - documentFrequency + 0.5) / (documentFrequency + 0.5));
}
