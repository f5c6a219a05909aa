import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { loadLibrary, sizeOfArticles } from "../article/loading/load-library.ts";
import type { LoadedLibrary } from "../article/loading/parse-library.ts";
import { describeError } from "../logging/describe-error.ts";

/** Up to this size, reading takes some 20 ms, less than starting a thread. */
const READ_INLINE_BYTES = 50_000;
/** Far more than the largest articles need; without a limit, one file could exhaust all memory. */
const MAX_MEMORY_MB = 512;
/** Far longer than the largest articles take. */
const TIMEOUT_MS = 60_000;

/**
 * Reads a folder of articles while the bot keeps answering: a large one is read in a worker thread. Any
 * failure becomes a diagnostic. Resolves with `undefined` if `signal` is aborted first.
 */
export async function readLibrary(
  folder: string,
  signal: AbortSignal,
  startReader = startThread,
): Promise<LoadedLibrary | undefined> {
  try {
    return sizeOfArticles(folder) > READ_INLINE_BYTES
      ? await readInThread(startReader(folder), signal)
      : loadLibrary(folder);
  } catch (error) {
    if (signal.aborted) return undefined;
    const message = `the articles cannot be read (${describeError(error)}): undo the last change`;
    return { kind: "faulty", diagnostics: [{ file: folder, line: 1, message }] };
  }
}

async function readInThread(worker: Worker, signal: AbortSignal): Promise<LoadedLibrary> {
  const ending = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]);
  const ended = once(worker, "exit", { signal: ending }).then(([code]) => {
    throw new Error(`the reader ended with ${code}`);
  });
  try {
    const found = once(worker, "message", { signal: ending });
    const [library] = await Promise.race([found, ended]);
    return library;
  } finally {
    ended.catch(() => {});
    await worker.terminate();
  }
}

/** `npm start` bundles the reader beside main.mjs; in development its source runs. */
function startThread(folder: string): Worker {
  const reader = import.meta.url.endsWith(".ts")
    ? withTsx(new URL("library-reader.ts", import.meta.url))
    : new URL("library-reader.mjs", import.meta.url);
  const resourceLimits = { maxOldGenerationSizeMb: MAX_MEMORY_MB };
  return new Worker(reader, { workerData: folder, resourceLimits });
}

/** Node applies no loader to a thread's first module, so this one registers tsx and then imports the source. */
function withTsx({ href }: URL): URL {
  const tsx = import.meta.resolve("tsx/esm/api");
  const code = `import { register } from "${tsx}"; register(); await import("${href}");`;
  return new URL(`data:text/javascript,${encodeURIComponent(code)}`);
}
