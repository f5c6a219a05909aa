import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { workerModule } from "../worker-module.ts";
import type { PreparedBatch } from "./batch-rows.ts";
import { collectGarbageLater, collectGarbageSoon } from "./garbage.ts";
import type { BatchRequest } from "./prepare-batch.ts";

export type BatchPreparer = {
  /** Rejects if the thread ends, and starts another one the next time. */
  readonly prepare: (request: BatchRequest) => Promise<PreparedBatch>;
  readonly close: () => Promise<void>;
};

/** Far longer than a batch takes. */
const PATIENCE_MS = 120_000;
/** After it the thread ends: it takes 100 MB, mostly for the words of its languages. */
const IDLE_MS = 10_000;
/** Articles of a batch are some megabytes. */
const MAX_HEAP_MB = 512;

type Waiting = {
  readonly resolve: (batch: PreparedBatch) => void;
  readonly reject: (error: Error) => void;
};

/** The database has to write what they read. */
const THREADS = Math.min(2, availableParallelism());

type PreparerOptions = {
  /** Called as each thread starts. */
  readonly onStart?: () => void;
  /** Called once none is left. */
  readonly onEnd?: () => void;
};

/** Parses and analyses articles in threads of their own while the bot keeps answering. */
export function openBatchPreparer({
  onStart = collectGarbageLater,
  onEnd = collectGarbageSoon,
}: PreparerOptions = {}): BatchPreparer {
  const all = Array.from({ length: THREADS }, () => openThread({ onStart, onEnd: onThreadEnd }));

  function onThreadEnd(): void {
    if (!all.some((thread) => thread.isRunning())) onEnd();
  }
  return {
    async prepare(request) {
      const [idlest] = all.toSorted((one, other) => one.waiting() - other.waiting());
      if (!idlest) throw new Error("there is no thread to read articles");
      return idlest.prepare(request);
    },
    async close() {
      await Promise.all(all.map((thread) => thread.close()));
    },
  };
}

type Thread = BatchPreparer & {
  readonly waiting: () => number;
  readonly isRunning: () => boolean;
};

/** One batch after another. */
function openThread({ onStart, onEnd }: Required<PreparerOptions>): Thread {
  let worker: Worker | undefined;
  let waiting: Waiting[] = [];
  let timer: NodeJS.Timeout | undefined;

  function fail(from: Worker, error: Error): void {
    if (worker !== from) return;
    worker = undefined;
    clearTimeout(timer);
    void from.terminate();
    onEnd();
    const failed = waiting;
    waiting = [];
    for (const { reject } of failed) reject(error);
  }

  function expect(from: Worker): void {
    clearTimeout(timer);
    const isIdle = waiting.length === 0;
    const why = new Error("the thread that reads articles is silent");
    timer = setTimeout(() => fail(from, why), isIdle ? IDLE_MS : PATIENCE_MS);
    timer.unref();
  }

  function start(): Worker {
    onStart();
    const own = startThread();
    own.unref();
    own.on("error", (error) => fail(own, error));
    own.on("exit", () => fail(own, new Error("the thread that reads articles has ended")));
    own.on("message", (batch: PreparedBatch) => {
      waiting.shift()?.resolve(batch);
      expect(own);
    });
    return own;
  }

  return {
    waiting: () => waiting.length,
    isRunning: () => worker !== undefined,
    prepare: (request) =>
      new Promise((resolve, reject) => {
        worker ??= start();
        waiting.push({ resolve, reject });
        worker.postMessage(request, []);
        expect(worker);
      }),
    async close() {
      const own = worker;
      if (own) fail(own, new Error("the bot stops"));
      await own?.terminate();
    },
  };
}

function startThread(): Worker {
  return new Worker(workerModule(new URL("archive-worker.ts", import.meta.url)), {
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
  });
}
