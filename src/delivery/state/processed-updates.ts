import { LRUCache } from "lru-cache";
import { gatherLines } from "../../logging/gather-lines.ts";
import type { Log } from "../../logging/log.ts";
import { openStateFile, readStateLines } from "../../files/state-file.ts";

/** How far each update has come, so that none is answered twice after a restart, and none ends every start. */
export type DoneUpdates = {
  readonly has: (updateId: number) => boolean;
  readonly add: (updateId: number) => void;
  /** The work on these begins. What is not done after that may have been answered all the same. */
  readonly begin: (updateIds: readonly number[]) => void;
  /** The answer is found: from here on it is a matter of sending it. */
  readonly worked: (updateId: number) => void;
  /** Whether an earlier process ended before the update was done. */
  readonly wasBegun: (updateId: number) => boolean;
  /** The answer to an update that was begun before is on its way. */
  readonly sendAgain: (updateId: number) => void;
  readonly wasSentAgain: (updateId: number) => boolean;
  /** How many processes have ended while they worked on it. */
  readonly crashes: (updateId: number) => number;
  /** What the last process was working on when it ended. */
  readonly lastCrash: readonly number[];
};

/** A webhook gets again, up to two minutes later, what it did not confirm; thousands came in between. */
const REMEMBERED = 10_000;
/** An id is at most sixteen digits; no file of ours is longer. */
const LONGEST_BYTES = 1_000_000;

/**
 * A ring of ids, kept in a file with a line a step: a bare id is done, one with a letter before it has come
 * so far. What one turn of the event loop adds is written at its end, but for what has to be known after a
 * crash in this very turn. Where the file cannot be written, the ring goes on in memory.
 */
export function openDoneUpdates(
  file: string,
  log: Log,
  onDegraded: (isDegraded: boolean) => void = () => {},
  retryMs?: number,
): DoneUpdates {
  const { ring, lastCrash } = readRing(file);
  let added = 0;
  const retry = retryMs === undefined ? {} : { retryMs };
  const lines = openStateFile({ file, holds: "done updates", all, log, onDegraded, ...retry });
  const addLine = gatherLines(write);

  return {
    has: (id) => ring.peek(id)?.step === "done",
    add(id) {
      turn(id, "done");
      addLine(`${id}\n`);
    },
    begin(ids) {
      for (const id of ids) turn(id, "begun");
      addLine(ids.map((id) => `b ${id}\n`).join(""), "urgent");
    },
    worked(id) {
      turn(id, "worked");
      addLine(`w ${id}\n`);
    },
    sendAgain(id) {
      turn(id, "sent-again");
      addLine(`s ${id}\n`, "urgent");
    },
    wasBegun: (id) => progressOf(id).wasBegun,
    wasSentAgain: (id) => progressOf(id).wasSentAgain,
    crashes: (id) => progressOf(id).crashes,
    lastCrash,
  };

  function turn(id: number, step: Step): void {
    added += 1;
    const known = ring.peek(id);
    ring.set(id, known?.wasBegun === true ? { ...known, step } : FRESH[step]);
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

/** How far an update has come in this process: begun, its answer found, sent for the second time, done. */
type Step = "begun" | "worked" | "sent-again" | "done";

type Progress = {
  readonly step: Step | undefined;
  readonly wasBegun: boolean;
  readonly wasSentAgain: boolean;
  readonly crashes: number;
};

const UNKNOWN: Progress = { step: undefined, wasBegun: false, wasSentAgain: false, crashes: 0 };

/** Nearly all updates are begun and done in one process, and share these. */
const FRESH: Readonly<Record<Step, Progress>> = {
  begun: { ...UNKNOWN, step: "begun" },
  worked: { ...UNKNOWN, step: "worked" },
  "sent-again": { ...UNKNOWN, step: "sent-again" },
  done: { ...UNKNOWN, step: "done" },
};

const LETTERS: Readonly<Record<Exclude<Step, "done">, string>> = {
  begun: "b",
  worked: "w",
  "sent-again": "s",
};

function linesOf(id: number, { step, wasBegun, wasSentAgain, crashes }: Progress): string {
  if (step === "done") return `${id}\n`;
  const lines = [
    ...(wasBegun ? [`w ${id}`] : []),
    ...(wasSentAgain ? [`s ${id}`] : []),
    ...(crashes > 0 ? [`c ${id} ${crashes}`] : []),
    ...(step === undefined ? [] : [`${LETTERS[step]} ${id}`]),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

const LINE = /^(?:(?<letter>[bwsc]) )?(?<id>[1-9]\d*)(?: (?<crashes>\d+))?$/u;

/** What earlier processes have left. */
function readRing(file: string) {
  const ring = new LRUCache<number, Progress>({ max: REMEMBERED });
  const begun = new Set<number>();
  for (const line of readStateLines(file, LONGEST_BYTES)) {
    const { letter, id: digits, crashes } = LINE.exec(line)?.groups ?? {};
    const id = Number(digits);
    if (!Number.isSafeInteger(id)) continue;
    const known = ring.get(id) ?? UNKNOWN;
    if (letter === "b") begun.add(id);
    else if (letter !== "c") begun.delete(id);
    ring.set(id, {
      step: letter === undefined ? "done" : known.step,
      wasBegun: known.wasBegun || letter !== "c",
      wasSentAgain: known.wasSentAgain || letter === "s",
      crashes: letter === "c" ? Number(crashes) : known.crashes,
    });
  }
  for (const id of begun) {
    const known = ring.peek(id) ?? UNKNOWN;
    ring.set(id, { ...known, crashes: known.crashes + 1 });
  }
  return { ring, lastCrash: [...begun] };
}
