import { closeSync, existsSync, mkdirSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { describeError } from "../logging/describe-error.ts";
import type { Log } from "../logging/log.ts";
import { openToAppend, readRegularFile, replaceFile, remedyFor } from "./regular-file.ts";

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
  /** Named in the log: "processed updates". */
  readonly holds: string;
  /** All that counts now, as lines. */
  readonly all: () => string;
  readonly log: Log;
  /** Told when the file can no longer be written, and when it can again. */
  readonly onDegraded?: (isDegraded: boolean) => void;
  readonly retryMs?: number;
};

/** A disk that is full may have room again; until then what is kept stands in memory only. */
const RETRY_MS = 5000;

/**
 * Changes the file from the first line on: until then it may be another process's. Where it cannot be
 * written the log says so once, and it is tried again until all is written.
 */
export function openStateFile({
  file,
  holds,
  all,
  log,
  onDegraded = () => {},
  retryMs = RETRY_MS,
}: StateFileParts): StateFile {
  let opened: number | undefined;
  let isNeeded = false;
  let isDegraded = false;
  let timer: NodeJS.Timeout | undefined;
  attempt(probe);

  return {
    append(lines) {
      isNeeded = true;
      if (isDegraded) return;
      attempt(() => {
        // A file that was deleted, or moved with its folder, takes lines that no later process finds.
        if (opened === undefined || !existsSync(file)) rewrite();
        else addTo(opened, lines);
      });
    },
    rewrite() {
      isNeeded = true;
      if (!isDegraded) attempt(rewrite);
    },
    close() {
      clearInterval(timer);
      if (opened !== undefined) closeSync(opened);
      opened = undefined;
    },
  };

  function probe(): void {
    mkdirSync(dirname(file), { recursive: true });
    closeSync(openToAppend(file));
  }

  function rewrite(): void {
    mkdirSync(dirname(file), { recursive: true });
    replaceFile(file, all());
    const replaced = opened;
    opened = undefined;
    if (replaced !== undefined) closeSync(replaced);
    opened = openToAppend(file);
  }

  function attempt(write: () => void): void {
    try {
      write();
      if (isDegraded) turn(false, `${holds} are kept on the disk again`);
    } catch (error) {
      const way = remedyFor(error, "make STATE_DIR writable");
      const told = `${holds} are kept in memory only: ${way}`;
      if (!isDegraded) turn(true, told, { error: describeError(error) });
    }
  }

  function turn(next: boolean, sentence: string, fields?: { readonly error: string }): void {
    isDegraded = next;
    log(sentence, fields);
    onDegraded(next);
    clearInterval(timer);
    if (next) timer = setInterval(() => attempt(isNeeded ? rewrite : probe), retryMs).unref();
  }
}

/** `writeFileSync` takes several times as long over a short line, and some are written for each update. */
function addTo(file: number, lines: string): void {
  if (writeSync(file, lines) < Buffer.byteLength(lines)) throw new DiskFull();
}

class DiskFull extends Error {
  readonly code = "ENOSPC";
}

/**
 * The whole lines of a file; the last one may have been cut short by a kill. A missing file has none, and
 * neither has what is no file or longer than any of ours.
 */
export function readStateLines(file: string, mostBytes: number): string[] {
  try {
    return readRegularFile(file, mostBytes).toString("utf8").split("\n").slice(0, -1);
  } catch {
    return [];
  }
}
