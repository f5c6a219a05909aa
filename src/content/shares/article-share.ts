import type { Article, Person } from "../../article/article.ts";
import type { Diagnostic } from "../../article/diagnostic.ts";
import { loadFiles } from "../../article/loading/load-library.ts";
import { articleIn } from "../../article/translation.ts";
import type { Language } from "../../languages/language.ts";
import { packFor } from "../../languages/packs.ts";
import { groupByLanguage } from "../../search/index/passage-index.ts";
import type { PassagePool } from "../../search/index/passage-pool.ts";
import { recordPartAmong } from "../../search/index/record-part.ts";
import type { RecordedPart } from "../../search/index/recorded-part.ts";
import { type KeptArticle, stateOfFile } from "../kept-articles.ts";
import { packArticle, unpackArticle } from "../packed-article.ts";
import { runShowingProgress } from "../run-showing-progress.ts";

/** The files of an article: itself and its translations. */
export type ArticleFiles = { readonly slug: string; readonly names: readonly string[] };

export type ParseRequest = {
  readonly folder: string;
  readonly files: readonly ArticleFiles[];
  /** There are other articles in the folder. */
  readonly isPart: boolean;
};

export type ParsedShare = {
  readonly articles: readonly KeptArticle[];
  readonly diagnostics: readonly Diagnostic[];
};

export type RecordRequest = {
  /** With their translations to it; without, as they are published. */
  readonly language?: Language | undefined;
  /** Of the articles to record. */
  readonly digests: ReadonlySet<string>;
  /** Everybody whom the articles of the same language list, by its code: their passages may mention them. */
  readonly people: ReadonlyMap<string, readonly Person[]>;
};

/** Articles of a language, in the order of their digests. */
export type RecordedShare<Part = RecordedPart> = {
  readonly digests: readonly string[];
  readonly part: Part;
};

/** Parses articles, and records those it has parsed for an index of more. */
export type ArticleShare = {
  readonly parse: (request: ParseRequest) => ParsedShare;
  readonly record: (request: RecordRequest) => readonly RecordedShare<RecordedPart<PassagePool>>[];
};

/** Parsed in one go. */
const ARTICLES_AT_ONCE = 20;

/** `onProgress` is called now and then. */
export function openArticleShare(onProgress: () => void): ArticleShare {
  let parsed: readonly KeptArticle[] = [];

  return {
    parse({ folder, files, isPart }) {
      const articles: KeptArticle[] = [];
      const diagnostics: Diagnostic[] = [];
      for (let from = 0; from < files.length; from += ARTICLES_AT_ONCE) {
        const some = files.slice(from, from + ARTICLES_AT_ONCE);
        const read = parseSome(folder, some, isPart);
        for (const one of read.articles) articles.push(one);
        for (const one of read.diagnostics) diagnostics.push(one);
        onProgress();
      }
      parsed = articles;
      return { articles, diagnostics };
    },
    record({ language, digests, people }) {
      const digestOf = new Map<Article, string>();
      for (const { digest, bytes, outlineSize } of parsed) {
        if (!digests.has(digest)) continue;
        const article = unpackArticle(bytes(), outlineSize);
        digestOf.set(language ? articleIn(article, language) : article, digest);
      }
      return groupByLanguage([...digestOf.keys()]).map((articles) => {
        const code = articles[0]?.language ?? "";
        const steps = recordPartAmong(people.get(code) ?? [], articles, packFor(code));
        const part = runShowingProgress(steps, onProgress);
        return { digests: articles.map((one) => digestOf.get(one) ?? ""), part };
      });
    },
  };
}

function parseSome(folder: string, files: readonly ArticleFiles[], isPart: boolean): ParsedShare {
  const states = new Map(
    files.map(({ slug, names }) => [slug, names.map((name) => stateOfFile(folder, name))]),
  );
  const names = files.flatMap((group) => group.names);
  const parsed = loadFiles(folder, names, isPart);
  if (parsed.kind === "faulty") return { articles: [], diagnostics: parsed.diagnostics };
  const articles = parsed.articles.map((article): KeptArticle => {
    const own = (states.get(article.slug) ?? []).flatMap((state) => state ?? []);
    const translations = article.translations.map(({ language }) => language);
    return {
      slug: article.slug,
      translatedTo: translations,
      isPart,
      files: own,
      ...packArticle(article),
    };
  });
  return { articles, diagnostics: [] };
}
