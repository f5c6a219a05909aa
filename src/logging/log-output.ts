import { fstatSync, writeFileSync } from "node:fs";

const STDOUT = 1;
const STDERR = 2;
/** A disk that is full stays so for a while, and every try takes time. */
const RETRY_MS = 10_000;

type WriteLines = (lines: string) => void;

/** Whoever reads what is printed may be gone, and its terminal as well; neither ends the process. */
export function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
}

/**
 * Writes to standard output. Where that is a file, a full disk loses lines until it has room: Node's own
 * stream would never write again. `onBack` is told how many were lost.
 */
export function openLogOutput(onBack: (lost: number) => void): WriteLines {
  outliveReaders();
  if (!isFile(STDOUT)) return (lines) => void process.stdout.write(lines);
  return withstandFailures((lines) => writeFileSync(STDOUT, lines), { onBack, onLost: tellOnce });
}

type Withstanding = {
  readonly onLost: (error: unknown) => void;
  readonly onBack: (lost: number) => void;
  readonly retryMs?: number;
  readonly now?: () => number;
};

/** Tells once that lines are lost, tries again after a while, and tells when it succeeds. */
export function withstandFailures(
  write: WriteLines,
  { onLost, onBack, retryMs = RETRY_MS, now = () => performance.now() }: Withstanding,
): WriteLines {
  let lost = 0;
  let triedAgainAt = 0;

  return (lines) => {
    if (lost > 0 && now() < triedAgainAt) {
      lost += countLines(lines);
      return;
    }
    try {
      // What went before may have ended in the middle of a line.
      write(lost > 0 ? `\n${lines}` : lines);
    } catch (error) {
      if (lost === 0) onLost(error);
      lost += countLines(lines);
      triedAgainAt = now() + retryMs;
      return;
    }
    const missed = lost;
    lost = 0;
    if (missed > 0) onBack(missed);
  };
}

function countLines(lines: string): number {
  return lines.split("\n").length - 1;
}

/** By the other stream, which may be somewhere else; nobody hears it if it is not. */
function tellOnce(error: unknown): void {
  const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
  try {
    writeFileSync(STDERR, `the log cannot be written (${code}): its lines are lost until it can\n`);
  } catch {
    // The bot answers all the same.
  }
}

function isFile(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isFile();
  } catch {
    return false;
  }
}
