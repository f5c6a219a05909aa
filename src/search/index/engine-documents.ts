import type { Terms } from "../../languages/terms.ts";
import { TOKEN_CLASS } from "../../languages/token-classes.ts";
import { analyseText } from "../analysis/analyse-text.ts";
import { speakersIn, type PassageLocation, type PassageRecord } from "./indexed-passage.ts";

/**
 * A section or a key fact. The engine finds it by terms that its passages need not have, and it proposes
 * these passages, `first` up to but not including `end`.
 */
type PassageGroup = { readonly first: number; readonly end: number };

/** The groups of some passages; in the engine they are numbered on from the passages. */
export type PassageGroups = {
  readonly all: readonly PassageGroup[];
  /** By passage: number of its group; of the key fact, NO_GROUP if it is none. */
  readonly sectionOf: Int32Array;
  readonly keyFactOf: Int32Array;
};

export const NO_GROUP = -1;

export function groupPassages(locations: readonly PassageLocation[]): PassageGroups {
  const all: { first: number; end: number }[] = [];
  const sectionOf = new Int32Array(locations.length);
  for (const [number, { section }] of locations.entries()) {
    if (locations[number - 1]?.section !== section) all.push({ first: number, end: number });
    sectionOf[number] = all.length - 1;
    const last = all.at(-1);
    if (last) last.end = number + 1;
  }
  const keyFactOf = new Int32Array(locations.length).fill(NO_GROUP);
  for (const [number, location] of locations.entries()) {
    if (isKeyFact(location)) keyFactOf[number] = all.push({ first: number, end: number + 1 }) - 1;
  }
  return { all, sectionOf, keyFactOf };
}

/** Marked by an editor, or given a lead: the fact in a few words. */
function isKeyFact({ passage }: PassageLocation): boolean {
  return passage.isKeyFact || passage.lead !== undefined;
}

type Source = {
  readonly locations: readonly PassageLocation[];
  readonly records: readonly PassageRecord[];
  readonly termsById: readonly string[];
  readonly terms: Terms;
};

/** The terms of every passage, then of every group. */
export function* engineDocuments(source: Source): Iterable<readonly string[]> {
  const { locations, records, termsById } = source;
  const { all, sectionOf } = groupPassages(locations);
  const sections = (sectionOf.at(-1) ?? NO_GROUP) + 1;
  const written = (ids: Iterable<number>) => Array.from(ids, (id) => termsById[id] ?? "");
  for (const [number, record] of records.entries()) {
    const location = locations[number];
    if (!location) continue;
    const isOwn = isKeyFact(location) ? isInText : isAnywhere;
    const names = record.contextTerms.filter((id) => !record.heading.has(id));
    yield [
      ...written(contentOf(record, isOwn)),
      ...written(record.added.terms),
      ...written(names),
      ...written(new Set(record.meant.terms)),
      ...Array.from(peopleIn(location, record), termForPerson),
    ];
  }
  for (const group of all.slice(0, sections)) yield sectionTerms(group, source, written);
  for (const { first } of all.slice(sections)) {
    const record = records[first];
    if (record) yield written(factTerms(record));
  }
}

type Written = (ids: Iterable<number>) => string[];

/** The heading, what the section is about, and everybody who speaks or is named in it. */
function sectionTerms(
  { first, end }: PassageGroup,
  { locations, records, terms }: Source,
  written: Written,
): string[] {
  const { summary = "" } = locations[first]?.section ?? {};
  const about = analyseText(summary, terms).words.filter(({ isStopWord }) => !isStopWord);
  const people = records.slice(first, end).flatMap((record, offset) => {
    const location = locations[first + offset];
    return location ? [...peopleIn(location, record)] : [];
  });
  return [
    ...written(records[first]?.heading ?? []),
    ...about.map(({ term }) => term),
    ...Array.from(new Set(people), termForPerson),
  ];
}

/** What editors say of it, or else its text. */
function factTerms(record: PassageRecord): number[] {
  const added = contentOf(record, (sentence) => !isInText(sentence, record));
  return added.length > 0 ? added : contentOf(record, isInText);
}

type IsIncluded = (sentence: number, record: PassageRecord) => boolean;

const isAnywhere: IsIncluded = () => true;
const isInText: IsIncluded = (sentence, { sentences }) => sentence < sentences;

function contentOf(record: PassageRecord, isIncluded: IsIncluded): number[] {
  const { terms, classes, sentenceOf } = record;
  return [...terms].filter(
    (_term, at) =>
      ((classes[at] ?? 0) & TOKEN_CLASS.stopWord) === 0 && isIncluded(sentenceOf[at] ?? 0, record),
  );
}

/** Ids of everybody who speaks in a passage or whom it mentions under any name. */
export function peopleIn(
  { passage }: PassageLocation,
  { personMentions }: PassageRecord,
): ReadonlySet<string> {
  return new Set([...speakersIn(passage), ...personMentions.map(({ person }) => person)]);
}

const SIGN_OF_PERSON = "@";

/** A person as the engine knows them; no word has such a sign. */
export function termForPerson(id: string): string {
  return SIGN_OF_PERSON + id;
}

export function isTermForPerson(term: string): boolean {
  return term.startsWith(SIGN_OF_PERSON);
}
