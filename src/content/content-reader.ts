import { getHeapStatistics } from "node:v8";
import { Worker } from "node:worker_threads";
import type { TranslatedIndex } from "../answer/article-library.ts";
import type { Article } from "../article/article.ts";
import type { Diagnostic } from "../article/diagnostic.ts";
import { loadLibrary, sizeOfArticles } from "../article/loading/load-library.ts";
import { articleIn } from "../article/translation.ts";
import { type OpenFile, openFile } from "../files/open-file.ts";
import { describeError } from "../logging/describe-error.ts";
import type { Steps } from "../languages/steps.ts";
import { indexPassagesInSteps, type PassageIndex } from "../search/index/passage-index.ts";
import { openSavedIndex } from "../search/index/saved-index.ts";
import { othersWordsOf, tellOthersWords } from "./others-words.ts";
import { openPackedArticle, type OpenedPackedArticle } from "./packed-article.ts";
import type { Unsaved } from "./kept-files.ts";
import type { ContentRequest, FromWorker, PreparedContent } from "./prepare-content.ts";
import { runInSlices } from "./run-in-slices.ts";
import { workerModule } from "./worker-module.ts";

/** Articles without mistakes, and what opens or builds their index. */
export type IndexedArticles = {
  readonly articles: readonly Article[];
  readonly index: () => Steps<PassageIndex>;
  /** The same with the translations to a language, if that has been indexed. */
  readonly translatedIndex?: TranslatedIndex;
  readonly unsaved?: Unsaved;
};

type ReadContent =
  | ({ readonly kind: "loaded" } & IndexedArticles)
  | { readonly kind: "faulty"; readonly diagnostics: readonly Diagnostic[] };

export type ContentReader = {
  readonly folder: string;
  /**
   * Any failure becomes a diagnostic. Resolves with `undefined` if `signal` is aborted first. `meanwhile` is called when
   * another thread has begun to read: nothing is done in this one until it is done.
   */
  readonly read: (signal: AbortSignal, meanwhile?: () => void) => Promise<ReadContent | undefined>;
};

type ReaderOptions = {
  readonly folder: string;
  /** Where articles and their index are kept for the next time. */
  readonly keptIn?: string;
  readonly startWorker?: (request: ContentRequest, size: number) => Worker;
  readonly silenceMs?: number;
};

/** Up to this size, reading takes some 20 ms, less than starting a thread. */
const READ_INLINE_BYTES = 50_000;

/**
 * Reads a folder of articles while the bot keeps answering: a large one is read and indexed in a worker thread, which
 * hands over only the articles that it has not handed over before.
 */
export function openContentReader({
  folder,
  keptIn,
  startWorker = startThread,
  silenceMs = SILENCE_MS,
}: ReaderOptions): ContentReader {
  let known: ReadonlyMap<string, KnownArticle> = new Map();

  async function readInThread(
    size: number,
    signal: AbortSignal,
    meanwhile: () => void,
  ): Promise<ReadContent | undefined> {
    const digests = new Set(known.keys());
    const request = { folder, known: digests, ...(keptIn !== undefined && { keptIn }) };
    const worker = startWorker(request, size);
    meanwhile();
    const prepared = await resultOf(worker, signal, silenceMs);
    if (prepared.kind === "faulty") return prepared;
    const current = await runInSlices(unpack(prepared, known), signal);
    if (!current) return undefined;
    known = current;
    const { articles: order, unsaved } = prepared;
    const articles = order.flatMap(({ digest }) => current.get(digest)?.article ?? []);
    const [published, ...translated] = prepared.indexes.map(openedIndex);
    if (!published) throw new Error("the articles are not indexed");
    const byLanguage = new Map(translated.map((one) => [one.language, one]));
    return {
      kind: "loaded",
      articles,
      index: () => openSavedIndex(published.saved, published.key, articles),
      translatedIndex(language) {
        const found = byLanguage.get(language);
        const read = articles.map((article) => articleIn(article, language));
        return found && openSavedIndex(found.saved, found.key, read);
      },
      ...(unsaved && { unsaved }),
    };
  }
  return {
    folder,
    async read(signal, meanwhile = () => {}) {
      try {
        const size = await sizeOfArticles(folder);
        return size > READ_INLINE_BYTES
          ? await readInThread(size, signal, meanwhile)
          : readInline(folder);
      } catch (error) {
        if (signal.aborted) return undefined;
        const message = `the articles cannot be read (${describeError(error)}): undo the last change`;
        return { kind: "faulty", diagnostics: [{ file: folder, line: 1, message }] };
      }
    },
  };
}

/** At once, because the next reload replaces the file. */
function openedIndex({ saved, ...index }: PreparedContent["indexes"][number]) {
  return { ...index, saved: typeof saved === "string" ? openFile(saved) : saved };
}

/** A file is read as articles are asked about: most of a collection never are. */
function readable(packed: PreparedContent["packed"]): OpenFile {
  if (typeof packed === "string") return openFile(packed);
  const { length } = packed;
  return { length, read: (start, size) => packed.subarray(start, start + size) };
}

function readInline(folder: string): ReadContent {
  const library = loadLibrary(folder);
  if (library.kind === "faulty") return library;
  return { kind: "loaded", ...indexedHere(tellOthersWords(library.articles)) };
}

/** Articles that are indexed where they are. */
export function indexedHere(articles: readonly Article[]): IndexedArticles {
  return { articles, index: () => indexPassagesInSteps(articles) };
}

/** An article, and whether all of it has been read. */
type KnownArticle = { readonly article: Article; readonly isRead: () => boolean };

/** By digest. Those known before stay the same objects, if they are read or are not handed over again. */
function* unpack(
  { articles, packed }: PreparedContent,
  known: ReadonlyMap<string, KnownArticle>,
): Steps<ReadonlyMap<string, KnownArticle>> {
  const current = new Map<string, KnownArticle>();
  const { length, read } = readable(packed);
  let at = length - articles.reduce((sum, { size }) => sum + size, 0);
  for (const { digest, size, outlineSize } of articles) {
    const before = known.get(digest);
    const start = at;
    const rest = () => read(start + outlineSize, size - outlineSize);
    const isKept = before && (size === 0 || before.isRead());
    const opened = isKept ? undefined : openPackedArticle(read(start, outlineSize), rest);
    // Else what is in no file would stay in memory as bytes, too.
    if (typeof packed !== "string") opened?.sections();
    const article = opened ? toKnownArticle(opened) : before;
    if (article) current.set(digest, article);
    at += size;
    yield;
  }
  return current;
}

function toKnownArticle({ outline, sections, isRead }: OpenedPackedArticle): KnownArticle {
  const article = {
    ...outline,
    ...othersWordsOf(outline, sections),
    get sections() {
      return sections();
    },
  };
  return { article, isRead };
}

type Result = Exclude<FromWorker, { kind: "alive" }>;

/** Far longer than a thread at work is ever silent. */
const SILENCE_MS = 60_000;

async function resultOf(worker: Worker, signal: AbortSignal, silenceMs: number): Promise<Result> {
  let silence: NodeJS.Timeout | undefined;
  const ending = new AbortController();
  try {
    return await new Promise<Result>((resolve, reject) => {
      const expectSign = () => {
        clearTimeout(silence);
        silence = setTimeout(() => reject(new Error("the reader is silent")), silenceMs);
      };
      const abort = () => reject(new Error("aborted"));
      if (signal.aborted) abort();
      signal.addEventListener("abort", abort, { signal: ending.signal });
      worker.on("error", reject);
      worker.on("exit", (code) => reject(new Error(`the reader ended with ${code}`)));
      worker.on("message", (message: FromWorker) => {
        if (message.kind === "alive") expectSign();
        else resolve(message);
      });
      expectSign();
    });
  } finally {
    clearTimeout(silence);
    ending.abort();
    await worker.terminate();
  }
}

const MEGABYTE = 2 ** 20;
/** What the program itself takes, and a margin. */
const LEAST_MEMORY_MB = 512;
/** By megabyte of articles: they and their index as objects. */
const MEMORY_SHARE = 20;

/** Without a limit, one file could exhaust all memory; what the process as a whole may have is enough for any. */
function memoryFor(size: number): number {
  const own = getHeapStatistics().heap_size_limit / MEGABYTE;
  return Math.min(own, LEAST_MEMORY_MB + (MEMORY_SHARE * size) / MEGABYTE);
}

function startThread(request: ContentRequest, size: number): Worker {
  return new Worker(workerModule(new URL("content-worker.ts", import.meta.url)), {
    workerData: request,
    resourceLimits: { maxOldGenerationSizeMb: memoryFor(size) },
  });
}
