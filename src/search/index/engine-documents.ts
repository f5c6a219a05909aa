import type { Terms } from "../../languages/terms.ts";
import { TOKEN_CLASS } from "../../languages/token-classes.ts";
import { analyseText } from "../analysis/analyse-text.ts";
import { peopleIn, type IndexedPassage, type IndexedPassages } from "./indexed-passage.ts";
import { isKeyFact } from "./layout.ts";
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

export function groupPassages({
  length,
  sections,
  sectionOf,
  keyFacts,
}: PassageLocations): PassageGroups {
  const keyFactOf = new Int32Array(length).fill(NO_GROUP);
  for (const [at, number] of keyFacts.entries()) keyFactOf[number] = sections.length + at;
  const numbers = Array.from(keyFacts);
  return {
    length: sections.length + keyFacts.length,
    first: Int32Array.from([...sections.map(({ first }) => first), ...numbers]),
    end: Int32Array.from([...sections.map(({ end }) => end), ...numbers.map((one) => one + 1)]),
    sectionOf,
    keyFactOf,
  };
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
  let number = 0;
  for (const indexed of passages) {
    const own = Array.from(peopleIn(indexed.passage, indexed.personMentions), people);
    for (const person of own) peopleBySection[locations.sectionOf[number] ?? 0]?.add(person);
    yield passageTerms(indexed, own);
    number += 1;
  }
  for (const [at, section] of locations.sections.entries()) {
    yield sectionTerms(section, peopleBySection[at] ?? [], source);
  }
  for (const fact of locations.keyFacts) {
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
  { section, first }: LocatedSection,
  people: Iterable<number>,
  source: Source,
): number[] {
  const { summary = "" } = section();
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
