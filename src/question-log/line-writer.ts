import { constants } from "node:fs";
import { appendFile, mkdir, open, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { describeError } from "../logging/describe-error.ts";
import type { Log } from "../logging/log.ts";
import { notAFileFor, remedyFor } from "../files/regular-file.ts";

/** A file that lines are added to, in order and behind the back of whoever hands them over. */
export type LineWriter = {
  /** Never throws and never waits. */
  readonly append: (line: string) => void;
  /** Does something with the file while nothing is being added to it. */
  readonly between: (work: () => Promise<void>) => void;
  /** Waits until all that was handed over is written, or lost. */
  readonly settled: () => Promise<void>;
};

/** A disk that hangs must not fill the memory. */
const MOST_WAITING = 1000;
/** Lines tell what people asked: for the operator's eyes only. */
const OWNER_ONLY = 0o600;
/** A pipe that nobody reads is an error, not something to wait for. */
const TO_APPEND =
  constants.O_WRONLY | constants.O_CREAT | constants.O_APPEND | constants.O_NONBLOCK;

/**
 * Every write opens the file anew and adds to its end, so that other processes may write to it and
 * move it. What cannot be written is lost, and that is told once, until writing works again.
 * `onDegraded` is told of both.
 */
export function openLineWriter(
  file: string,
  log: Log,
  onDegraded: (isDegraded: boolean) => void = () => {},
): LineWriter {
  let waiting: string[] = [];
  let lost = 0;
  let isEndKnown = false;
  let running: Promise<void> = Promise.resolve();

  function queue(work: () => Promise<void>): void {
    running = running.then(work);
  }

  async function write(): Promise<void> {
    const lines = waiting;
    waiting = [];
    try {
      await mkdir(dirname(file), { recursive: true });
      const start = isEndKnown || (await endsWithLine(file)) ? "" : "\n";
      await appendFile(file, start + lines.map((line) => `${line}\n`).join(""), {
        mode: OWNER_ONLY,
        flag: TO_APPEND,
      });
      isEndKnown = true;
      if (lost > 0) {
        onDegraded(false);
        log("the question log is written again", { lost });
      }
      lost = 0;
    } catch (error) {
      // Part of a line may have been written: the next one is not to be glued to it.
      isEndKnown = false;
      lose(lines.length, remedyFor(notAFileFor(file, error), describeError(error)));
    }
  }

  function lose(count: number, error: string): void {
    if (lost === 0) {
      onDegraded(true);
      log("the question log cannot be written: answers go on without it", { error });
    }
    lost += count;
  }

  return {
    append(line) {
      if (waiting.length >= MOST_WAITING) return lose(1, "the disk does not keep up");
      waiting.push(line);
      if (waiting.length === 1) queue(write);
    },
    between: queue,
    settled: () => running,
  };
}

/** Whether a new line can begin at the end; not where a kill cut the last one short. */
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
