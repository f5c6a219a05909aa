import { NO_ROW } from "../../languages/word-vectors.ts";
import type { IndexedPassage } from "../index/indexed-passage.ts";
import type { NearestWords } from "../index/passage-meanings.ts";
import type { LanguageIndex } from "../index/language-index.ts";
import type { CompiledQuery } from "../query/compile-query.ts";
import type { Matches } from "./matches.ts";

/** How near a passage is to a question in meaning. */
export type MeaningValues = {
  /**
   * For every query term the passage's nearest word (1 for a match, else the cosine of their vectors, at least 0);
   * their mean by weight.
   */
  readonly nearPassage: number;
  /** The same for the best sentence. */
  readonly nearSentence: number;
  /** The sum of the same by weight, of only the terms that the passage does not match. */
  readonly nearMissing: number;
  /** The cosine of what the question is about with the best sentence, and with the passage. */
  readonly aboutSentence: number;
  readonly aboutPassage: number;
};

/** A question's meaning, to be compared with that of passages. */
export type QuestionMeaning = {
  /** The cosine of what the question and the passage are about: -1 to 1. */
  readonly about: (indexed: IndexedPassage) => number;
  readonly compare: (indexed: IndexedPassage, matches: Matches) => MeaningValues;
};

export function meaningOf(compiled: CompiledQuery, { meanings }: LanguageIndex): QuestionMeaning {
  const asked = askedTerms(compiled, meanings.rowOf);
  const rows = asked.map(({ row }) => row);
  const topic = meanings.meanOf(
    asked.flatMap(({ row, general }) => (row === NO_ROW ? [] : [{ row, weight: general }])),
  );
  return {
    about: (indexed) => dot(topic, meanings.of(indexed).whole),
    compare(indexed, matches) {
      const { whole, details } = meanings.of(indexed);
      const { nearest, sentences } = details();
      const found = nearestWords(asked, matches, nearest(rows));
      let aboutSentence = 0;
      for (const sentence of sentences) {
        aboutSentence = Math.max(aboutSentence, dot(topic, sentence));
      }
      return {
        nearPassage: found.passage / compiled.weight,
        nearSentence: found.sentence / compiled.weight,
        nearMissing: found.missing,
        aboutSentence,
        aboutPassage: dot(topic, whole),
      };
    },
  };
}

/** The sums are by weight. */
function nearestWords(
  asked: readonly AskedTerm[],
  { inText, bySentence }: Matches,
  { values, from }: NearestWords,
) {
  const sumBySentence = new Float64Array(bySentence.length);
  let [passage, missing] = [0, 0];
  for (let number = 0; number < asked.length; number += 1) {
    const { weight = 0, bit = 0 } = asked[number] ?? {};
    const first = from[number] ?? 0;
    let inPassage = 0;
    for (let sentence = 0; sentence < bySentence.length; sentence += 1) {
      const isMatched = ((bySentence[sentence] ?? 0) & bit) !== 0;
      const near = isMatched ? 1 : (values[first + sentence] ?? 0);
      sumBySentence[sentence] = (sumBySentence[sentence] ?? 0) + weight * near;
      if (near > inPassage) inPassage = near;
    }
    if ((inText & bit) !== 0) inPassage = 1;
    else missing += weight * inPassage;
    passage += weight * inPassage;
  }
  let sentence = 0;
  for (let at = 0; at < sumBySentence.length; at += 1) {
    sentence = Math.max(sentence, sumBySentence[at] ?? 0);
  }
  return { passage, missing, sentence };
}

type AskedTerm = {
  readonly row: number;
  readonly weight: number;
  readonly general: number;
  /** Its bit in a set of query terms. */
  readonly bit: number;
};

function askedTerms(
  { queryTerms }: CompiledQuery,
  rowOf: (term: string) => number,
): readonly AskedTerm[] {
  return queryTerms.flatMap(({ term, weight, general, isBackground }, number) =>
    isBackground ? [] : [{ row: rowOf(term), weight, general, bit: 1 << number }],
  );
}

/** Two sums side by side: the processor need not wait for one addition to begin the next. */
function dot(one: Float32Array, other: Float32Array): number {
  let [even, odd] = [0, 0];
  for (let at = 0; at < one.length; at += 2) {
    even += (one[at] ?? 0) * (other[at] ?? 0);
    odd += (one[at + 1] ?? 0) * (other[at + 1] ?? 0);
  }
  return even + odd;
}
