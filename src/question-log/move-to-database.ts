import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "../database/database.ts";
import { sql } from "../database/statement.ts";
import { splitLines } from "../text/split-lines.ts";
import { placeOfLine } from "./log-entry.ts";

type MoveOptions = {
  /** What is older has expired. */
  readonly before: Date;
  readonly signal: AbortSignal;
};

/** By then, another process that opened the file just before it was renamed has finished writing to it. */
const LATE_WRITE_MS = 250;
const LINES_AT_ONCE = 500;

/** How many bytes wait in a file and in what a killed process was moving. */
export async function waitsIn(file: string): Promise<number> {
  const sizes = [file, ...(await beingMoved(file))].map(async (path) => {
    const known = await stat(path).catch(() => undefined);
    return known?.isFile() === true ? known.size : 0;
  });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/** Takes a file out of the way of those who write to it. */
export async function setAside(file: string): Promise<void> {
  const known = await stat(file).catch(() => undefined);
  // A pipe or a device stores nothing.
  if (known?.isFile() !== true) return;
  await rename(file, `${file}.${randomUUID()}${PIECE}`);
  await sleep(LATE_WRITE_MS);
}

/**
 * Moves what was set aside of a file to the database, and returns how many lines. Of a process that is killed meanwhile, some
 * are written again, which changes nothing. Fails if the database does not take them all: the rest is moved next time.
 */
export async function moveToDatabase(
  file: string,
  run: Database["run"],
  options: MoveOptions,
): Promise<number> {
  let moved = 0;
  for (const piece of await beingMoved(file)) {
    moved += await movePiece(piece, run, options);
    await rm(piece, { force: true });
  }
  return moved;
}

const PIECE = ".moving";

/** What was taken out of a file to be moved: several processes never take the same. */
export async function beingMoved(file: string): Promise<readonly string[]> {
  const names = await readdir(dirname(file)).catch(() => []);
  return names
    .filter((name) => name.startsWith(`${basename(file)}.`) && name.endsWith(PIECE))
    .map((name) => join(dirname(file), name));
}

async function movePiece(
  piece: string,
  run: Database["run"],
  { before, signal }: MoveOptions,
): Promise<number> {
  let moved = 0;
  let batch: string[] = [];
  for await (const lines of splitLines(createReadStream(piece, "utf8"))) {
    batch.push(...lines);
    if (batch.length < LINES_AT_ONCE) continue;
    moved += await writeLines(run, batch, before);
    batch = [];
    signal.throwIfAborted();
  }
  return moved + (await writeLines(run, batch, before));
}

/** Writes lines in one statement, and returns how many those are. A line that says nothing is left out. */
export async function writeLines(
  run: Database["run"],
  lines: readonly string[],
  before = new Date(0),
): Promise<number> {
  const placed = lines.flatMap((line) => {
    const place = placeOfLine(line);
    if (place === undefined || place.at < before) return [];
    const { trace, at, rating } = place;
    return [rating === undefined ? { trace, at, entry: line } : { trace, at, rating }];
  });
  await run(sql`SELECT log_questions(${JSON.stringify(placed)}::jsonb)`);
  return placed.length;
}
