import { type Diagnostic, formatDiagnostic } from "../article/diagnostic.ts";
import { describeError } from "../logging/describe-error.ts";
import type { Log } from "../logging/log.ts";
import type { ReplaceContent } from "./current-content.ts";
import { tellOthersWords } from "./others-words.ts";
import { readLibrary } from "./read-library.ts";
import { watchFolder, type WatchOptions } from "./watch-folder.ts";

export type ReloadOptions = {
  /** Called after each reload; without diagnostics, the new version answers from now on. */
  readonly onReload: (diagnostics: readonly Diagnostic[]) => void;
  readonly signal: AbortSignal;
};

/**
 * Returns a function that reloads a folder of articles. If they have no mistakes, they replace the current
 * version. If reloads are requested faster than the folder can be read, only the latest one counts. The promise says
 * whether there were no mistakes.
 */
export function createReloader(
  folder: string,
  replace: ReplaceContent,
  { onReload, signal }: ReloadOptions,
): () => Promise<boolean> {
  let reading = new AbortController();
  let latest = Promise.resolve(true);
  signal.addEventListener("abort", () => reading.abort());

  async function reload(): Promise<boolean> {
    reading.abort();
    const own = new AbortController();
    reading = own;
    const library = await readLibrary(folder, own.signal);
    if (library?.kind === "loaded") await replace(tellOthersWords(library.articles), own.signal);
    if (own !== reading) return latest;
    if (!library || own.signal.aborted) return true;
    onReload(library.kind === "loaded" ? [] : library.diagnostics);
    return library.kind === "loaded";
  }
  return () => {
    latest = reload().catch((error: unknown) => {
      const what = `the articles cannot be indexed (${describeError(error)})`;
      onReload([{ file: folder, line: 1, message: `${what}: undo the last change` }]);
      return false;
    });
    return latest;
  };
}

/** Reloads a folder of articles whenever something in it is saved. */
export function watchContent(
  folder: string,
  reload: () => unknown,
  { onReload, signal, delays }: ReloadOptions & Pick<WatchOptions, "delays">,
): void {
  watchFolder(folder, {
    signal,
    onChange: () => void reload(),
    onProblem: (problem) => onReload([{ file: folder, line: 1, message: problem }]),
    ...(delays && { delays }),
  });
}

/** A slip in an editor's script may repeat a mistake on 60,000 lines, and nobody reads them all. */
const MAX_LOGGED = 100;

/** Logs the outcome of each reload for the operator. */
export function logReloads(log: Log): ReloadOptions["onReload"] {
  return (diagnostics) => {
    if (diagnostics.length === 0) log("the articles were reloaded");
    for (const diagnostic of diagnostics.slice(0, MAX_LOGGED)) log(formatDiagnostic(diagnostic));
    const others = diagnostics.length - MAX_LOGGED;
    if (others > 0) log(`${others} more mistakes in the articles: fix those above first`);
  };
}
