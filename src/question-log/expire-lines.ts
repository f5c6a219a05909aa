import type { Stats } from "node:fs";
import { appendFile, chown, open, rename, rm, stat, type FileHandle } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { setTimeout as pause } from "node:timers/promises";
import { isRoot } from "../files/regular-file.ts";
import { codeOf } from "../logging/describe-error.ts";
import { splitLines } from "../text/split-lines.ts";

/** Whether a line has expired; `undefined` if it has no time. */
export type IsOld = (line: string) => boolean | undefined;

/** By then, a process that opened the file just before it was replaced has finished writing to it. */
const LATE_WRITE_MS = 250;
/** A half-written file this old was left by a killed process. */
const ABANDONED_MS = 10 * 60_000;
/** Passes bytes through unchanged, valid text or not. */
const BYTES = "latin1";

/**
 * Removes old lines from a file that several processes may append to. A new file is written beside it, then
 * replaces it, so a killed process leaves either the old file or the new one. Lines appended meanwhile are
 * copied over. The new file is also a lock: only one process does this at a time, and another finds it busy.
 */
export async function expireLines(file: string, isOld: IsOld): Promise<"done" | "busy"> {
  const known = await stat(file).catch(() => undefined);
  // A pipe or a device stores nothing.
  if (!known?.isFile() || known.size === 0) return "done";

  const fresh = `${file}.new`;
  if (!(await claim(fresh, known))) return "busy";
  const source = await open(file);
  let isReplaced = false;
  try {
    const { removed, upTo } = await copyRecent(source, fresh, isOld);
    if (removed === 0) return "done";
    const added = await bytesFrom(source, upTo);
    await appendFile(fresh, added);
    await rename(fresh, file);
    isReplaced = true;
    await pause(LATE_WRITE_MS);
    await appendFile(file, await bytesFrom(source, upTo + added.length));
    return "done";
  } finally {
    await source.close();
    // After the rename, a file of this name belongs to another process.
    if (!isReplaced) await rm(fresh, { force: true });
  }
}

async function claim(fresh: string, { mode, uid, gid }: Stats): Promise<boolean> {
  const left = await stat(fresh).catch(() => undefined);
  if (left && Date.now() - left.mtimeMs > ABANDONED_MS) await rm(fresh, { force: true });
  try {
    await (await open(fresh, "wx", mode)).close();
    // An operator may run a command as root; the bot has to be able to write the file afterwards.
    if (isRoot()) await chown(fresh, uid, gid);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

/** Copies recent lines, up to the end of the last complete line. */
async function copyRecent(source: FileHandle, fresh: string, isOld: IsOld) {
  const { size } = await source.stat();
  let removed = 0;
  let upTo = 0;
  async function* recent(chunks: AsyncIterable<string>): AsyncGenerator<string> {
    // A line without a time is at most as old as the next line with one.
    let undated = "";
    for await (const lines of splitLines(chunks)) {
      for (const line of lines) {
        if (upTo + line.length >= size) continue;
        upTo += line.length + 1;
        const old = isOld(line);
        if (old === true) removed += 1;
        if (old === false) yield `${undated}${line}\n`;
        undated = old === undefined ? `${undated}${line}\n` : "";
      }
    }
    yield undated;
  }

  const target = await open(fresh, "a");
  const lines = source.createReadStream({ end: size - 1, encoding: BYTES, autoClose: false });
  await pipeline(lines, recent, target.createWriteStream({ encoding: BYTES, flush: true }));
  return { removed, upTo };
}

async function bytesFrom(source: FileHandle, start: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of source.createReadStream({ start, autoClose: false })) {
    chunks.push(Buffer.from(chunk));
  }
  return Buffer.concat(chunks);
}
