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
import { describeError } from "./describe-error.ts";
import type { Log } from "./log.ts";

/** Which updates have been answered, so that none is answered twice after a restart. */
export type DoneUpdates = {
  readonly has: (updateId: number) => boolean;
  readonly add: (updateId: number) => void;
};

/** A webhook gets again, up to two minutes later, what it did not confirm; thousands came in between. */
const REMEMBERED = 10_000;

/**
 * A ring of ids, kept in a file with one id a line. Where the file cannot be written, the ring goes on
 * in memory and says so once.
 */
export function openDoneUpdates(
  file: string,
  log: Log,
  onMemoryOnly: () => void = () => {},
): DoneUpdates {
  const ids = new Set(readIds(file).slice(-REMEMBERED));
  let isWritable = true;
  let lines = ids.size;
  let opened: number | undefined;
  attempt(() => {
    mkdirSync(dirname(file), { recursive: true });
    rewrite();
  });

  return {
    has: (updateId) => ids.has(updateId),
    add(updateId) {
      ids.add(updateId);
      forgetOldest();
      attempt(() => {
        lines += 1;
        if (lines > 2 * REMEMBERED) rewrite();
        else if (opened !== undefined) writeSync(opened, `${updateId}\n`);
      });
    },
  };

  function forgetOldest(): void {
    const [oldest] = ids;
    if (ids.size > REMEMBERED && oldest !== undefined) ids.delete(oldest);
  }

  /** Written beside and moved, so that a kill leaves the old file or the new one. */
  function rewrite(): void {
    const text = [...ids].map((id) => `${id}\n`).join("");
    writeFileSync(`${file}.new`, text);
    renameSync(`${file}.new`, file);
    if (opened !== undefined) closeSync(opened);
    opened = openSync(file, "a");
    lines = ids.size;
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
