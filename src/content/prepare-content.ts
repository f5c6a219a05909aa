import type { Article } from "../article/article.ts";
import type { Diagnostic } from "../article/diagnostic.ts";
import { articleIn } from "../article/translation.ts";
import { type Language, LANGUAGES } from "../languages/language.ts";
import { once } from "../languages/once.ts";
import { recordForIndex, saveIndex } from "../search/index/saved-index.ts";
import type { KeptArticle } from "./kept-articles.ts";
import { openKeptFiles, type Unsaved } from "./kept-files.ts";
import {
  digestOf,
  joinArticles,
  joinParts,
  type PackedArticle,
  unpackArticle,
} from "./packed-article.ts";
import { readFolder } from "./read-folder.ts";
import { runShowingProgress } from "./run-showing-progress.ts";
import { openSharedWork, type SharedWork, type Sharing } from "./shares/shared-work.ts";

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
  /** In order. `size`: its bytes in `packed`; a known article may have none. */
  readonly articles: readonly Pick<PackedArticle, "digest" | "size" | "outlineSize">[];
  /** The articles, one after another, as the end of a file; or in memory, if they are not saved. */
  readonly packed: string | Uint8Array<ArrayBuffer>;
  readonly indexes: readonly PreparedIndex[];
  readonly unsaved?: Unsaved;
};

/** The index of the articles as published or, in a language, with their translations to it. */
type PreparedIndex = {
  readonly language?: Language;
  readonly key: string;
  /** Its file or, if it is not saved, the index itself. */
  readonly saved: string | Uint8Array<ArrayBuffer>;
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
  /** How threads share the work on many articles. */
  readonly sharing?: Sharing;
};

/**
 * Reads a folder of articles and indexes them; takes over what was kept of the last time, as far as it is of the same
 * files. What is damaged, or of another version, is made again.
 */
export async function prepareContent(
  request: ContentRequest,
  circumstances: Circumstances,
): Promise<FromWorker> {
  const work = openSharedWork(circumstances.onProgress, circumstances.sharing);
  try {
    return await prepareWith(work, request, circumstances);
  } finally {
    await work.close();
  }
}

async function prepareWith(
  work: SharedWork,
  { folder, keptIn, known }: ContentRequest,
  { version, onProgress, minPassages = MIN_PASSAGES }: Circumstances,
): Promise<FromWorker> {
  const kept = openKeptFiles(keptIn, folder, version);
  const before = kept.articles.read();
  const read = await readFolder(folder, before, work.parse);
  const { articles } = read;
  if (read.kind === "faulty") {
    kept.articles.save(articles);
    return { kind: "faulty", diagnostics: read.diagnostics };
  }
  const parsed = once(() =>
    articles.map(({ bytes, outlineSize }) => unpackArticle(bytes(), outlineSize)),
  );
  const isLarge = once(() => countPassages(parsed()) >= minPassages);
  const languages = [undefined, ...translatedTo(articles)];
  let unsaved = read.isNew && isLarge() ? kept.articles.save(articles) : undefined;

  async function indexed(key: string, language?: Language) {
    const all = parsed().map((article, at) => ({
      article: language === undefined ? article : articleIn(article, language),
      digest: articles[at]?.digest ?? "",
    }));
    const recorded = await recordedIn(all, language);
    return runShowingProgress(saveIndex(recorded, key), onProgress);
  }

  /** The other threads end after the last language, before the index takes most memory. */
  async function recordedIn(all: Parameters<typeof recordForIndex>[0], language?: Language) {
    const earlier = kept.index(language).earlier();
    const isKnown = (digest: string) => earlier(digest) !== undefined;
    const byThreads = await work.record({ language, articles: all, isKnown });
    if (language === languages.at(-1)) await work.close();
    const steps = recordForIndex(all, (digest) => earlier(digest) ?? byThreads(digest));
    return runShowingProgress(steps, onProgress);
  }

  async function indexIn(language?: Language): Promise<PreparedIndex> {
    const key = digestOf([language, ...articles.map(({ digest }) => digest)].join("\n"));
    const own = { key, ...(language && { language }) };
    const { file, isSavedAs, save } = kept.index(language);
    if (file !== undefined && isSavedAs(key)) return { ...own, saved: file };
    const made = await indexed(key, language);
    if (file === undefined || !isLarge()) return { ...own, saved: inMemory(made.index) };
    unsaved ??= save(made);
    return { ...own, saved: unsaved ? inMemory(made.index) : file };
  }

  const isSaved = read.isNew
    ? isLarge() && kept.articles.file !== undefined && !unsaved
    : before.length > 0 && before.every(({ digest }, at) => digest === articles[at]?.digest);
  const file = isSaved ? kept.articles.file : undefined;
  const indexes: PreparedIndex[] = [];
  for (const language of languages) indexes.push(await indexIn(language));
  return { ...handOver(articles, known, file), indexes, ...(unsaved && { unsaved }) };
}

function translatedTo(articles: readonly KeptArticle[]): Language[] {
  return LANGUAGES.filter((language) =>
    articles.some((article) => article.translatedTo.includes(language)),
  );
}

function handOver(
  articles: readonly KeptArticle[],
  known: ReadonlySet<string>,
  file: string | undefined,
): Pick<PreparedContent, "kind" | "articles" | "packed"> {
  if (file !== undefined) {
    return { kind: "loaded", articles: articles.map(sizesOf), packed: file };
  }
  const others = articles.filter(({ digest }) => !known.has(digest));
  return {
    kind: "loaded",
    articles: articles.map((article) =>
      known.has(article.digest) ? { ...sizesOf(article), size: 0 } : sizesOf(article),
    ),
    packed: joinArticles(others),
  };
}

function sizesOf({ digest, size, outlineSize }: KeptArticle) {
  return { digest, size, outlineSize };
}

function inMemory(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return joinParts(
    parts,
    parts.reduce((sum, { length }) => sum + length, 0),
  );
}

function countPassages(articles: readonly Article[]): number {
  let count = 0;
  for (const { sections } of articles) {
    for (const { passages } of sections) count += passages.length;
  }
  return count;
}
