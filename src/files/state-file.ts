import { closeSync, existsSync, mkdirSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { describeError } from "../logging/describe-error.ts";
import type { Log } from "../logging/log.ts";
import { inLatestForm, keepOlder, stateHeader, type StateFormat } from "./state-format.ts";
import { openToAppend, readRegularFile, replaceFile, remedyFor } from "./regular-file.ts";

/** A file of lines that only this process writes and that outlives it. */
export type StateFile = {
  /** Appends before it returns. */
  readonly append: (lines: string) => void;
  /** Replaces all lines by the current ones. */
  readonly rewrite: () => void;
  readonly close: () => void;
};

export type StateFileParts = {
  readonly file: string;
  readonly format: StateFormat;
  /** All current lines. */
  readonly all: () => string;
  readonly log: Log;
  /** Called when the file can no longer be written, and when it can again. */
  readonly onDegraded?: (isDegraded: boolean) => void;
  /** How long a timer of this many milliseconds really runs; shortened by tests. */
  readonly timerMs?: (ms: number) => number;
};

/** A full disk may have room again by then; until then the data is in memory only. */
const RETRY_MS = 5000;

/**
 * Opening changes nothing: until the first write, the file may belong to another process. If it cannot be
 * written, that is logged once, and writing is retried until everything is in the file.
 */
export function openStateFile({
  file,
  format,
  all,
  log,
  onDegraded = () => {},
  timerMs = (ms) => ms,
}: StateFileParts): StateFile {
  const { contents } = format;
  let opened: number | undefined;
  let isOlderKept = false;
  let isNeeded = false;
  let isDegraded = false;
  let timer: NodeJS.Timeout | undefined;
  attempt(probe);

  return {
    append(lines) {
      isNeeded = true;
      if (isDegraded) return;
      attempt(() => {
        // If the file was deleted or moved, lines appended to the open one would be lost to later processes.
        if (opened === undefined || !existsSync(file)) rewrite();
        else appendTo(opened, lines);
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
    // Not before: until the first write, the older file may belong to a process that is still running.
    if (!isOlderKept) keepOlder(file, format);
    isOlderKept = true;
    replaceFile(file, stateHeader(format) + all());
    const replaced = opened;
    opened = undefined;
    if (replaced !== undefined) closeSync(replaced);
    opened = openToAppend(file);
  }

  function attempt(write: () => void): void {
    try {
      write();
      if (isDegraded) setDegraded(false, `${contents} are kept on the disk again`);
    } catch (error) {
      const remedy = remedyFor(error, "make STATE_DIR writable");
      const problem = `${contents} are kept in memory only: ${remedy}`;
      if (!isDegraded) setDegraded(true, problem, { error: describeError(error) });
    }
  }

  function setDegraded(next: boolean, sentence: string, fields?: { readonly error: string }): void {
    isDegraded = next;
    log(sentence, fields);
    onDegraded(next);
    clearInterval(timer);
    if (next)
      timer = setInterval(() => attempt(isNeeded ? rewrite : probe), timerMs(RETRY_MS)).unref();
  }
}

/** `writeFileSync` is several times slower for a short line, and each update writes a few. */
function appendTo(file: number, lines: string): void {
  if (writeSync(file, lines) < Buffer.byteLength(lines)) throw new DiskFull();
}

class DiskFull extends Error {
  readonly code = "ENOSPC";
}

/**
 * The complete lines of a file, in the latest form; a kill may have cut the last one short. None if the file is missing,
 * not a regular file, or larger than any of ours. Throws `NewerState`.
 */
export function readStateLines(
  file: string,
  maxBytes: number,
  format: StateFormat,
): readonly string[] {
  return inLatestForm(file, completeLines(file, maxBytes), format);
}

function completeLines(file: string, maxBytes: number): string[] {
  try {
    return readRegularFile(file, maxBytes).toString("utf8").split("\n").slice(0, -1);
  } catch {
    return [];
  }
}
