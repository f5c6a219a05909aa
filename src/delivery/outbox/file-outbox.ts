import { LRUCache } from "lru-cache";
import { z } from "zod";
import { openStateFile, readStateLines, type StateFileParts } from "../../files/state-file.ts";
import type { StateFormat } from "../../files/state-format.ts";
import type { OutboxStore } from "./outbox-store.ts";
import { afterFailure, type OwedCall, owedCallSchema } from "./owed-call.ts";

export type FileOutboxParts = Pick<StateFileParts, "file" | "log" | "onDegraded" | "timerMs"> & {
  /** Unix time in milliseconds. */
  readonly now: () => number;
};

export type FileOutbox = OutboxStore & {
  readonly holdsAny: () => boolean;
  readonly holdsLane: (lane: string) => boolean;
  /** Gives up all calls of a lane, and leaves nothing of it in the file. Returns how many those were. */
  readonly drop: (lane: string) => number;
  readonly close: () => void;
};

/** Messages that were sent late and may still be edited. */
const REMEMBERED = 1000;
/** With more obsolete lines than this, the file is rewritten. */
const MAX_OBSOLETE_LINES = 1000;
/** Several times what the outbox may hold. */
const MAX_BYTES = 100_000_000;

const OWED_ANSWERS: StateFormat = { contents: "owed answers", upgrades: [] };

/** Owed calls of this process, in memory and in a file that the next process reads. */
export function openFileOutbox({ now, ...parts }: FileOutboxParts): FileOutbox {
  const lanes = readLanes(parts.file, now());
  const owed = new Map([...lanes.values()].flat().map((call) => [call.id, call]));
  const settled = new LRUCache<string, true>({ max: REMEMBERED });
  const messageIds = new LRUCache<number, number>({ max: REMEMBERED });
  const leased = new Set<string>();
  let obsoleteLines = 0;
  const lines = openStateFile({ ...parts, format: OWED_ANSWERS, all });

  return {
    holdsAny: () => lanes.size > 0,
    holdsLane: (lane) => lanes.has(lane),
    async add(call) {
      if (owed.has(call.id) || settled.has(call.id)) return;
      owed.set(call.id, call);
      putLast(lanes, call);
      write({ owe: call });
    },
    async addLeased(call) {
      if (lanes.has(call.lane) || settled.has(call.id)) return false;
      owed.set(call.id, call);
      putLast(lanes, call);
      leased.add(call.lane);
      write({ owe: call });
      write({ try: call.id });
      return true;
    },
    async lease() {
      const due = firstDue();
      if (due === undefined) return undefined;
      leased.add(due.lane);
      write({ try: due.id });
      return due;
    },
    async postpone({ id, lane, payload }, again) {
      // It was dropped while it was in progress.
      if (!owed.has(id)) return;
      lanes.get(lane)?.splice(0, 1, again);
      owed.set(again.id, again);
      leased.delete(lane);
      write(again.payload === payload ? { later: again } : { owe: again });
    },
    async remove({ id, lane, standIn }, messageId) {
      if (!owed.has(id)) return;
      const calls = lanes.get(lane);
      calls?.shift();
      if (calls?.length === 0) lanes.delete(lane);
      owed.delete(id);
      settled.set(id, true);
      leased.delete(lane);
      if (standIn !== undefined && messageId !== undefined) messageIds.set(standIn, messageId);
      write({ off: id });
    },
    drop(lane) {
      const calls = lanes.get(lane) ?? [];
      lanes.delete(lane);
      leased.delete(lane);
      for (const { id } of calls) {
        owed.delete(id);
        settled.set(id, true);
      }
      obsoleteLines = 0;
      lines.rewrite();
      return calls.length;
    },
    messageIdOf: async (standIn) => messageIds.get(standIn),
    owed: async () => ({ count: owed.size, oldestAt: oldestAt() }),
    close: () => lines.close(),
  };

  function firstDue(): OwedCall | undefined {
    const time = now();
    for (const [lane, [first]] of lanes) {
      if (first !== undefined && first.dueAt <= time && !leased.has(lane)) return first;
    }
    return undefined;
  }

  function oldestAt(): number | undefined {
    const [first] = owed.values();
    return first?.owedAt;
  }

  function write(line: Line): void {
    // Answers do not stay in the file once the readers have them.
    const isOver = owed.size === 0;
    obsoleteLines =
      isOver || obsoleteLines > MAX_OBSOLETE_LINES + owed.size ? 0 : obsoleteLines + 1;
    if (obsoleteLines === 0) lines.rewrite();
    else lines.append(lineOf(line));
  }

  function all(): string {
    const owe = [...lanes.values()].flat().map((call) => lineOf({ owe: call }));
    // The first call of a leased lane is in progress.
    const tries = [...leased].flatMap((lane) => lanes.get(lane)?.[0] ?? []);
    return [...owe, ...tries.map(({ id }) => lineOf({ try: id }))].join("");
  }
}

function lineOf(line: Line): string {
  const short = "later" in line ? { later: postponedSchema.parse(line.later) } : line;
  return `${JSON.stringify(short)}\n`;
}

/** What a failed try changes, unless it turns the call into another one. */
const postponedSchema = owedCallSchema.pick({
  id: true,
  dueAt: true,
  failures: true,
  unclear: true,
});

/**
 * A line of the file; the last one about a call counts. A `try` without a later line has an unknown outcome.
 * Malformed ones are skipped.
 */
const lineSchema = z.union([
  z.object({ owe: owedCallSchema }),
  z.object({ later: postponedSchema }),
  z.object({ try: z.string() }),
  z.object({ off: z.string() }),
]);

type Line = z.infer<typeof lineSchema>;

type Lanes = Map<string, OwedCall[]>;

function putLast(lanes: Lanes, call: OwedCall): void {
  const calls = lanes.get(call.lane);
  if (calls) calls.push(call);
  else lanes.set(call.lane, [call]);
}

function readLanes(file: string, now: number): Lanes {
  const calls = new Map<string, OwedCall>();
  const unsettled = new Set<string>();
  for (const line of readStateLines(file, MAX_BYTES, OWED_ANSWERS)) {
    const read = lineSchema.safeParse(parse(line));
    if (!read.success) continue;
    if ("owe" in read.data) {
      calls.set(read.data.owe.id, read.data.owe);
      unsettled.delete(read.data.owe.id);
    } else if ("later" in read.data) {
      const call = calls.get(read.data.later.id);
      if (call) calls.set(call.id, { ...call, ...read.data.later });
      unsettled.delete(read.data.later.id);
    } else if ("try" in read.data) unsettled.add(read.data.try);
    else calls.delete(read.data.off);
  }

  const lanes: Lanes = new Map();
  for (const stored of calls.values()) {
    const call = notInFuture(stored, now);
    putLast(lanes, unsettled.has(call.id) ? afterFailure(call, { kind: "unclear" }, now) : call);
  }
  return lanes;
}

/** If the clock was set back, a call from the "future" would hold up its chat until then. */
function notInFuture(call: OwedCall, now: number): OwedCall {
  return call.owedAt > now ? { ...call, owedAt: now, dueAt: now } : call;
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
