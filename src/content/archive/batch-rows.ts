import { z } from "zod";
import type { Diagnostic } from "../../article/diagnostic.ts";
import {
  countsOfText,
  sumCounts,
  type CountChanges,
  type TextCounts,
} from "../../search/archive/archive-counts.ts";
import type { ArchiveRows } from "../../search/archive/archive-rows.ts";
import type { ArticleParts } from "../../search/archive/archived-article.ts";
import type { PostingList } from "../../search/archive/posting-lists.ts";
import { collectPostings } from "../../search/archive/term-postings.ts";
import type { ArticleKeys } from "./article-keys.ts";
import { packBytes, type PackedBytes } from "./packed-bytes.ts";
import { storeArticle, storePassage } from "./stored-parts.ts";
import { MAX_LIST_BYTES } from "./write-archive.ts";

/** `counts`: as they are stored. */
export type GoneArticle = { readonly id: number; readonly counts: Uint8Array };

/** Rows as JSON, since a thread hands over bytes at no cost. */
type JsonBytes = Uint8Array<ArrayBuffer>;

/** All that is written of some articles. */
export type PreparedBatch = {
  readonly articles: PreparedArticles;
  readonly passages: PreparedPassages;
  readonly people: JsonBytes;
  readonly postings: readonly PreparedPostings[];
  readonly gonePostings: readonly GonePostings[];
  readonly counts: readonly PreparedCounts[];
  /** Of articles that are left out. */
  readonly diagnostics: readonly Diagnostic[];
};

type PreparedArticles = {
  readonly ids: readonly number[];
  readonly slugs: readonly string[];
  readonly keys: readonly ArticleKeys[];
  readonly bodies: PackedBytes;
  readonly counts: PackedBytes;
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
  /** Whether it is the first one of its term here. */
  readonly areFirst: readonly boolean[];
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

/** An article with its words read. */
export type ForArchive = {
  readonly id: number;
  readonly slug: string;
  readonly keys: ArticleKeys;
  readonly parts: ArticleParts;
  readonly texts: readonly ArchiveRows[];
};

type PersonRow = { readonly language: string; readonly id: string; readonly article: number };

/** Collects what is written of some articles, and of others that they replace. */
export function collectRows() {
  const articles = collectArticles();
  const passages = collectPassages();
  const people: PersonRow[] = [];
  const postings = new Map<string, ReturnType<typeof collectPostings>>();
  const sums = sumCounts();
  const goneTerms: GonePostings[] = [];

  function addText(rows: ArchiveRows, article: number, text: number): TextCounts {
    const { language } = rows;
    const ofLanguage = postings.get(language) ?? collectPostings(MAX_LIST_BYTES);
    postings.set(language, ofLanguage);
    ofLanguage.add({ ...rows, article, text });
    for (const { id } of rows.people) people.push({ language, id, article });
    const counts = countsOfText(rows);
    sums.add(counts);
    return counts;
  }
  return {
    add(article: ForArchive): void {
      const { id, texts, parts } = article;
      const counts = texts.map((rows, text) => addText(rows, id, text));
      articles.add(article, counts);
      passages.add(id, parts);
    },
    remove({ id, counts }: GoneArticle): void {
      for (const text of readCounts(counts)) {
        sums.remove(text);
        goneTerms.push(gonePostings(text, id));
      }
    },
    all: (): Omit<PreparedBatch, "diagnostics"> => ({
      articles: articles.all(),
      passages: passages.all(),
      people: json(people),
      postings: Array.from(postings, ([language, own]) => preparePostings(language, own.byTerm())),
      gonePostings: goneTerms,
      counts: sums.changes().map(({ language, totals, terms, words, names }) => ({
        language,
        totals,
        terms: json(terms),
        words: json(words),
        names: json(names),
      })),
    }),
  };
}

function collectArticles() {
  const ids: number[] = [];
  const slugs: string[] = [];
  const allKeys: ArticleKeys[] = [];
  const bodies: Uint8Array[] = [];
  const allCounts: Uint8Array[] = [];
  return {
    add({ id, slug, keys, parts }: ForArchive, counts: readonly TextCounts[]): void {
      ids.push(id);
      slugs.push(slug);
      allKeys.push(keys);
      bodies.push(storeArticle(parts.archived));
      allCounts.push(json(counts));
    },
    all: (): PreparedArticles => ({
      ids,
      slugs,
      keys: allKeys,
      bodies: packBytes(bodies),
      counts: packBytes(allCounts),
    }),
  };
}

function collectPassages() {
  const articles: number[] = [];
  const texts: number[] = [];
  const positions: number[] = [];
  const bodies: Uint8Array[] = [];
  return {
    add(article: number, { archived, passages }: ArticleParts): void {
      for (const [text, own] of passages.entries()) {
        const people = archived.texts[text]?.article.people ?? [];
        for (const [position, one] of own.entries()) {
          articles.push(article);
          texts.push(text);
          positions.push(position);
          bodies.push(storePassage(one, people));
        }
      }
    },
    all: (): PreparedPassages => ({ articles, texts, positions, bodies: packBytes(bodies) }),
  };
}

function preparePostings(
  language: string,
  byTerm: ReadonlyMap<string, readonly PostingList[]>,
): PreparedPostings {
  const terms: string[] = [];
  const firstArticles: number[] = [];
  const areFirst: boolean[] = [];
  const lists: Uint8Array[] = [];
  for (const [term, each] of byTerm) {
    for (const [at, { firstArticle, bytes }] of each.entries()) {
      terms.push(term);
      firstArticles.push(firstArticle);
      areFirst.push(at === 0);
      lists.push(bytes);
    }
  }
  return { language, terms, firstArticles, areFirst, lists: packBytes(lists) };
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
