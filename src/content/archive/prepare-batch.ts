import { serialize } from "node:v8";
import { z } from "zod";
import type { Article } from "../../article/article.ts";
import { catchAsDiagnostic, type Diagnostic } from "../../article/diagnostic.ts";
import { parseLibrary } from "../../article/loading/parse-library.ts";
import type { ArticleFile } from "../../article/loading/read-article-file.ts";
import {
  changesOfCounts,
  countsOfText,
  type CountChanges,
  type TextCounts,
} from "../../search/archive/archive-counts.ts";
import { archiveRows, type ArchiveRows } from "../../search/archive/archive-rows.ts";
import { analyseArticle, toArchive } from "../../search/archive/archived-article.ts";
import { type ArticleKeys, articleKeys } from "./article-keys.ts";
import { isStorable } from "./write-archive.ts";

export type BatchRequest = {
  readonly files: readonly ArticleFile[];
  /** The counts of the articles that these replace, as they are stored. */
  readonly gone: readonly Uint8Array[];
};

/** Rows as JSON, since a thread hands over bytes at no cost. */
type JsonBytes = Uint8Array<ArrayBuffer>;

/** All that is written of some articles. */
export type PreparedBatch = {
  readonly articles: readonly PreparedArticle[];
  /** `article`: its number in `articles`, from 1. */
  readonly documents: JsonBytes;
  readonly people: JsonBytes;
  readonly counts: readonly PreparedCounts[];
  /** Of articles that are left out. */
  readonly diagnostics: readonly Diagnostic[];
};

type PreparedArticle = {
  readonly slug: string;
  readonly keys: ArticleKeys;
  readonly body: Uint8Array;
  readonly counts: Uint8Array;
};

type PreparedCounts = Pick<CountChanges, "language" | "totals"> & {
  readonly terms: JsonBytes;
  readonly words: JsonBytes;
};

/** Parses and analyses articles. What cannot be read is left out, with the reason. */
export function prepareBatch({ files, gone }: BatchRequest): PreparedBatch {
  // An archive has several, whether or not they come one by one.
  const library = parseLibrary(files, [], true);
  const sound = library.kind === "loaded" ? library.articles : (library.sound ?? []);
  const diagnostics = library.kind === "loaded" ? [] : [...library.diagnostics];
  const analysed = sound.flatMap((article) => {
    const made = catchAsDiagnostic(`${article.slug}.md`, () => analyseForArchive(article));
    if (!("kind" in made)) return [made];
    diagnostics.push(...made.diagnostics);
    return [];
  });
  return { ...rowsOf(analysed, gone), diagnostics };
}

type ForArchive = Pick<PreparedArticle, "slug" | "keys" | "body"> & {
  readonly texts: readonly ArchiveRows[];
  readonly counts: readonly TextCounts[];
};

function analyseForArchive(article: Article): ForArchive {
  const analysed = analyseArticle(article);
  const texts = archiveRows(analysed).map(withStorable);
  const body = serialize(toArchive(analysed));
  const counts = texts.map(countsOfText);
  return { slug: article.slug, keys: articleKeys(article), body, texts, counts };
}

function withStorable(rows: ArchiveRows): ArchiveRows {
  return {
    ...rows,
    documents: rows.documents.map((one) => ({ ...one, terms: one.terms.filter(isStorable) })),
    people: rows.people.map((one) => ({ ...one, terms: one.terms.filter(isStorable) })),
    terms: new Map([...rows.terms].filter(([term]) => isStorable(term))),
    words: rows.words.filter(({ word }) => isStorable(word)),
  };
}

function rowsOf(
  analysed: readonly ForArchive[],
  gone: readonly Uint8Array[],
): Omit<PreparedBatch, "diagnostics"> {
  const rows = analysed.flatMap(({ texts }, at) =>
    texts.map((own, text) => ({ ...own, article: at + 1, text })),
  );
  const documents = rows.flatMap(({ article, text, language, readers, documents: all }) =>
    all.map(({ first, end, terms }) => {
      const distinct = [...new Set(terms)];
      return { article, text, language, readers, first, beyond: end, terms: distinct };
    }),
  );
  const people = rows.flatMap(({ article, language, people: all }) =>
    all.map((person) => ({ ...person, article, language })),
  );
  const added = analysed.flatMap(({ counts }) => counts);
  const changes = changesOfCounts(added, gone.flatMap(readCounts));
  return {
    articles: analysed.map(({ slug, keys, body, counts }) => ({
      slug,
      keys,
      body,
      counts: json(counts),
    })),
    documents: json(documents),
    people: json(people),
    counts: changes.map(({ language, totals, terms, words }) => ({
      language,
      totals,
      terms: json(terms),
      words: json(words),
    })),
  };
}

function json(value: unknown): JsonBytes {
  return new TextEncoder().encode(JSON.stringify(value));
}

/** The bot has written it, so the shape is known. */
const storedCounts = z.custom<readonly TextCounts[]>(Array.isArray);

function readCounts(bytes: Uint8Array): readonly TextCounts[] {
  return storedCounts.parse(JSON.parse(new TextDecoder().decode(bytes)));
}
