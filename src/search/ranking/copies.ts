import { foldName } from "../../article/fold-name.ts";
import type { IndexedPassage } from "../index/indexed-passage.ts";
import { NO_TERM } from "../query/spoken-by.ts";
import { isRepeatedIn, TELLING, type WordPairs } from "../same-words.ts";
import type { RankedPassage } from "./ranking.ts";

/** Ranked passages without those that only repeat a better one of another article, which are kept with it. */
export type WithoutCopies = {
  readonly ranked: readonly RankedPassage[];
  readonly copies: ReadonlyMap<RankedPassage, readonly RankedPassage[]>;
};

/**
 * Sets aside what says the same as a better passage of another article: wire copy, or a sentence taken over. Compared
 * are the sentences that match the question, and only if they match the same of it. Within one article nothing changes.
 */
export function withoutCopies(ranked: readonly RankedPassage[]): WithoutCopies {
  const copies = new Map<RankedPassage, RankedPassage[]>();
  const [first, ...others] = ranked;
  const isOfOne = others.every(({ indexed }) => indexed.article === first?.indexed.article);
  if (isOfOne) return { ranked, copies };

  const kept: RankedPassage[] = [];
  for (const one of ranked) {
    const original = kept.find((better) => isCopyOf(better, one));
    if (!original) kept.push(one);
    else copies.set(original, [...(copies.get(original) ?? []), one]);
  }
  return { ranked: kept, copies };
}

function isCopyOf(original: RankedPassage, other: RankedPassage): boolean {
  if (original.indexed.article === other.indexed.article) return false;
  const best = bestSentence(original);
  const matched = original.matches.bySentence[best] ?? 0;
  if (matched === 0) return false;
  let asked: WordPairs | undefined;
  for (let at = 0; at < other.indexed.sentences; at += 1) {
    if (other.matches.bySentence[at] !== matched) continue;
    asked ??= pairsOfSentence(original.indexed, best);
    if (!isRepeatedIn(asked, pairsOfSentence(other.indexed, at))) continue;
    return haveSameSpeakers(original.indexed, other.indexed);
  }
  return false;
}

/** The sentence that matches most of the question. */
function bestSentence({ indexed, matches }: RankedPassage): number {
  let best = 0;
  for (let at = 1; at < indexed.sentences; at += 1) {
    const [one, other] = [matches.bySentence[at] ?? 0, matches.bySentence[best] ?? 0];
    if (countBits(one) > countBits(other)) best = at;
  }
  return best;
}

function countBits(set: number): number {
  let count = 0;
  for (let left = set; left !== 0; left &= left - 1) count += 1;
  return count;
}

function pairsOfSentence(
  { terms, classes, sentenceOf }: IndexedPassage,
  sentence: number,
): WordPairs {
  const pairs = new Set<string>();
  const telling = new Set<string>();
  let before: number | undefined;
  for (let at = 0; at < terms.length; at += 1) {
    const term = terms[at];
    if (sentenceOf[at] !== sentence || term === undefined) continue;
    if (term === NO_TERM) {
      before = undefined;
      continue;
    }
    if (before !== undefined) pairs.add(`${before} ${term}`);
    if (((classes[at] ?? 0) & TELLING) !== 0) telling.add(String(term));
    before = term;
  }
  return { pairs, telling };
}

/** The same words in the mouths of two people are no copy. Where one article names nobody, it is. */
function haveSameSpeakers(one: IndexedPassage, other: IndexedPassage): boolean {
  const [names, others] = [namesOfSpeakers(one), namesOfSpeakers(other)];
  if (names.length === 0 || others.length === 0) return true;
  return names.some((name) => others.includes(name));
}

function namesOfSpeakers({ article, speakers }: IndexedPassage): readonly string[] {
  return article.people
    .filter(({ id }) => speakers.includes(id) && id !== article.source.publisher?.id)
    .map(({ name }) => foldName(name));
}
