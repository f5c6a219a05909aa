import { type Diagnostic, formatDiagnostic } from "../article/diagnostic.ts";
import { describeError } from "../logging/describe-error.ts";
import type { Log } from "../logging/log.ts";
import type { ContentReader } from "./content-reader.ts";
import type { ReplaceContent } from "./current-content.ts";
import type { Unsaved } from "./kept-files.ts";
import { watchFolder, type WatchOptions } from "./watch-folder.ts";

export type ReloadOptions = {
  /** Called after each reload; without diagnostics, the new version answers from now on. */
  readonly onReload: (diagnostics: readonly Diagnostic[], unsaved?: Unsaved) => void;
  readonly signal: AbortSignal;
};

/**
 * Returns a function that reloads a folder of articles. If they have no mistakes, they replace the current
 * version. If reloads are requested faster than the folder can be read, only the latest one counts. The promise says
 * whether there were no mistakes.
 */
export function createReloader(
  { folder, read }: ContentReader,
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
    const content = await read(own.signal);
    if (content?.kind === "loaded") await replace(content, own.signal);
    if (own !== reading) return latest;
    if (!content || own.signal.aborted) return true;
    if (content.kind === "loaded") onReload([], content.unsaved);
    else onReload(content.diagnostics);
    return content.kind === "loaded";
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
  return (diagnostics, unsaved) => {
    if (diagnostics.length === 0) log("the articles were reloaded");
    if (unsaved) logUnsaved(log, unsaved);
    logMistakes(log, diagnostics);
  };
}

export function logMistakes(log: Log, diagnostics: readonly Diagnostic[]): void {
  for (const diagnostic of diagnostics.slice(0, MAX_LOGGED)) log(formatDiagnostic(diagnostic));
  const others = diagnostics.length - MAX_LOGGED;
  if (others > 0) log(`${others} more mistakes in the articles: fix those above first`);
}

/** Until this is seen to, each start takes longer. */
export function logUnsaved(log: Log, { remedy, error }: Unsaved): void {
  log(`the index is not saved: ${remedy}`, { error });
}
