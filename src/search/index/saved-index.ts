import { z } from "zod";
import type { Article } from "../../article/article.ts";
import type { LanguagePack } from "../../languages/language-pack.ts";
import { packFor } from "../../languages/packs.ts";
import type { Steps } from "../../languages/steps.ts";
import { openLanguageIndex, type LanguageIndex } from "./language-index.ts";
import type { ByWord } from "./known-words.ts";
import { type LookupsRecord, recordLookups } from "./lookups.ts";
import type { RecordedArticle } from "./recorded-part.ts";
import { groupByLanguage, openPassageIndex, type PassageIndex } from "./passage-index.ts";
import {
  type LanguageIndexRecord,
  type OpenedIndexRecord,
  type RecordedPassages,
  recordedPart,
  recordIndex,
  recordPassages,
} from "./record-articles.ts";
import type { UsesByArticle } from "./recorded-part.ts";
import {
  hasHead,
  openArrays,
  openArraysInSteps,
  saveArrays,
  type SavedBytes,
  savedKeyIn,
} from "./saved-arrays.ts";

/** Raise it whenever the record's fields change, the way words become terms or sounds, or the word vectors. */
const VERSION = "26";
const INDEX = `ask-the-article index ${VERSION}`;
const USES = `ask-the-article uses ${VERSION}`;

type WithLookups = { readonly lookups: LookupsRecord };

/** Version and digest are checked before these are read, so the shapes are known. */
const recordsSchema = z.array(
  z.custom<OpenedIndexRecord & WithLookups>((value) => typeof value === "object"),
);
const usesSchema = z.array(
  z.object({
    articles: z.array(z.string()),
    uses: z.custom<UsesByArticle>((value) => typeof value === "object"),
    byWord: z.custom<ByWord>((value) => typeof value === "object"),
  }),
);

/** An index as parts of bytes, and what an index of other articles needs to take over those that it has as well. */
export type SavedIndex<Bytes = readonly Uint8Array[]> = {
  readonly index: Bytes;
  readonly uses: Bytes;
};

/** Equal for equal articles. */
type Digested = { readonly article: Article; readonly digest: string };

/** What an earlier index has of the article with a digest. */
export type FindByDigest = (digest: string) => RecordedArticle | undefined;

/** Indexes articles that are recorded. `key` stands for them. */
export function* saveIndex(groups: readonly RecordedGroup[], key: string): Steps<SavedIndex> {
  const records: (LanguageIndexRecord & WithLookups)[] = [];
  const used: z.infer<typeof usesSchema> = [];
  for (const { recorded, pack, articles, digests } of groups) {
    const record = yield* recordIndex(recorded, pack);
    const people = articles.flatMap((article) => article.people);
    const { knownWords, uses } = recorded;
    const { lookups, byWord } = yield* recordLookups(record, pack, { people, knownWords });
    records.push({ ...record, lookups });
    used.push({ articles: digests, uses, byWord });
  }
  return {
    index: saveArrays(records, INDEX, key),
    uses: saveArrays(used, USES, key),
  };
}

/** Articles of a language, recorded for an index. */
type RecordedGroup = {
  readonly pack: LanguagePack;
  readonly recorded: RecordedPassages;
  readonly articles: readonly Article[];
  readonly digests: string[];
};

/** Records the articles, but takes over those that are found: an earlier index is needed for this only. */
export function* recordForIndex(
  all: readonly Digested[],
  find: FindByDigest = () => undefined,
): Steps<readonly RecordedGroup[]> {
  const digests = new Map(all.map(({ article, digest }) => [article, digest]));
  const digestOf = (article: Article) => digests.get(article) ?? "";
  const groups: RecordedGroup[] = [];
  for (const articles of groupByLanguage(all.map(({ article }) => article))) {
    const pack = packFor(articles[0]?.language ?? "");
    const recorded = yield* recordPassages(articles, pack, (article) => find(digestOf(article)));
    groups.push({ pack, recorded, articles, digests: articles.map(digestOf) });
  }
  return groups;
}

/** Whether the bytes are undamaged, and of this version and these articles: if not, build the index instead. */
export function isIndexOf(saved: SavedBytes, key: string): boolean {
  return savedKeyIn(saved, INDEX) === key;
}

/** The same, as far as the first bytes tell. */
export function beginsAsIndexOf(bytes: Uint8Array, key: string): boolean {
  return hasHead(bytes, INDEX, key);
}

/** Finds nothing if the bytes are damaged, of another version, or do not belong together. They are kept. */
export function openEarlierIndex({ index, uses }: SavedIndex<SavedBytes>): FindByDigest {
  const key = savedKeyIn(index, INDEX);
  const found = new Map<string, RecordedArticle>();
  if (key !== undefined && key === savedKeyIn(uses, USES)) {
    const records = recordsSchema.parse(openArrays(index, INDEX, key, READ_WHEN_ASKED));
    const used = usesSchema.parse(openArrays(uses, USES, key));
    for (const [number, { articles, ...own }] of used.entries()) {
      const record = records[number];
      const part = record && recordedPart(record, own);
      for (const [at, digest] of articles.entries()) if (part) found.set(digest, { part, at });
    }
  }
  return (digest) => found.get(digest);
}

/**
 * Arrays of these names, wherever they are: as long as the texts, and a question reads little of them. They are two thirds
 * of an index.
 */
const READ_WHEN_ASKED: ReadonlySet<string> = new Set([
  "terms",
  "classes",
  "sentenceOf",
  "documents",
  "frequencies",
]);

/** The bytes must be an undamaged index of these articles; they are kept. */
export function* openSavedIndex(
  saved: SavedBytes,
  key: string,
  articles: readonly Article[],
): Steps<PassageIndex> {
  const records = recordsSchema.parse(yield* openArraysInSteps(saved, INDEX, key, READ_WHEN_ASKED));
  const indexes: LanguageIndex[] = [];
  for (const [number, group] of groupByLanguage(articles).entries()) {
    const record = records[number];
    const pack = packFor(group[0]?.language ?? "");
    if (record) indexes.push(yield* openLanguageIndex(group, pack, record));
  }
  return openPassageIndex(articles, indexes);
}
