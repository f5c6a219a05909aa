import { fstatSync, writeFileSync } from "node:fs";

const STDOUT = 1;
const STDERR = 2;
/** A full disk stays full for a while, and every attempt takes time. */
const RETRY_MS = 10_000;

type WriteLines = (lines: string) => void;

/** The reader of the output, or its terminal, may go away; neither ends the process. */
export function ignoreBrokenPipes(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
}

/**
 * Writes to standard output. If that is a file, lines are lost while the disk is full; Node's own stream
 * would never recover. `onRecovered` gets the number of lost lines.
 */
export function openLogOutput(onRecovered: (lost: number) => void): WriteLines {
  ignoreBrokenPipes();
  if (!isFile(STDOUT)) return (lines) => void process.stdout.write(lines);
  return tolerateWriteErrors((lines) => writeFileSync(STDOUT, lines), {
    onRecovered,
    onLost: reportLoss,
  });
}

type ToleranceOptions = {
  readonly onLost: (error: unknown) => void;
  readonly onRecovered: (lost: number) => void;
  readonly retryMs?: number;
  readonly now?: () => number;
};

/** Reports once that lines are lost, retries after a while, and reports when that succeeds. */
export function tolerateWriteErrors(
  write: WriteLines,
  { onLost, onRecovered, retryMs = RETRY_MS, now = () => performance.now() }: ToleranceOptions,
): WriteLines {
  let lost = 0;
  let nextTryAt = 0;

  return (lines) => {
    if (lost > 0 && now() < nextTryAt) {
      lost += countLines(lines);
      return;
    }
    try {
      // The last successful write may have ended in the middle of a line.
      write(lost > 0 ? `\n${lines}` : lines);
    } catch (error) {
      if (lost === 0) onLost(error);
      lost += countLines(lines);
      nextTryAt = now() + retryMs;
      return;
    }
    const missed = lost;
    lost = 0;
    if (missed > 0) onRecovered(missed);
  };
}

function countLines(lines: string): number {
  return lines.split("\n").length - 1;
}

/** Uses standard error, which may go elsewhere; if it does not, nobody sees the report. */
function reportLoss(error: unknown): void {
  const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
  try {
    writeFileSync(STDERR, `the log cannot be written (${code}): its lines are lost until it can\n`);
  } catch {
    // The bot keeps answering.
  }
}

function isFile(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isFile();
  } catch {
    return false;
  }
}
