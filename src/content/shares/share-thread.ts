import { resourceLimits, Worker } from "node:worker_threads";
import type { Diagnostic } from "../../article/diagnostic.ts";
import { openPackedPart, type PackedPart } from "../../search/index/packed-part.ts";
import type { KeptArticle } from "../kept-articles.ts";
import { workerModule } from "../worker-module.ts";
import type { ParsedShare, ParseRequest, RecordedShare, RecordRequest } from "./article-share.ts";

/** The same as `ArticleShare`, one request after another, in a thread of its own. Rejects if the thread ends. */
export type ShareThread = {
  readonly parse: (request: ParseRequest) => Promise<ParsedShare>;
  readonly record: (request: RecordRequest) => Promise<readonly RecordedShare[]>;
  readonly close: () => Promise<unknown>;
};

export type ToShareWorker =
  | { readonly kind: "parse"; readonly request: ParseRequest }
  | { readonly kind: "record"; readonly request: RecordRequest };

export type FromShareWorker =
  | { readonly kind: "alive" }
  | {
      readonly kind: "parsed";
      readonly articles: readonly Omit<KeptArticle, "bytes">[];
      /** One after another. */
      readonly packed: Uint8Array;
      readonly diagnostics: readonly Diagnostic[];
    }
  | { readonly kind: "recorded"; readonly shares: readonly RecordedShare<PackedPart>[] };

type Result = Exclude<FromShareWorker, { kind: "alive" }>;

type Waiting = {
  readonly resolve: (result: Result) => void;
  readonly reject: (error: Error) => void;
};

/** `onProgress` is called now and then while the thread is at work. */
export function openShareThread(
  onProgress: () => void,
  startWorker: () => Worker = startThread,
): ShareThread {
  const worker = startWorker();
  let waiting: Waiting | undefined;
  let failure: Error | undefined;

  function fail(error: Error): void {
    failure ??= error;
    waiting?.reject(error);
    waiting = undefined;
  }
  worker.on("error", fail);
  worker.on("exit", (code) => fail(new Error(`the thread ended with ${code}`)));
  worker.on("message", (message: FromShareWorker) => {
    if (message.kind === "alive") onProgress();
    else {
      waiting?.resolve(message);
      waiting = undefined;
    }
  });

  function ask(message: ToShareWorker): Promise<Result> {
    return new Promise((resolve, reject) => {
      if (failure) return reject(failure);
      waiting = { resolve, reject };
      worker.postMessage(message, []);
    });
  }

  return {
    async parse(request) {
      const result = await ask({ kind: "parse", request });
      if (result.kind !== "parsed") throw new Error("the thread has parsed nothing");
      const { articles, packed, diagnostics } = result;
      return { articles: withBytes(articles, packed), diagnostics };
    },
    async record(request) {
      const result = await ask({ kind: "record", request });
      if (result.kind !== "recorded") throw new Error("the thread has recorded nothing");
      return result.shares.map(({ digests, part }) => ({ digests, part: openPackedPart(part) }));
    },
    close: () => worker.terminate(),
  };
}

function withBytes(
  articles: readonly Omit<KeptArticle, "bytes">[],
  packed: Uint8Array,
): KeptArticle[] {
  let end = 0;
  return articles.map((article) => {
    const start = end;
    end += article.size;
    const bytes = packed.subarray(start, end);
    return { ...article, bytes: () => bytes };
  });
}

function startThread(): Worker {
  return new Worker(workerModule(new URL("share-worker.ts", import.meta.url)), { resourceLimits });
}
