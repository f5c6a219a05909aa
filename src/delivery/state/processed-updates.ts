import { LRUCache } from "lru-cache";
import { bufferOutput } from "../../logging/buffer-output.ts";
import type { Log } from "../../logging/log.ts";
import { openStateFile, readStateLines } from "../../files/state-file.ts";
import type { StateFormat } from "../../files/state-format.ts";

/**
 * How far each update has got. After a restart none is answered twice, and a poisoned one does not crash
 * every process.
 */
export type ProcessedUpdates = {
  readonly has: (updateId: number) => boolean;
  readonly add: (updateId: number) => void;
  /** Work on it starts. From here on, an update may have been answered even if it is not marked as done. */
  readonly start: (updateId: number) => void;
  /** The answer is found; what remains is sending it. */
  readonly answerFound: (updateId: number) => void;
  /** Whether an earlier process started on it and ended before it was done. */
  readonly wasStarted: (updateId: number) => boolean;
  /** The answer to an update that was started before is being sent. */
  readonly markResent: (updateId: number) => void;
  readonly wasResent: (updateId: number) => boolean;
  /** How many processes crashed while working on it. */
  readonly crashes: (updateId: number) => number;
  /** All that it knows. */
  readonly updateIds: () => readonly number[];
  /** What the last process was working on when it crashed. */
  readonly lastCrash: readonly number[];
};

/** Telegram reposts an unconfirmed update for up to two minutes; thousands may come in between. */
const REMEMBERED = 10_000;
/** An id has at most sixteen digits, so the file never grows longer. */
const MAX_BYTES = 1_000_000;

const PROCESSED_UPDATES: StateFormat = { contents: "processed updates", upgrades: [] };

/**
 * A ring of ids, stored in a file with one line per step: a bare id is done, a letter in front names an
 * earlier step. Lines are written at the end of each turn of the event loop, except those that a crash in
 * the same turn must not lose. If the file cannot be written, the ring lives in memory only.
 */
export function openProcessedUpdates(
  file: string,
  log: Log,
  onDegraded: (isDegraded: boolean) => void = () => {},
  timerMs: (ms: number) => number = (ms) => ms,
): ProcessedUpdates {
  const { ring, lastCrash } = readRing(file);
  let added = 0;
  const lines = openStateFile({
    file,
    format: PROCESSED_UPDATES,
    all,
    log,
    onDegraded,
    timerMs,
  });
  const addLine = bufferOutput(write);

  return {
    has: (id) => ring.peek(id)?.step === "done",
    add(id) {
      advance(id, "done");
      addLine(`${id}\n`);
    },
    start(id) {
      advance(id, "started");
      addLine(`b ${id}\n`, "urgent");
    },
    answerFound(id) {
      advance(id, "answer-found");
      addLine(`w ${id}\n`);
    },
    markResent(id) {
      advance(id, "resent");
      addLine(`s ${id}\n`, "urgent");
    },
    wasStarted: (id) => progressOf(id).wasStarted,
    wasResent: (id) => progressOf(id).wasResent,
    crashes: (id) => progressOf(id).crashes,
    updateIds: () => [...ring.keys()],
    lastCrash,
  };

  function advance(id: number, step: Step): void {
    added += 1;
    const known = ring.peek(id);
    ring.set(id, known?.wasStarted === true ? { ...known, step } : FRESH[step]);
  }

  function progressOf(id: number): Progress {
    return ring.peek(id) ?? UNKNOWN;
  }

  function write(text: string): void {
    if (added <= REMEMBERED) return lines.append(text);
    added = 0;
    lines.rewrite();
  }

  function all(): string {
    return [...ring.rkeys()].map((id) => linesOf(id, progressOf(id))).join("");
  }
}

/** The updates that a file knows of. */
export function updatesIn(file: string): number[] {
  return [...readRing(file).ring.keys()];
}

/** How far an update has got in this process. */
type Step = "started" | "answer-found" | "resent" | "done";

type Progress = {
  readonly step: Step | undefined;
  readonly wasStarted: boolean;
  readonly wasResent: boolean;
  readonly crashes: number;
};

const UNKNOWN: Progress = { step: undefined, wasStarted: false, wasResent: false, crashes: 0 };

/** Nearly all updates start and finish in one process, and share these objects. */
const FRESH: Readonly<Record<Step, Progress>> = {
  started: { ...UNKNOWN, step: "started" },
  "answer-found": { ...UNKNOWN, step: "answer-found" },
  resent: { ...UNKNOWN, step: "resent" },
  done: { ...UNKNOWN, step: "done" },
};

const LETTERS: Readonly<Record<Exclude<Step, "done">, string>> = {
  started: "b",
  "answer-found": "w",
  resent: "s",
};

function linesOf(id: number, { step, wasStarted, wasResent, crashes }: Progress): string {
  if (step === "done") return `${id}\n`;
  const lines = [
    ...(wasStarted ? [`w ${id}`] : []),
    ...(wasResent ? [`s ${id}`] : []),
    ...(crashes > 0 ? [`c ${id} ${crashes}`] : []),
    ...(step === undefined ? [] : [`${LETTERS[step]} ${id}`]),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

const LINE = /^(?:(?<letter>[bwsc]) )?(?<id>[1-9]\d*)(?: (?<crashes>\d+))?$/u;

/** Reads what earlier processes left. */
function readRing(file: string) {
  const ring = new LRUCache<number, Progress>({ max: REMEMBERED });
  const unfinished = new Set<number>();
  for (const line of readStateLines(file, MAX_BYTES, PROCESSED_UPDATES)) {
    const { letter, id: digits, crashes } = LINE.exec(line)?.groups ?? {};
    const id = Number(digits);
    if (!Number.isSafeInteger(id)) continue;
    const known = ring.get(id) ?? UNKNOWN;
    if (letter === "b") unfinished.add(id);
    else if (letter !== "c") unfinished.delete(id);
    ring.set(id, {
      step: letter === undefined ? "done" : known.step,
      wasStarted: known.wasStarted || letter !== "c",
      wasResent: known.wasResent || letter === "s",
      crashes: letter === "c" ? Number(crashes) : known.crashes,
    });
  }
  for (const id of unfinished) {
    const known = ring.peek(id) ?? UNKNOWN;
    ring.set(id, { ...known, crashes: known.crashes + 1 });
  }
  return { ring, lastCrash: [...unfinished] };
}
