import { TOKEN_CLASS } from "../../languages/token-classes.ts";
import { type CompiledQuery, RELATIVE } from "../query/compile-query.ts";
import type { IndexedPassage, MeantRecord } from "../index/indexed-passage.ts";

/** A term in the passage that matches a query term. */
export type TermMatch = {
  /** Number of the query term. */
  readonly queryTerm: number;
  /** Id of the term. */
  readonly term: number;
  /** Position among all words, and among content words; of the last word, if it stands for several. */
  readonly at: number;
  readonly contentAt: number;
  /** Number of words, and of content words. */
  readonly length: number;
  readonly contentLength: number;
  readonly sentence: number;
  /** False for a relative of the term. */
  readonly isExact: boolean;
};

/** How a passage matches a question. A set of query terms is a number with a bit for each. */
export type Matches = {
  readonly termMatches: readonly TermMatch[];
  /** Query terms per sentence: matched by the term, a relative or an alias; by the term or an alias. */
  readonly bySentence: readonly number[];
  readonly exactBySentence: readonly number[];
  /** Bits of TOKEN_CLASS per sentence, from words that match no query term. */
  readonly classesBySentence: readonly number[];
  readonly inText: number;
  /** By the editors' lead or keywords, in their own right. */
  readonly byEditors: number;
  /** In the text, the heading or the speaker's names. */
  readonly anywhere: number;
  readonly inHeading: number;
};

export function findMatches(indexed: IndexedPassage, compiled: CompiledQuery): Matches {
  const { termMatches, classesBySentence } = scan(indexed, compiled);
  const bySentence = classesBySentence.map(() => 0);
  const exactBySentence = classesBySentence.map(() => 0);
  for (const { queryTerm, sentence, isExact } of termMatches) {
    const bit = 1 << queryTerm;
    bySentence[sentence] = (bySentence[sentence] ?? 0) | bit;
    if (isExact) exactBySentence[sentence] = (exactBySentence[sentence] ?? 0) | bit;
  }
  const byEditors = unionFrom(indexed.sentences, exactBySentence);
  addPersonMentions(indexed, compiled, [bySentence, exactBySentence]);
  addMeant(indexed.meant, compiled, bySentence, exactBySentence);
  for (const sets of [bySentence, exactBySentence]) spreadEditorsWords(sets, indexed.sentences);
  let inText = 0;
  for (const queryTerms of bySentence) inText |= queryTerms;
  const anywhere = inText | queryTermsInContext(indexed, compiled);
  const inHeading = queryTermsAmong(indexed.heading, compiled);
  return {
    termMatches,
    bySentence,
    exactBySentence,
    classesBySentence,
    inText,
    byEditors,
    anywhere,
    inHeading,
  };
}

function scan(indexed: IndexedPassage, { matchedBy, ageTerm }: CompiledQuery) {
  const { terms, classes, sentenceOf } = indexed;
  const added = matchedAddedTerms(indexed, matchedBy);
  const repeated = added.length === 0 ? added : added.filter(({ term }) => term !== ageTerm);
  const termMatches: TermMatch[] = [];
  const sentences = terms.length === 0 ? 0 : (sentenceOf[terms.length - 1] ?? 0) + 1;
  const classesBySentence = Array.from<number>({ length: sentences }).fill(0);
  let contentAt = 0;
  let nextAdded = 0;
  for (let at = 0; at < terms.length; at += 1) {
    const bits = classes[at] ?? 0;
    if ((bits & TOKEN_CLASS.stopWord) === 0) contentAt += 1;
    const term = terms[at] ?? 0;
    const matched = matchedBy[term] ?? 0;
    const sentence = sentenceOf[at] ?? 0;
    if (matched !== 0) {
      const place = { term, at, contentAt, length: 1, contentLength: 1, sentence };
      pushMatches(termMatches, matched, place);
    } else if (
      repeated.length === 0 ||
      !repeated.some(({ first, last }) => at >= first && at <= last)
    ) {
      classesBySentence[sentence] = (classesBySentence[sentence] ?? 0) | bits;
    }
    for (; nextAdded < added.length && added[nextAdded]?.last === at; nextAdded += 1) {
      const found = added[nextAdded];
      if (found) pushMatches(termMatches, found.matched, { ...found, at, contentAt, sentence });
    }
  }
  return { termMatches, classesBySentence };
}

/** A match for every query term of the set. */
function pushMatches(
  termMatches: TermMatch[],
  matched: number,
  {
    term,
    at,
    contentAt,
    length,
    contentLength,
    sentence,
  }: Omit<TermMatch, "queryTerm" | "isExact">,
): void {
  const isExact = (matched & RELATIVE) === 0;
  for (let rest = matched & ~RELATIVE; rest !== 0; rest &= rest - 1) {
    const queryTerm = 31 - Math.clz32(rest & -rest);
    termMatches.push({
      queryTerm,
      term,
      at,
      contentAt,
      length,
      contentLength,
      sentence,
      isExact,
    });
  }
}

/** The added terms that match query terms, without those that their own words match in their own right. */
function matchedAddedTerms({ terms, classes, added }: IndexedPassage, matchedBy: Int32Array) {
  const found = [];
  for (const [number, term] of added.terms.entries()) {
    let matched = matchedBy[term] ?? 0;
    if (matched === 0) continue;
    const [first, last] = [added.first[number] ?? 0, added.last[number] ?? 0];
    let contentLength = 0;
    for (let at = first; at <= last; at += 1) {
      const own = matchedBy[terms[at] ?? 0] ?? 0;
      if ((own & RELATIVE) === 0) matched &= ~own;
      if (((classes[at] ?? 0) & TOKEN_CLASS.stopWord) === 0) contentLength += 1;
    }
    found.push({ term, matched, first, last, length: last - first + 1, contentLength });
  }
  return found;
}

/**
 * A sentence that mentions somebody by another name matches the question's name for them, and so does whatever they
 * say: in an article without marked speakers it would be "Marlow says that …".
 */
function addPersonMentions(
  indexed: IndexedPassage,
  { queryTerms }: CompiledQuery,
  sentenceSets: readonly number[][],
): void {
  for (let number = 0; number < queryTerms.length; number += 1) {
    const { people = NOBODY } = queryTerms[number] ?? {};
    if (people.length === 0) continue;
    const bit = 1 << number;
    for (const { person, sentence } of indexed.personMentions) {
      if (people.includes(person)) addBit(bit, sentence, sentenceSets);
    }
    if (!isSpokenByOneOf(people, indexed)) continue;
    for (let sentence = 0; sentence < indexed.sentences; sentence += 1) {
      addBit(bit, sentence, sentenceSets);
    }
  }
}

const NOBODY: readonly string[] = [];

function addBit(bit: number, sentence: number, sentenceSets: readonly number[][]): void {
  for (const sets of sentenceSets) sets[sentence] = (sets[sentence] ?? 0) | bit;
}

/** "She" counts as the name of whom it means. */
function addMeant(
  { terms, sentenceOf }: MeantRecord,
  { matchedBy }: CompiledQuery,
  bySentence: number[],
  exactBySentence: number[],
): void {
  for (let at = 0; at < terms.length; at += 1) {
    const matched = matchedBy[terms[at] ?? 0] ?? 0;
    if (matched === 0) continue;
    const sentence = sentenceOf[at] ?? 0;
    const set = matched & ~RELATIVE;
    bySentence[sentence] = (bySentence[sentence] ?? 0) | set;
    if ((matched & RELATIVE) === 0) {
      exactBySentence[sentence] = (exactBySentence[sentence] ?? 0) | set;
    }
  }
}

/** All of it; the publisher speaks wherever nobody else does. */
function isSpokenByOneOf(
  people: readonly string[],
  { speakers, article }: IndexedPassage,
): boolean {
  const [speaker, ...others] = speakers;
  return (
    speaker !== undefined &&
    others.length === 0 &&
    speaker !== article.source.publisher?.id &&
    people.includes(speaker)
  );
}

/** The editors' lead and keywords describe the whole passage, so what they match counts for every sentence. */
function spreadEditorsWords(bySentence: number[], own: number): void {
  const added = unionFrom(own, bySentence);
  for (let sentence = 0; sentence < own; sentence += 1) {
    bySentence[sentence] = (bySentence[sentence] ?? 0) | added;
  }
}

/** What the sentences from a number on match; the editors' come after those of the text. */
function unionFrom(first: number, bySentence: readonly number[]): number {
  let union = 0;
  for (let at = first; at < bySentence.length; at += 1) union |= bySentence[at] ?? 0;
  return union;
}

function queryTermsInContext(
  { contextTerms, speakers }: IndexedPassage,
  compiled: CompiledQuery,
): number {
  let found = queryTermsAmong(contextTerms, compiled);
  for (const [number, { people }] of compiled.queryTerms.entries()) {
    if (speakers.some((speaker) => people.includes(speaker))) found |= 1 << number;
  }
  return found;
}

function queryTermsAmong(ids: Iterable<number>, { matchedBy }: CompiledQuery): number {
  let found = 0;
  for (const id of ids) {
    const matched = matchedBy[id] ?? 0;
    if ((matched & RELATIVE) === 0) found |= matched;
  }
  return found;
}
