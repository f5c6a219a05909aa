import { statSync, watch } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { codeOf } from "../logging/describe-error.ts";

type WatchFolder = (
  folder: string,
  options: { readonly signal: AbortSignal },
  onEvent: () => void,
) => { readonly on: (event: "error", listener: (error: Error) => void) => unknown };

export type FollowOptions = {
  /** Something in the folder changed, or the path names another folder. */
  readonly onChange: () => void;
  /** Told once, with the way out, when the system refuses to watch. */
  readonly onTrouble: (trouble: string) => void;
  readonly signal: AbortSignal;
  /** Node's own, or in tests one that fails. */
  readonly watchFolder?: WatchFolder;
};

/** Editors write a file in several steps; it is read once they are through. */
const SETTLED_MS = 80;

/**
 * The system watches a folder, not its path, and chokidar likewise: whether the path names another one
 * by now (moved, swapped, a link re-pointed) is looked at so often.
 */
const LOOK_MS = 1000;

/** Where the system refuses to watch, every file is looked at so often. */
const POLL_MS = 5000;

/** Calls `onChange` whenever what the path names may have changed, also if it is gone for a while. */
export function followFolder(folder: string, options: FollowOptions): void {
  const { onChange, onTrouble, signal, watchFolder = watch } = options;
  let identity: string | undefined;
  let watching: AbortController | undefined;
  let signature: string | undefined;
  let isTold = false;
  let settling: NodeJS.Timeout | undefined;
  let looking: NodeJS.Timeout | undefined;

  function change(): void {
    clearTimeout(settling);
    settling = setTimeout(() => {
      if (identityOf(folder) !== identity) watchAnew();
      onChange();
    }, SETTLED_MS);
  }

  function watchAnew(): void {
    watching?.abort();
    const own = new AbortController();
    watching = own;
    // Before it is watched: if it is swapped in between, the next look tells.
    identity = identityOf(folder);
    try {
      watchFolder(folder, { signal: own.signal }, change).on("error", refuse);
    } catch (error) {
      refuse(error);
    }
  }

  function refuse(error: unknown): void {
    watching?.abort();
    watching = undefined;
    const code = codeOf(error) ?? "unknown error";
    // That a folder is gone is told by reading it.
    if (isTold || code === "ENOENT") return;
    isTold = true;
    onTrouble(`the system does not watch this folder (${code}): ${wayOut(code)}`);
  }

  async function look(): Promise<void> {
    if (identityOf(folder) !== identity) change();
    else if (!watching && identity !== undefined) {
      watchAnew();
      const found = await signatureOf(folder);
      if (found !== signature) change();
      signature = found;
    }
    lookLater();
  }

  function lookLater(): void {
    const isRefused = !watching && identity !== undefined;
    if (!signal.aborted) looking = setTimeout(() => void look(), isRefused ? POLL_MS : LOOK_MS);
  }

  signal.addEventListener("abort", () => {
    clearTimeout(settling);
    clearTimeout(looking);
    watching?.abort();
  });
  watchAnew();
  lookLater();
}

/** A new folder may get the number of one that was removed, but not its time of birth. */
function identityOf(folder: string): string | undefined {
  try {
    const { dev, ino, birthtimeNs } = statSync(folder, { bigint: true });
    return [dev, ino, birthtimeNs].join(":");
  } catch {
    return undefined;
  }
}

/** Names, sizes and times of all files; empty where there is no folder. */
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

const WAYS_OUT: ReadonlyMap<string, string> = new Map([
  ["ENOSPC", "raise fs.inotify.max_user_watches (sysctl)"],
  ["EMFILE", "raise fs.inotify.max_user_instances (sysctl) or the limit of open files (ulimit -n)"],
]);

function wayOut(code: string): string {
  const meanwhile = `its files are looked at every ${POLL_MS / 1000} seconds`;
  const way = WAYS_OUT.get(code);
  return way === undefined ? meanwhile : `${way}; until then ${meanwhile}`;
}
