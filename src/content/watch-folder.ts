import { statSync, watch } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { codeOf } from "../logging/describe-error.ts";

type Watch = (
  folder: string,
  options: { readonly signal: AbortSignal },
  onEvent: () => void,
) => { readonly on: (event: "error", listener: (error: Error) => void) => unknown };

export type WatchOptions = {
  /** Something in the folder changed, or the path names another folder. */
  readonly onChange: () => void;
  /** Called once, with the remedy, if the system refuses to watch. */
  readonly onProblem: (problem: string) => void;
  readonly signal: AbortSignal;
  readonly watch?: Watch;
  readonly delays?: WatchDelays;
};

type WatchDelays = {
  /** Editors save a file in several steps; it is read once they are done. */
  readonly settleMs: number;
  /**
   * The system watches a folder, not its path, and so does chokidar. This is how often to check whether the
   * path now names another folder, because it was moved or swapped, or a link now points elsewhere.
   */
  readonly checkMs: number;
  /** How often to check every file if the system refuses to watch. */
  readonly pollMs: number;
};

const DELAYS: WatchDelays = { settleMs: 80, checkMs: 1000, pollMs: 5000 };

/** Calls `onChange` whenever the content behind the path may have changed, even if it is gone for a while. */
export function watchFolder(folder: string, options: WatchOptions): void {
  const { onChange, onProblem, signal, watch: start = watch, delays = DELAYS } = options;
  let identity: string | undefined;
  let watching: AbortController | undefined;
  let signature: string | undefined;
  let isReported = false;
  let settling: NodeJS.Timeout | undefined;
  let checking: NodeJS.Timeout | undefined;

  function change(): void {
    clearTimeout(settling);
    settling = setTimeout(() => {
      if (identityOf(folder) !== identity) startWatching();
      onChange();
    }, delays.settleMs);
  }

  function startWatching(): void {
    watching?.abort();
    const own = new AbortController();
    watching = own;
    // Read before watching starts: if the folder is swapped in between, the next check notices.
    identity = identityOf(folder);
    try {
      start(folder, { signal: own.signal }, change).on("error", refuse);
    } catch (error) {
      refuse(error);
    }
  }

  function refuse(error: unknown): void {
    watching?.abort();
    watching = undefined;
    const code = codeOf(error) ?? "unknown error";
    // A missing folder is reported when it is read.
    if (isReported || code === "ENOENT") return;
    isReported = true;
    const remedy = remedyForCode(code, delays.pollMs);
    onProblem(`the system cannot watch this folder (${code}): ${remedy}`);
  }

  async function check(): Promise<void> {
    if (identityOf(folder) !== identity) change();
    else if (!watching && identity !== undefined) {
      startWatching();
      const found = await signatureOf(folder);
      if (found !== signature) change();
      signature = found;
    }
    checkLater();
  }

  function checkLater(): void {
    if (signal.aborted) return;
    const isRefused = !watching && identity !== undefined;
    checking = setTimeout(() => void check(), isRefused ? delays.pollMs : delays.checkMs);
  }

  signal.addEventListener("abort", () => {
    clearTimeout(settling);
    clearTimeout(checking);
    watching?.abort();
  });
  startWatching();
  checkLater();
}

/** A new folder may get the inode of a removed one, but not its birth time. */
function identityOf(folder: string): string | undefined {
  try {
    const { dev, ino, birthtimeNs } = statSync(folder, { bigint: true });
    return [dev, ino, birthtimeNs].join(":");
  } catch {
    return undefined;
  }
}

/** Names, sizes and times of all files; empty if there is no folder. */
async function signatureOf(folder: string): Promise<string> {
  try {
    const names = (await readdir(folder)).toSorted();
    const files = names.map(async (name) => {
      const { size, mtimeMs, ino } = await stat(join(folder, name));
      return [name, size, mtimeMs, ino].join(":");
    });
    return (await Promise.all(files)).join("\n");
  } catch {
    return "";
  }
}

const REMEDIES: ReadonlyMap<string, string> = new Map([
  ["ENOSPC", "raise fs.inotify.max_user_watches (sysctl)"],
  ["EMFILE", "raise fs.inotify.max_user_instances (sysctl) or the limit of open files (ulimit -n)"],
]);

function remedyForCode(code: string, pollMs: number): string {
  const meanwhile = `its files are checked every ${pollMs / 1000} seconds`;
  const remedy = REMEDIES.get(code);
  return remedy === undefined ? meanwhile : `${remedy}; until then ${meanwhile}`;
}
