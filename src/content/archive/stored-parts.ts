import { deserialize, serialize } from "node:v8";
import { z } from "zod";
import type { Person } from "../../article/article.ts";
import { once } from "../../languages/once.ts";
import type { ArchivedArticle, ArchivedPassage } from "../../search/archive/archived-article.ts";
import type { PassageRecord, VoicesRecord } from "../../search/index/indexed-passage.ts";
import { type StoredPassage, withNumbers, withSpeakers } from "../speakers-by-number.ts";

/** The bot has written it, so the shape is known. */
const stored = <Shape>() => z.custom<Shape>((value) => typeof value === "object" && value !== null);

type StoredArticle = Omit<ArchivedArticle, "id">;

const article = stored<StoredArticle>();

export function storeArticle(archived: StoredArticle): Buffer {
  return serialize(archived);
}

export function readArticle(id: number, bytes: Uint8Array): ArchivedArticle {
  return { id, ...article.parse(deserialize(bytes)) };
}

/** What is no array of numbers, as JSON: V8 would store many words with two bytes for a letter. */
type StoredWords = Pick<ArchivedPassage, "isTranslated" | "terms"> & {
  readonly passage: StoredPassage;
  readonly mentions: PassageRecord["personMentions"];
};

type StoredParts = {
  readonly words: Uint8Array;
  readonly record: RecordOf<SmallArray>;
};

const passage = stored<StoredParts>();
const words = stored<StoredWords>();

/** `people`: those of its text, in whose place their numbers are stored. */
export function storePassage(
  { passage: own, isTranslated, record, terms }: ArchivedPassage,
  people: readonly Person[],
): Buffer {
  const { personMentions: mentions, ...numbers } = record;
  const given: StoredWords = {
    passage: withNumbers(own, people),
    isTranslated,
    terms,
    mentions,
  };
  const bytes: StoredParts = {
    words: new TextEncoder().encode(JSON.stringify(given)),
    record: detached(eachArray(numbers, small)),
  };
  return serialize(bytes);
}

export function readPassage(bytes: Uint8Array, people: readonly Person[]): ArchivedPassage {
  const { words: json, record } = passage.parse(deserialize(bytes));
  const read = words.parse(JSON.parse(TEXT.decode(json)));
  const { isTranslated, mentions, terms } = read;
  // Whole articles are read for their texts.
  const asIndexed = once(() => ({
    ...eachArray(record, (ids) => new Int32Array(ids)),
    personMentions: mentions,
  }));
  return {
    passage: withSpeakers(read.passage, people),
    isTranslated,
    terms,
    get record() {
      return asIndexed();
    },
  };
}

const TEXT = new TextDecoder();

/** The smallest that its numbers fit in: most ids are below 256. */
type SmallArray = Uint8Array | Uint16Array | Int32Array;

type RecordOf<Ids> = Omit<
  PassageRecord,
  "personMentions" | "terms" | "added" | "contextTerms" | "heading" | "meant" | "voices"
> & {
  readonly terms: Ids;
  readonly added: { readonly terms: Ids; readonly first: Ids; readonly last: Ids };
  readonly contextTerms: Ids;
  readonly heading: Ids;
  readonly meant: Pick<PassageRecord["meant"], "sentenceOf"> & { readonly terms: Ids };
  readonly voices?: Pick<VoicesRecord, "ofTerm"> & { readonly names: readonly Ids[] };
};

function eachArray<From, To>(record: RecordOf<From>, change: (ids: From) => To): RecordOf<To> {
  const { terms, added, contextTerms, heading, meant, voices, ...rest } = record;
  return {
    ...rest,
    terms: change(terms),
    added: { terms: change(added.terms), first: change(added.first), last: change(added.last) },
    contextTerms: change(contextTerms),
    heading: change(heading),
    meant: { ...meant, terms: change(meant.terms) },
    ...(voices && { voices: { ...voices, names: voices.names.map(change) } }),
  };
}

function small(ids: Int32Array): SmallArray {
  const highest = ids.reduce((most, id) => Math.max(most, id), 0);
  if (highest < 2 ** 8) return new Uint8Array(ids);
  return highest < 2 ** 16 ? new Uint16Array(ids) : ids.slice();
}

/** Views of a pool would be stored with all of it. */
function detached(record: RecordOf<SmallArray>): RecordOf<SmallArray> {
  const { classes, sentenceOf, meant, voices } = record;
  return {
    ...record,
    classes: classes.slice(),
    sentenceOf: sentenceOf.slice(),
    meant: { ...meant, sentenceOf: meant.sentenceOf.slice() },
    ...(voices && { voices: { ...voices, ofTerm: voices.ofTerm.slice() } }),
  };
}
