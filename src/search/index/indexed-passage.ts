import type { Article, Passage } from "../../article/article.ts";
import { voicesIn } from "../../article/voices.ts";
import type { PassageLocation, PassageLocations, LocatedPassage } from "./passage-locations.ts";
import { recordIn, type OpenedPool, termIdsIn } from "./passage-pool.ts";

/** A person mentioned in a sentence, by name or alias. */
export type PersonMention = {
  readonly person: string;
  readonly sentence: number;
  /** In a passage with several voices: the number of the one that mentions them. */
  readonly voice?: number;
};

/** A passage's words as arrays of numbers. */
export type PassageRecord = {
  /** Ids of its terms in order, stop words included: the text, then the editors' lead and keywords. */
  readonly terms: Int32Array;
  /** Bits of TOKEN_CLASS for every term. */
  readonly classes: Uint16Array;
  /** Sentence number of every term. */
  readonly sentenceOf: Uint8Array;
  readonly added: AddedTermsRecord;
  /** Words and sentences of the text alone, without lead and keywords. */
  readonly length: number;
  readonly sentences: number;
  /** Ids of the terms of its heading, then of its speakers' names. */
  readonly contextTerms: Int32Array;
  readonly heading: Int32Array;
  readonly personMentions: readonly PersonMention[];
  readonly meant: MeantRecord;
  readonly voices?: VoicesRecord;
};

/** Ids of the added terms of a passage, and the positions of their words; in the order of the last. */
export type AddedTermsRecord = {
  readonly terms: Int32Array;
  readonly first: Int32Array;
  readonly last: Int32Array;
};

/** Ids of the terms of names that a sentence means and does not write: whose "she" is. */
export type MeantRecord = { readonly terms: Int32Array; readonly sentenceOf: Uint8Array };

/** The voices of a passage that has several, in the order of `voicesIn`. */
export type VoicesRecord = {
  /** Voice number of every term; NO_VOICE for what editors added. */
  readonly ofTerm: Uint8Array;
  /** Per voice: ids of the terms of its speaker's names. */
  readonly names: readonly Int32Array[];
};

/** For words that belong to no voice, or to one whose number does not fit in a byte. */
export const NO_VOICE = 255;

export type IndexedPassage = PassageLocation &
  PassageRecord & {
    /** Ids of everybody who speaks in it. */
    readonly speakers: readonly string[];
    /** Id of a person, if reduced to their words. */
    readonly by?: string;
  };

/** The passages of an index by number. Each is put together when it is first asked for. */
export type IndexedPassages = Iterable<IndexedPassage> & {
  readonly length: number;
  readonly at: (number: number) => IndexedPassage | undefined;
  readonly map: <Result>(of: (indexed: IndexedPassage, number: number) => Result) => Result[];
  /** What can be said of a passage without putting it together, or reading its article. */
  readonly speakersOf: (number: number) => readonly string[];
  readonly recordOf: (number: number) => PassageRecord | undefined;
  /** None of a section or a key fact, which are numbered on from the passages. */
  readonly termsOf: (number: number) => Int32Array;
  readonly articleOf: (number: number) => Article | undefined;
  readonly numberOf: (place: LocatedPassage) => number | undefined;
};

type PassageParts = Pick<IndexedPassages, "speakersOf"> & {
  readonly pool: OpenedPool;
  readonly locations: PassageLocations;
  /** The id of a person by number. */
  readonly personOf: (number: number) => string;
};

const NO_TERMS = new Int32Array();

/** More than the passages of a long article: 5 MB. */
const MAX_KNOWN = 5000;

export function openPassages({
  pool,
  locations,
  personOf,
  speakersOf,
}: PassageParts): IndexedPassages {
  const known = new Map<number, IndexedPassage>();

  function at(number: number): IndexedPassage | undefined {
    const before = known.get(number);
    if (before) return before;
    const passage = read(number);
    if (!passage) return undefined;
    if (known.size >= MAX_KNOWN) known.clear();
    known.set(number, passage);
    return passage;
  }

  function read(number: number): IndexedPassage | undefined {
    const location = locations.at(number);
    const record = recordOf(number);
    return location && record && indexedPassage(location, record);
  }

  function recordOf(number: number): PassageRecord | undefined {
    return number < locations.length ? recordIn(pool, number, personOf) : undefined;
  }

  function* all(): Generator<IndexedPassage> {
    // Of more, those kept would be gone before they are asked for again.
    const next = locations.length > MAX_KNOWN ? read : at;
    for (let number = 0; number < locations.length; number += 1) {
      const passage = next(number);
      if (passage) yield passage;
    }
  }

  return {
    length: locations.length,
    at,
    map: (of) => Array.from(all(), of),
    speakersOf,
    recordOf,
    termsOf: (number) => (number < locations.length ? termIdsIn(pool, number) : NO_TERMS),
    articleOf: (number) => locations.sections[locations.sectionOf[number] ?? -1]?.article,
    numberOf: locations.numberOf,
    [Symbol.iterator]: all,
  };
}

/** In Node 20, to spread two objects of this size takes 18 µs, which is forty times as long. */
export function indexedPassage(location: PassageLocation, record: PassageRecord): IndexedPassage {
  const speakers = speakersIn(location.passage);
  return Object.assign({}, record, location, { speakers });
}

/** Ids of everybody who speaks in a passage. */
export function speakersIn(passage: Passage): readonly string[] {
  const ids = voicesIn(passage).flatMap(({ speaker }) => speaker?.id ?? []);
  return [...new Set(ids)];
}

/** Ids of everybody who speaks in a passage or whom it mentions under any name. */
export function peopleIn(
  passage: Passage,
  mentions: readonly PersonMention[],
): ReadonlySet<string> {
  return new Set([...speakersIn(passage), ...mentions.map(({ person }) => person)]);
}
