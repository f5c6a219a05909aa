import { availableParallelism } from "node:os";
import type { Article } from "../../article/article.ts";
import type { Language } from "../../languages/language.ts";
import { groupByLanguage } from "../../search/index/passage-index.ts";
import type { RecordedArticle } from "../../search/index/recorded-part.ts";
import type { FindByDigest } from "../../search/index/saved-index.ts";
import {
  type ArticleFiles,
  openArticleShare,
  type ParsedShare,
  type ParseRequest,
  type RecordedShare,
} from "./article-share.ts";
import { openShareThread, type ShareThread } from "./share-thread.ts";

/** Work on many articles that several threads share. */
export type SharedWork = {
  readonly parse: (request: ParseRequest) => Promise<ParsedShare>;
  /**
   * Records articles that have been parsed, in parts. Some or all may not be found: few articles, and those of a thread
   * that has failed, are left to whoever makes the index.
   */
  readonly record: (wanted: Wanted) => Promise<FindByDigest>;
  /** Ends the other threads; may be called again. */
  readonly close: () => Promise<void>;
};

type Wanted = {
  /** The one to read translations in. */
  readonly language: Language | undefined;
  /** All that are indexed, in that language. */
  readonly articles: readonly { readonly article: Article; readonly digest: string }[];
  readonly isKnown: (digest: string) => boolean;
};

export type Sharing = {
  /** How many, with this one. */
  readonly threads: number;
  /** Of each thread: fewer take less time than a thread takes to start. */
  readonly minArticles: number;
  readonly startThread: (onProgress: () => void) => ShareThread;
};

/** All wait for the one that puts the index together. */
const MAX_THREADS = 4;
/** Each takes some 300 MB for 40,000 passages, and the index several times as much. */
const FREE_BYTES_FOR_THREAD = 2 ** 30;

/** How many share the work, at least one. `freeBytes`: what the process may still take, in a container as well. */
export function threadsFor(processors: number, freeBytes: number): number {
  const withMemory = Math.floor(freeBytes / FREE_BYTES_FOR_THREAD);
  return Math.max(1, Math.min(MAX_THREADS, processors, withMemory));
}

const SHARING: Sharing = {
  threads: threadsFor(availableParallelism(), process.availableMemory()),
  minArticles: 100,
  startThread: openShareThread,
};

export function openSharedWork(
  onProgress: () => void,
  { threads: most, minArticles, startThread }: Sharing = SHARING,
): SharedWork {
  const own = openArticleShare(onProgress);
  const threads: ShareThread[] = [];
  let isClosed = false;

  /** In this thread if the other one cannot be started, or ends. */
  async function parseInThread(request: ParseRequest): Promise<ParsedShare> {
    try {
      const thread = startThread(onProgress);
      threads.push(thread);
      return await thread.parse(request);
    } catch (error) {
      if (isClosed) throw error;
      return openArticleShare(onProgress).parse(request);
    }
  }

  return {
    async parse({ files, ...request }) {
      const shares = Math.min(most, Math.floor(files.length / minArticles));
      const [first = [], ...others] = inShares(files, Math.max(1, shares));
      const elsewhere = Promise.all(
        others.map((share) => parseInThread({ ...request, files: share })),
      );
      // Should this thread's own share fail first.
      elsewhere.catch(() => undefined);
      const parsed = [own.parse({ ...request, files: first }), ...(await elsewhere)];
      return {
        articles: parsed.flatMap(({ articles }) => articles),
        diagnostics: parsed.flatMap(({ diagnostics }) => diagnostics),
      };
    },
    async record({ language, articles, isKnown }) {
      if (threads.length === 0) return () => undefined;
      const digests = new Set(articles.map(({ digest }) => digest).filter((one) => !isKnown(one)));
      const people = new Map(
        groupByLanguage(articles.map(({ article }) => article)).map((group) => [
          group[0]?.language ?? "",
          group.flatMap((article) => article.people),
        ]),
      );
      const request = { language, digests, people };
      const elsewhere = threads.map((thread) => thread.record(request).catch(() => []));
      const shares = [own.record(request), ...(await Promise.all(elsewhere))];
      const recorded = new Map(shares.flat().flatMap(articlesOf));
      return (digest) => recorded.get(digest);
    },
    async close() {
      isClosed = true;
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}

/** One after another, of about the same size. */
function inShares(files: readonly ArticleFiles[], shares: number): (readonly ArticleFiles[])[] {
  const size = Math.ceil(files.length / shares);
  return Array.from({ length: shares }, (_, at) => files.slice(at * size, (at + 1) * size));
}

function articlesOf({ digests, part }: RecordedShare): [string, RecordedArticle][] {
  return digests.map((digest, at) => [digest, { part, at }]);
}
