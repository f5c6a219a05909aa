import { type ArticleScope, isInScope } from "../../article/article-scope.ts";
import { runSteps, type Steps } from "../../languages/steps.ts";
import { NO_GROUP, termForPerson } from "../index/engine-documents.ts";
import type { AskedTerm, LanguageIndex } from "../index/language-index.ts";
import type { CompiledQuery } from "../query/compile-query.ts";

/** A passage worth ranking. */
export type Candidate = {
  readonly number: number;
  /** Score of the engine, relative to its best passage's: above 0, at most 1. */
  readonly engine: number;
};

/** The right passage is hardly ever further down the engine's list. */
export const MAX_CANDIDATES = 30;

/**
 * The passages that the engine proposes, in the article's order: by their own terms, by those of their section,
 * and by those of the key fact that they are. `speakers`: ids of people, to propose only where one of them speaks.
 * `within`: the only articles to propose passages of.
 */
export function candidatesFor(...asked: Parameters<typeof candidatesInSteps>): Candidate[] {
  return runSteps(candidatesInSteps(...asked));
}

/** A step is a term to look up. */
export function* candidatesInSteps(
  compiled: CompiledQuery,
  index: LanguageIndex,
  { speakers, within }: Among = {},
): Steps<Candidate[]> {
  const scores = new Float64Array(index.passages.length + index.groups.length);
  const asked = termsToAsk(compiled, index);
  index.onSearch?.({ terms: asked, speakers, within });
  const found = yield* findDocuments(asked, index, scores);
  const passages = withGroups(found, index, scores);
  const inScope = within ? passages.filter((number) => isWithin(number, within, index)) : passages;
  const open = speakers
    ? inScope.filter((number) => isSpokenByOne(number, speakers, index))
    : inScope;
  const best = bestOf(open, scores);
  let highest = 0;
  for (const number of best) highest = Math.max(highest, scores[number] ?? 0);
  return best
    .toSorted((one, other) => one - other)
    .map((number) => ({ number, engine: (scores[number] ?? 0) / highest }));
}

type Among = {
  readonly speakers?: readonly string[] | undefined;
  readonly within?: ArticleScope | undefined;
};

function isWithin(number: number, scope: ArticleScope, { passages }: LanguageIndex): boolean {
  const article = passages.articleOf(number);
  return article !== undefined && isInScope(article, scope);
}

function isSpokenByOne(
  number: number,
  speakers: readonly string[],
  { passages }: LanguageIndex,
): boolean {
  return passages.speakersOf(number).some((id) => speakers.includes(id));
}

/** Adds up the scores of all documents that have a term; returns their numbers. */
function* findDocuments(
  asked: readonly AskedTerm[],
  { engine }: LanguageIndex,
  scores: Float64Array,
): Steps<number[]> {
  const found: number[] = [];
  for (const { term, share } of asked) {
    const documents = engine.documentsWith(term);
    for (let at = 0; at < documents.numbers.length; at += 1) {
      const number = documents.numbers[at] ?? 0;
      const before = scores[number] ?? 0;
      if (before === 0) found.push(number);
      scores[number] = before + share * (documents.scores[at] ?? 0);
    }
    yield;
  }
  return found;
}

/** What a section or key fact has counts less than what the passage says itself. */
export const GROUP_SHARE = 0.3;

/** The passages among the documents, and those that the sections and key facts among them propose. */
function withGroups(
  found: number[],
  { passages: { length }, groups }: LanguageIndex,
  scores: Float64Array,
): number[] {
  const ofGroups = found.filter((number) => number >= length);
  if (ofGroups.length === 0) return found;

  const passages = found.filter((number) => number < length);
  for (const number of bestOf(ofGroups, scores)) {
    const first = groups.first[number - length] ?? 0;
    const end = groups.end[number - length] ?? 0;
    for (let at = first; at < Math.min(end, first + MAX_CANDIDATES); at += 1) {
      if (scores[at] === 0) passages.push(at);
      // It is found from here on, if by nothing else.
      scores[at] = Math.max(scores[at] ?? 0, Number.MIN_VALUE);
    }
  }
  for (const number of passages) {
    for (const group of [groups.sectionOf[number], groups.keyFactOf[number]]) {
      if (group === undefined || group === NO_GROUP) continue;
      scores[number] = (scores[number] ?? 0) + GROUP_SHARE * (scores[length + group] ?? 0);
    }
  }
  return passages;
}

/** No more of them than there may be candidates. */
function bestOf(numbers: readonly number[], scores: Float64Array): readonly number[] {
  if (numbers.length <= MAX_CANDIDATES) return numbers;
  return numbers
    .toSorted((one, other) => (scores[other] ?? 0) - (scores[one] ?? 0))
    .slice(0, MAX_CANDIDATES);
}

/** A relative or synonym, or a person's other name, counts less than the word itself. */
const OTHER_SHARE = 0.5;
/**
 * The engine slows down with every posting it reads, so rare terms come first and common ones are dropped. Among 20,000
 * passages, 2,000 find the right one first 0.7 points less often, and 40,000 no more often.
 */
const MAX_POSTINGS = 10_000;

/**
 * The terms that match whose postings fit the limit, the question's own before those of about the same meaning, the
 * rarest first; always at least one.
 */
function termsToAsk({ queryTerms, otherTerms }: CompiledQuery, index: LanguageIndex): AskedTerm[] {
  const counted = new Map<string, AskedTerm>();
  const add = (term: string, share: number, postings: number) => {
    if (postings > 0 && !counted.has(term)) counted.set(term, { term, share, postings });
  };
  for (const { senses, share } of queryTerms) {
    for (const sense of senses) add(sense, share, postingsOf(sense, index));
  }
  for (const term of otherTerms) add(term, OTHER_SHARE, postingsOf(term, index));
  for (const id of queryTerms.flatMap(({ people }) => people)) {
    add(termForPerson(id), OTHER_SHARE, index.personFrequency(id));
  }

  const all = [...counted.values()];
  if (all.reduce((sum, { postings }) => sum + postings, 0) <= MAX_POSTINGS) return all;

  let read = 0;
  return all
    .toSorted((one, other) => other.share - one.share || one.postings - other.postings)
    .filter(({ postings }) => {
      read += postings;
      return read <= MAX_POSTINGS || read === postings;
    });
}

function postingsOf(term: string, { dictionary, documentFrequency }: LanguageIndex): number {
  const id = dictionary.idOf(term);
  return id === undefined ? 0 : (documentFrequency[id] ?? 0);
}
