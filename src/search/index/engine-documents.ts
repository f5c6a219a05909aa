import type { Passage } from "../../article/article.ts";
import type { Terms } from "../../languages/terms.ts";
import { TOKEN_CLASS } from "../../languages/token-classes.ts";
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

export function groupPassages({ length, sections, sectionOf }: PassageLocations): PassageGroups {
  const first = sections.map((section) => section.first);
  const end = sections.map((section) => section.end);
  const keyFactOf = new Int32Array(length).fill(NO_GROUP);
  for (const { section, first: number } of sections) {
    for (const [at, passage] of section.passages.entries()) {
      if (!isKeyFact(passage)) continue;
      keyFactOf[number + at] = first.push(number + at) - 1;
      end.push(number + at + 1);
    }
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
  readonly termsById: readonly string[];
  readonly terms: Terms;
};

/** The terms of every passage, then of every group. */
export function* engineDocuments(source: Source): Iterable<readonly string[]> {
  const { passages, locations, termsById } = source;
  const written = (ids: Iterable<number>) => Array.from(ids, (id) => termsById[id] ?? "");
  const peopleBySection = locations.sections.map(() => new Set<string>());
  const keyFacts: number[] = [];
  let number = 0;
  for (const indexed of passages) {
    const people = peopleIn(indexed.passage, indexed.personMentions);
    for (const id of people) peopleBySection[locations.sectionOf[number] ?? 0]?.add(id);
    if (isKeyFact(indexed.passage)) keyFacts.push(number);
    yield passageTerms(indexed, people, written);
    number += 1;
  }
  for (const [at, section] of locations.sections.entries()) {
    yield sectionTerms(section, peopleBySection[at] ?? [], source, written);
  }
  for (const fact of keyFacts) {
    const indexed = passages.at(fact);
    if (indexed) yield written(factTerms(indexed));
  }
}

type Written = (ids: Iterable<number>) => string[];

function passageTerms(
  indexed: IndexedPassage,
  people: Iterable<string>,
  written: Written,
): string[] {
  const isOwn = isKeyFact(indexed.passage) ? isInText : isAnywhere;
  return [
    ...written(contentOf(indexed, isOwn)),
    ...written(indexed.added.terms),
    ...written(indexed.contextTerms.subarray(indexed.heading.length)),
    ...written(new Set(indexed.meant.terms)),
    ...Array.from(people, termForPerson),
  ];
}

/** The heading, what the section is about, and everybody who speaks or is named in it. */
function sectionTerms(
  { section: { summary = "" }, first }: LocatedSection,
  people: Iterable<string>,
  { passages, terms }: Source,
  written: Written,
): string[] {
  const about = analyseText(summary, terms).words.filter(({ isStopWord }) => !isStopWord);
  return [
    ...written(passages.at(first)?.heading ?? []),
    ...about.map(({ term }) => term),
    ...Array.from(people, termForPerson),
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
  return [...terms].filter(
    (_term, at) =>
      ((classes[at] ?? 0) & TOKEN_CLASS.stopWord) === 0 && isIncluded(sentenceOf[at] ?? 0, indexed),
  );
}

const SIGN_OF_PERSON = "@";

/** A person as the engine knows them; no word has such a sign. */
export function termForPerson(id: string): string {
  return SIGN_OF_PERSON + id;
}

export function isTermForPerson(term: string): boolean {
  return term.startsWith(SIGN_OF_PERSON);
}
