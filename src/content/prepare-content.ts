import type { Article } from "../article/article.ts";
import type { Diagnostic } from "../article/diagnostic.ts";
import { articleIn } from "../article/translation.ts";
import { type Language, LANGUAGES } from "../languages/language.ts";
import { once } from "../languages/once.ts";
import type { Steps } from "../search/analysis/steps.ts";
import { type SavedIndex, saveIndex } from "../search/index/saved-index.ts";
import type { KeptArticle } from "./kept-articles.ts";
import { openKeptFiles, type Unsaved } from "./kept-files.ts";
import { digestOf, unpackArticle } from "./packed-article.ts";
import { readFolder } from "./read-folder.ts";

export type ContentRequest = {
  readonly folder: string;
  /** Where parsed articles and their index are kept. */
  readonly keptIn?: string;
  /** Digests of the articles that need not be handed over. */
  readonly known: ReadonlySet<string>;
};

/** Articles and their index as bytes. */
export type PreparedContent = {
  readonly kind: "loaded";
  /** In order; without a size, the article is known. */
  readonly articles: readonly { readonly digest: string; readonly size?: number }[];
  /** The articles that are not known, one after another. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly indexes: readonly PreparedIndex[];
  readonly unsaved?: Unsaved;
};

/** The index of the articles as published or, in a language, with their translations to it. */
type PreparedIndex = {
  readonly language?: Language;
  readonly key: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
};

export type FromWorker =
  | { readonly kind: "alive" }
  | PreparedContent
  | { readonly kind: "faulty"; readonly diagnostics: readonly Diagnostic[] };

/** Fewer passages are indexed in less than half a second. */
const MIN_PASSAGES = 1000;

type Circumstances = {
  /** Of the code that parses articles; nothing parsed is kept without. */
  readonly version: string | undefined;
  /** Called now and then. */
  readonly onProgress: () => void;
  /** Of smaller collections nothing is kept. */
  readonly minPassages?: number;
};

/**
 * Reads a folder of articles and indexes them; takes over what was kept of the last time, as far as it is of the same
 * files. What is damaged, or of another version, is made again.
 */
export function prepareContent(
  { folder, keptIn, known }: ContentRequest,
  { version, onProgress, minPassages = MIN_PASSAGES }: Circumstances,
): FromWorker {
  const kept = openKeptFiles(keptIn, folder, version);
  const read = readFolder(folder, kept.articles.read(), onProgress);
  const { articles } = read;
  if (read.kind === "faulty") {
    kept.articles.save(articles);
    return { kind: "faulty", diagnostics: read.diagnostics };
  }
  const parsed = once(() => articles.map(({ bytes }) => unpackArticle(bytes)));
  const isLarge = once(() => countPassages(parsed()) >= minPassages);
  let unsaved = read.isNew && isLarge() ? kept.articles.save(articles) : undefined;

  function* indexed(key: string, language?: Language): Steps<SavedIndex> {
    const all = parsed().map((article, at) => ({
      article: language === undefined ? article : articleIn(article, language),
      digest: articles[at]?.digest ?? "",
    }));
    return yield* saveIndex(all, key, kept.index(language).earlier);
  }

  function indexIn(language?: Language): PreparedIndex {
    const key = digestOf([language, ...articles.map(({ digest }) => digest)].join("\n"));
    const bytes = kept.index(language).read(key);
    if (bytes) return { key, bytes, ...(language && { language }) };
    const saved = runWith(indexed(key, language), onProgress);
    if (isLarge()) unsaved ??= kept.index(language).save(saved);
    return { key, bytes: saved.index, ...(language && { language }) };
  }

  const indexes = [indexIn(), ...translatedTo(articles).map(indexIn)];
  return { ...handOver(articles, known), indexes, ...(unsaved && { unsaved }) };
}

function translatedTo(articles: readonly KeptArticle[]): Language[] {
  return LANGUAGES.filter((language) =>
    articles.some((article) => article.translatedTo.includes(language)),
  );
}

function handOver(
  articles: readonly KeptArticle[],
  known: ReadonlySet<string>,
): Pick<PreparedContent, "kind" | "articles" | "bytes"> {
  const others = articles.filter(({ digest }) => !known.has(digest));
  const bytes = new Uint8Array(others.reduce((sum, one) => sum + one.bytes.length, 0));
  let at = 0;
  for (const one of others) {
    bytes.set(one.bytes, at);
    at += one.bytes.length;
  }
  return {
    kind: "loaded",
    articles: articles.map(({ digest, bytes: { length: size } }) =>
      known.has(digest) ? { digest } : { digest, size },
    ),
    bytes,
  };
}

const STEPS_BETWEEN_SIGNS = 1000;

function runWith<Result>(steps: Steps<Result>, onProgress: () => void): Result {
  for (let step = 1; ; step += 1) {
    const { done, value } = steps.next();
    if (done) return value;
    if (step % STEPS_BETWEEN_SIGNS === 0) onProgress();
  }
}

function countPassages(articles: readonly Article[]): number {
  let count = 0;
  for (const { sections } of articles) {
    for (const { passages } of sections) count += passages.length;
  }
  return count;
}
