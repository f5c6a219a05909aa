import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import { describeError } from "./describe-error.ts";
import type { Log } from "./log.ts";

/** A file of lines that only this process writes; what it holds outlives the process. */
export type StateFile = {
  /** Writes behind what is there, before it returns. */
  readonly append: (lines: string) => void;
  /** Puts what counts now in the place of all lines. */
  readonly rewrite: () => void;
  readonly close: () => void;
};

export type StateFileParts = {
  readonly file: string;
  /** Named in the log: "done updates". */
  readonly holds: string;
  /** All that counts now, as lines. */
  readonly all: () => string;
  readonly log: Log;
  /** Told when the file can no longer be written, and when it can again. */
  readonly onDegraded?: (isDegraded: boolean) => void;
};

/** A disk that is full may have room again; until then what is kept stands in memory only. */
const TRY_AGAIN_MS = 5000;
/** What readers are told is nobody else's business on this machine. */
const OWNER_ONLY = 0o600;

/**
 * Opens the file for writing at the first line. Where it cannot be written the log says so once, and it
 * is tried again until all is written.
 */
export function openStateFile({
  file,
  holds,
  all,
  log,
  onDegraded = () => {},
}: StateFileParts): StateFile {
  let opened: number | undefined;
  let isDegraded = false;
  let timer: NodeJS.Timeout | undefined;

  return {
    append: (lines) => {
      if (!isDegraded) attempt(() => (opened === undefined ? rewrite() : writeSync(opened, lines)));
    },
    rewrite: () => {
      if (!isDegraded) attempt(rewrite);
    },
    close() {
      clearInterval(timer);
      if (opened !== undefined) closeSync(opened);
      opened = undefined;
    },
  };

  /** Written beside and moved, so that a kill leaves the old file or the new one. */
  function rewrite(): void {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, all(), { mode: OWNER_ONLY });
    renameSync(`${file}.new`, file);
    if (opened !== undefined) closeSync(opened);
    opened = openSync(file, "a");
  }

  function attempt(write: () => void): void {
    try {
      write();
      if (isDegraded) turn(false, `${holds} are kept on the disk again`);
    } catch (error) {
      const told = `${holds} are kept in memory only: make STATE_DIR writable`;
      if (!isDegraded) turn(true, told, { error: describeError(error) });
    }
  }

  function turn(next: boolean, sentence: string, fields?: { readonly error: string }): void {
    isDegraded = next;
    log(sentence, fields);
    onDegraded(next);
    clearInterval(timer);
    if (next) timer = setInterval(() => attempt(rewrite), TRY_AGAIN_MS).unref();
  }
}

/**
 * The whole lines of a file; the last one may have been cut short by a kill. A missing file has none, and
 * neither has what is no file: a pipe would be waited for.
 */
export function readStateLines(file: string): string[] {
  try {
    if (!statSync(file).isFile()) return [];
    return readFileSync(file, "utf8").split("\n").slice(0, -1);
  } catch {
    return [];
  }
}
