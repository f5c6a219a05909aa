import { constants } from "node:fs";
import { appendFile, mkdir, open, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { describeError } from "../logging/describe-error.ts";
import type { Log } from "../logging/log.ts";
import { notAFileFor, remedyFor } from "../files/regular-file.ts";

/** Append-only file; lines are written in order, in the background. */
export type LineWriter = {
  /** Never throws and never waits. */
  readonly append: (line: string) => void;
  /** Queues work on the file that must not overlap with writing. */
  readonly runBetweenWrites: (work: () => Promise<void>) => void;
  /** Waits until every line is written or lost. */
  readonly settled: () => Promise<void>;
};

/** A hanging disk must not fill the memory. */
const MAX_QUEUED = 1000;
/** Lines say what people asked: only the operator may read them. */
const OWNER_ONLY = 0o600;
/** Opening a pipe that nobody reads fails instead of hanging. */
const TO_APPEND =
  constants.O_WRONLY | constants.O_CREAT | constants.O_APPEND | constants.O_NONBLOCK;

/**
 * Every write reopens the file and appends, so other processes may write to it or move it. Lines that
 * cannot be written are lost. The first loss and the recovery are logged and reported to `onDegraded`.
 */
export function openLineWriter(
  file: string,
  log: Log,
  onDegraded: (isDegraded: boolean) => void = () => {},
  maxBytes = Infinity,
): LineWriter {
  let queued: string[] = [];
  let lost = 0;
  let isEndKnown = false;
  let running: Promise<void> = Promise.resolve();

  function queue(work: () => Promise<void>): void {
    running = running.then(work);
  }

  async function write(): Promise<void> {
    const lines = queued;
    queued = [];
    try {
      await mkdir(dirname(file), { recursive: true });
      if ((await sizeOf(file)) > maxBytes) return lose(lines.length, "its file is full");
      const start = isEndKnown || (await endsWithLine(file)) ? "" : "\n";
      await appendFile(file, start + lines.map((line) => `${line}\n`).join(""), {
        mode: OWNER_ONLY,
        flag: TO_APPEND,
      });
      isEndKnown = true;
      if (lost > 0) {
        onDegraded(false);
        log("the question log can be written again", { lost });
      }
      lost = 0;
    } catch (error) {
      // Part of a line may have been written; the next line must not continue it.
      isEndKnown = false;
      lose(lines.length, remedyFor(notAFileFor(file, error), describeError(error)));
    }
  }

  function lose(count: number, error: string): void {
    if (lost === 0) {
      onDegraded(true);
      log("the question log cannot be written: answers continue without it", { error });
    }
    lost += count;
  }

  return {
    append(line) {
      if (queued.length >= MAX_QUEUED) return lose(1, "the disk cannot keep up");
      queued.push(line);
      if (queued.length === 1) queue(write);
    },
    runBetweenWrites: queue,
    settled: () => running,
  };
}

async function sizeOf(file: string): Promise<number> {
  const known = await stat(file).catch(() => undefined);
  return known?.size ?? 0;
}

/** `false` if a killed process left an unfinished last line. */
async function endsWithLine(file: string): Promise<boolean> {
  const known = await stat(file).catch(() => undefined);
  if (!known?.isFile() || known.size === 0) return true;
  const handle = await open(file);
  try {
    const { buffer } = await handle.read({ buffer: Buffer.alloc(1), position: known.size - 1 });
    return buffer.toString() === "\n";
  } finally {
    await handle.close();
  }
}
