import type { Passage } from "../../article/article.ts";
import type { Terms } from "../../languages/terms.ts";
import { TOKEN_CLASS } from "../../languages/token-classes.ts";
import { runSteps, type Steps } from "../analysis/steps.ts";
import { analyseText } from "../analysis/analyse-text.ts";
import { peopleIn, type IndexedPassage, type IndexedPassages } from "./indexed-passage.ts";
import type { LocatedSection, PassageLocations } from "./passage-locations.ts";

/**
 * Sections and key facts. The engine finds them by terms that their passages need not have, and they propose
 * these passages. In the engine they are numbered on from the passages, sections first.
 */
export type PassageGroups = {
  readonly length: number;
  /** By group: the passages from `first` up to but not including `end`. */
  readonly first: Int32Array;
  readonly end: Int32Array;
  /** By passage: number of its group; of the key fact, NO_GROUP if it is none. */
  readonly sectionOf: Int32Array;
  readonly keyFactOf: Int32Array;
};

export const NO_GROUP = -1;

export function groupPassages(locations: PassageLocations): PassageGroups {
  return runSteps(groupPassagesInSteps(locations));
}

export function* groupPassagesInSteps({
  length,
  sections,
  sectionOf,
}: PassageLocations): Steps<PassageGroups> {
  const first = sections.map((section) => section.first);
  const end = sections.map((section) => section.end);
  const keyFactOf = new Int32Array(length).fill(NO_GROUP);
  for (const { section, first: number } of sections) {
    for (const [at, passage] of section.passages.entries()) {
      if (!isKeyFact(passage)) continue;
      keyFactOf[number + at] = first.push(number + at) - 1;
      end.push(number + at + 1);
    }
    yield;
  }
  return {
    length: first.length,
    first: new Int32Array(first),
    end: new Int32Array(end),
    sectionOf,
    keyFactOf,
  };
}

/** Marked by an editor, or given a lead: the fact in a few words. */
function isKeyFact({ isKeyFact: isMarked, lead }: Passage): boolean {
  return isMarked || lead !== undefined;
}

type Source = {
  readonly passages: IndexedPassages;
  readonly locations: PassageLocations;
  readonly terms: Terms;
  /** Of a term, or a person as one. */
  readonly numberOf: (term: string) => number;
};

/** The terms of every passage, then of every group. */
export function* engineDocuments(source: Source): Iterable<readonly number[]> {
  const { passages, locations } = source;
  const people = personNumberer(source);
  const peopleBySection = locations.sections.map(() => new Set<number>());
  const keyFacts: number[] = [];
  let number = 0;
  for (const indexed of passages) {
    const own = Array.from(peopleIn(indexed.passage, indexed.personMentions), people);
    for (const person of own) peopleBySection[locations.sectionOf[number] ?? 0]?.add(person);
    if (isKeyFact(indexed.passage)) keyFacts.push(number);
    yield passageTerms(indexed, own);
    number += 1;
  }
  for (const [at, section] of locations.sections.entries()) {
    yield sectionTerms(section, peopleBySection[at] ?? [], source);
  }
  for (const fact of keyFacts) {
    const indexed = passages.at(fact);
    if (indexed) yield factTerms(indexed);
  }
}

/** A person's number as a term; it is looked up once, for many passages have the same people. */
function personNumberer({ numberOf }: Source): (id: string) => number {
  const numbers = new Map<string, number>();
  return (id) => {
    const number = numbers.get(id) ?? numberOf(termForPerson(id));
    numbers.set(id, number);
    return number;
  };
}

function passageTerms(indexed: IndexedPassage, people: readonly number[]): number[] {
  const isOwn = isKeyFact(indexed.passage) ? isInText : isAnywhere;
  return [
    ...contentOf(indexed, isOwn),
    ...indexed.added.terms,
    ...indexed.contextTerms.subarray(indexed.heading.length),
    ...new Set(indexed.meant.terms),
    ...people,
  ];
}

/** The heading, what the section is about, and everybody who speaks or is named in it. */
function sectionTerms(
  { section: { summary = "" }, first }: LocatedSection,
  people: Iterable<number>,
  source: Source,
): number[] {
  const { words } = analyseText(summary, source.terms);
  const about = words.filter(({ isStopWord }) => !isStopWord);
  return [
    ...(source.passages.at(first)?.heading ?? []),
    ...about.map(({ term }) => source.numberOf(term)),
    ...people,
  ];
}

/** What editors say of it, or else its text. */
function factTerms(indexed: IndexedPassage): number[] {
  const added = contentOf(indexed, (sentence) => !isInText(sentence, indexed));
  return added.length > 0 ? added : contentOf(indexed, isInText);
}

type IsIncluded = (sentence: number, indexed: IndexedPassage) => boolean;

const isAnywhere: IsIncluded = () => true;
const isInText: IsIncluded = (sentence, { sentences }) => sentence < sentences;

function contentOf(indexed: IndexedPassage, isIncluded: IsIncluded): number[] {
  const { terms, classes, sentenceOf } = indexed;
  const content: number[] = [];
  for (let at = 0; at < terms.length; at += 1) {
    const isStopWord = ((classes[at] ?? 0) & TOKEN_CLASS.stopWord) !== 0;
    if (!isStopWord && isIncluded(sentenceOf[at] ?? 0, indexed)) content.push(terms[at] ?? 0);
  }
  return content;
}

const SIGN_OF_PERSON = "@";

/** A person as the engine knows them; no word has such a sign. */
export function termForPerson(id: string): string {
  return SIGN_OF_PERSON + id;
}
