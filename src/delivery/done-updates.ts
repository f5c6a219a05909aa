import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import { LRUCache } from "lru-cache";
import { describeError } from "./describe-error.ts";
import { gatherLines } from "./gather-lines.ts";
import type { Log } from "./log.ts";

/** Which updates have been answered, so that none is answered twice after a restart. */
export type DoneUpdates = {
  readonly has: (updateId: number) => boolean;
  readonly add: (updateId: number) => void;
};

/** A webhook gets again, up to two minutes later, what it did not confirm; thousands came in between. */
const REMEMBERED = 10_000;

/**
 * A ring of ids, kept in a file with one id a line; what one turn of the event loop adds is written at
 * its end. Where the file cannot be written, the ring goes on in memory and says so once.
 */
export function openDoneUpdates(
  file: string,
  log: Log,
  onMemoryOnly: () => void = () => {},
): DoneUpdates {
  const ids = new LRUCache<number, true>({ max: REMEMBERED });
  for (const id of readIds(file)) ids.set(id, true);
  let isWritable = true;
  let added = 0;
  let opened: number | undefined;
  // Tried only: until this process answers, the file may be another's.
  attempt(() => {
    mkdirSync(dirname(file), { recursive: true });
    closeSync(openSync(file, "a"));
  });
  const addLine = gatherLines((lines) => attempt(() => append(lines)));

  return {
    has: (updateId) => ids.has(updateId),
    add(updateId) {
      ids.set(updateId, true);
      added += 1;
      addLine(`${updateId}\n`);
    },
  };

  function append(lines: string): void {
    if (opened === undefined || added > REMEMBERED) rewrite();
    else writeSync(opened, lines);
  }

  /** Written beside and moved, so that a kill leaves the old file or the new one. */
  function rewrite(): void {
    const text = [...ids.rkeys()].map((id) => `${id}\n`).join("");
    writeFileSync(`${file}.new`, text);
    renameSync(`${file}.new`, file);
    if (opened !== undefined) closeSync(opened);
    opened = openSync(file, "a");
    added = 0;
  }

  function attempt(write: () => void): void {
    if (!isWritable) return;
    try {
      write();
    } catch (error) {
      isWritable = false;
      onMemoryOnly();
      log("done updates are kept in memory only: make STATE_DIR writable", {
        error: describeError(error),
      });
    }
  }
}

/** A line that a kill cut short is no id of ours; a missing file holds none. */
function readIds(file: string): number[] {
  try {
    const lines = readFileSync(file, "utf8").split("\n").slice(0, -1);
    return lines.map(Number).filter((id) => Number.isSafeInteger(id) && id > 0);
  } catch {
    return [];
  }
}
