import { z } from "zod";
import type { Article } from "../../article/article.ts";
import { catchAsDiagnostic, type Diagnostic } from "../../article/diagnostic.ts";
import { groupedBy } from "../../article/grouped-by.ts";
import { parseLibrary } from "../../article/loading/parse-library.ts";
import type { ArticleFile } from "../../article/loading/read-article-file.ts";
import { analyseArticle } from "../../search/archive/analysed-article.ts";
import {
  changesOfCounts,
  countsOfText,
  type CountChanges,
  type TextCounts,
} from "../../search/archive/archive-counts.ts";
import { archiveRows, type ArchiveRows } from "../../search/archive/archive-rows.ts";
import { type ArticleParts, articleParts } from "../../search/archive/archived-article.ts";
import { postingsByTerm } from "../../search/archive/term-postings.ts";
import { type ArticleKeys, articleKeys } from "./article-keys.ts";
import { packBytes, type PackedBytes } from "./packed-bytes.ts";
import { storeArticle, storePassage } from "./stored-parts.ts";
import { isIndexable } from "./storable.ts";
import { MAX_LIST_BYTES } from "./write-archive.ts";

export type BatchRequest = {
  readonly files: readonly ArticleFile[];
  /** For articles: at least as many as there are, rising. */
  readonly ids: readonly number[];
  /** Articles that these replace. */
  readonly gone: readonly GoneArticle[];
};

/** `counts`: as they are stored. */
type GoneArticle = { readonly id: number; readonly counts: Uint8Array };

/** Rows as JSON, since a thread hands over bytes at no cost. */
type JsonBytes = Uint8Array<ArrayBuffer>;

/** All that is written of some articles. */
export type PreparedBatch = {
  readonly articles: readonly PreparedArticle[];
  readonly passages: PreparedPassages;
  readonly people: JsonBytes;
  readonly postings: readonly PreparedPostings[];
  readonly gonePostings: readonly GonePostings[];
  readonly counts: readonly PreparedCounts[];
  /** Of articles that are left out. */
  readonly diagnostics: readonly Diagnostic[];
};

type PreparedArticle = {
  readonly id: number;
  readonly slug: string;
  readonly keys: ArticleKeys;
  readonly body: Uint8Array;
  readonly counts: Uint8Array;
};

type PreparedPassages = {
  /** Ids of articles, numbers of texts, and positions in these. */
  readonly articles: readonly number[];
  readonly texts: readonly number[];
  readonly positions: readonly number[];
  readonly bodies: PackedBytes;
};

/** Lists of terms in a language. */
export type PreparedPostings = {
  readonly language: string;
  readonly terms: readonly string[];
  readonly firstArticles: readonly number[];
  readonly lists: PackedBytes;
};

/** Terms of articles that go, with the ids of these. */
export type GonePostings = {
  readonly language: string;
  readonly terms: readonly string[];
  readonly articles: readonly number[];
};

type PreparedCounts = Pick<CountChanges, "language" | "totals"> & {
  readonly terms: JsonBytes;
  readonly words: JsonBytes;
  readonly names: JsonBytes;
};

/** Parses and analyses articles. What cannot be read is left out, with the reason. */
export function prepareBatch({ files, ids, gone }: BatchRequest): PreparedBatch {
  // An archive has several, whether or not they come one by one.
  const library = parseLibrary(files, [], true);
  const sound = library.kind === "loaded" ? library.articles : (library.sound ?? []);
  const diagnostics = library.kind === "loaded" ? [] : [...library.diagnostics];
  const analysed = sound.flatMap((article, at) => {
    const id = ids[at] ?? 0;
    const made = catchAsDiagnostic(`${article.slug}.md`, () => analyseForArchive(article, id));
    if (!("kind" in made)) return [made];
    diagnostics.push(...made.diagnostics);
    return [];
  });
  return { ...rowsOf(analysed, gone), diagnostics };
}

type ForArchive = Pick<PreparedArticle, "id" | "slug" | "keys"> & {
  readonly parts: ArticleParts;
  readonly texts: readonly ArchiveRows[];
  readonly counts: readonly TextCounts[];
};

function analyseForArchive(article: Article, id: number): ForArchive {
  const analysed = analyseArticle(article);
  const texts = archiveRows(analysed).map(withIndexable);
  const counts = texts.map(countsOfText);
  const { slug } = article;
  return { id, slug, keys: articleKeys(article), parts: articleParts(analysed), texts, counts };
}

function withIndexable(rows: ArchiveRows): ArchiveRows {
  return {
    ...rows,
    documents: rows.documents.map((one) => ({ ...one, terms: one.terms.filter(isIndexable) })),
    people: rows.people.map((one) => ({ ...one, terms: one.terms.filter(isIndexable) })),
    terms: new Map([...rows.terms].filter(([term]) => isIndexable(term))),
    words: rows.words.filter(({ word }) => isIndexable(word)),
  };
}

function rowsOf(
  analysed: readonly ForArchive[],
  gone: readonly GoneArticle[],
): Omit<PreparedBatch, "diagnostics"> {
  const people = analysed.flatMap(({ id: article, texts }) =>
    texts.flatMap(({ language, people: own }) => own.map(({ id }) => ({ language, id, article }))),
  );
  const before = gone.map(({ id, counts }) => ({ id, counts: readCounts(counts) }));
  const changes = changesOfCounts(
    analysed.flatMap(({ counts }) => counts),
    before.flatMap(({ counts }) => counts),
  );
  return {
    articles: analysed.map(({ id, slug, keys, parts, counts }) => ({
      id,
      slug,
      keys,
      body: storeArticle(parts.archived),
      counts: json(counts),
    })),
    passages: passagesOf(analysed),
    people: json(people),
    postings: postingsOf(analysed),
    gonePostings: before.flatMap(({ id, counts }) => counts.map((own) => gonePostings(own, id))),
    counts: changes.map(({ language, totals, terms, words, names }) => ({
      language,
      totals,
      terms: json(terms),
      words: json(words),
      names: json(names),
    })),
  };
}

function passagesOf(analysed: readonly ForArchive[]): PreparedPassages {
  const rows = analysed.flatMap(({ id: article, parts: { archived, passages } }) =>
    passages.flatMap((own, text) => {
      const people = archived.texts[text]?.article.people ?? [];
      return own.map((one, position) => {
        return { article, text, position, body: storePassage(one, people) };
      });
    }),
  );
  return {
    articles: rows.map(({ article }) => article),
    texts: rows.map(({ text }) => text),
    positions: rows.map(({ position }) => position),
    bodies: packBytes(rows.map(({ body }) => body)),
  };
}

function postingsOf(analysed: readonly ForArchive[]): PreparedPostings[] {
  const rows = analysed.flatMap(({ id: article, texts }) =>
    texts.map((own, text) => ({ ...own, article, text })),
  );
  return Array.from(
    groupedBy(rows, ({ language }) => language),
    ([language, own]) => {
      const lists = [...postingsByTerm(own, MAX_LIST_BYTES)].flatMap(([term, each]) =>
        each.map((list) => ({ ...list, term })),
      );
      return {
        language,
        terms: lists.map(({ term }) => term),
        firstArticles: lists.map(({ firstArticle }) => firstArticle),
        lists: packBytes(lists.map(({ bytes }) => bytes)),
      };
    },
  );
}

function gonePostings({ language, terms, others }: TextCounts, article: number): GonePostings {
  const all = [...terms.map(([term]) => term), ...others];
  return { language, terms: all, articles: all.map(() => article) };
}

function json(value: unknown): JsonBytes {
  return new TextEncoder().encode(JSON.stringify(value));
}

/** The bot has written it, so the shape is known. */
const storedCounts = z.custom<readonly TextCounts[]>(Array.isArray);

function readCounts(bytes: Uint8Array): readonly TextCounts[] {
  return storedCounts.parse(JSON.parse(new TextDecoder().decode(bytes)));
}
