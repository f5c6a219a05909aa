import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { z } from "zod";
import { replaceFile } from "../../files/regular-file.ts";
import { stateHeader, upgradeFile, type StateFormat } from "../../files/state-format.ts";

const settlementSchema = z.object({
  id: z.string(),
  /** ISO 8601. */
  at: z.string(),
  did: z.enum(["golden", "absent", "keywords", "dismiss"]),
  /** Ids of the answers: the question's words stay in the question log, for as long as that keeps them. */
  traces: z.array(z.string()),
  /** The article's file; "" if the questions are about none. */
  name: z.string(),
  state: z.enum(["published", "draft"]),
  /** Where the golden question was written. */
  line: z.object({ file: z.string(), version: z.string() }).exactOptional(),
  passage: z.string().exactOptional(),
  words: z.array(z.string()).exactOptional(),
  /** The file that has these keywords, and its versions before and after. */
  written: z.object({ file: z.string(), before: z.string(), after: z.string() }).exactOptional(),
});
const entrySchema = z.union([settlementSchema, z.object({ undone: z.string() })]);

/** What an editor did about questions that had no good answer. */
export type Settlement = z.output<typeof settlementSchema>;

export type Settlements = {
  readonly isSettled: (trace: string) => boolean;
  /** Those not taken back, in order. */
  readonly all: () => readonly Settlement[];
  readonly add: (settlement: Omit<Settlement, "id">) => void;
  readonly takeBack: (id: string) => void;
};

const FILE = "settled.jsonl";
const SETTLED: StateFormat = { contents: "settled questions", upgrades: [] };

/** Keeps a line for each; a line that a kill cut short is left out. */
export function openSettlements(folder: string): Settlements {
  const file = join(folder, FILE);
  upgradeFile(file, SETTLED);
  const known = readSettlements(file);
  let isOwn = false;
  const write = (entry: z.input<typeof entrySchema>) => {
    mkdirSync(folder, { recursive: true });
    const start = existsSync(file) ? (isOwn ? "" : "\n") : stateHeader(SETTLED);
    appendFileSync(file, `${start}${JSON.stringify(entry)}\n`, { mode: OWNER_ONLY });
    isOwn = true;
  };
  let traces = tracesIn(known);
  return {
    isSettled: (trace) => traces.has(trace),
    all: () => [...known.values()],
    add(settlement) {
      const added = { id: randomUUID(), ...settlement };
      write(added);
      known.set(added.id, added);
      traces = tracesIn(known);
    },
    takeBack(id) {
      write({ undone: id });
      known.delete(id);
      traces = tracesIn(known);
    },
  };
}

/** Ids of answers in the file, whether or not what was done has been taken back. */
export function settledTraces(folder: string): readonly string[] {
  return linesOf(join(folder, FILE)).flatMap((line) => settlementIn(line)?.traces ?? []);
}

/** Takes ids of answers out of the file. Returns how many there were; a desk that runs knows them until it ends. */
export function forgetSettled(folder: string, forgotten: ReadonlySet<string>): number {
  const file = join(folder, FILE);
  let count = 0;
  const lines = linesOf(file).map((line) => {
    const settlement = settlementIn(line);
    const traces = settlement?.traces.filter((trace) => !forgotten.has(trace));
    if (!settlement || !traces || traces.length === settlement.traces.length) return line;
    count += settlement.traces.length - traces.length;
    return JSON.stringify({ ...settlement, traces });
  });
  if (count > 0) replaceFile(file, lines.join("\n"));
  return count;
}

function settlementIn(line: string): Settlement | undefined {
  return settlementSchema.safeParse(jsonIn(line)).data;
}

function linesOf(file: string): string[] {
  return existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
}

/** Like the question log. */
const OWNER_ONLY = 0o600;

function tracesIn(known: ReadonlyMap<string, Settlement>): ReadonlySet<string> {
  return new Set([...known.values()].flatMap(({ traces }) => traces));
}

function readSettlements(file: string): Map<string, Settlement> {
  const known = new Map<string, Settlement>();
  for (const line of linesOf(file)) {
    const { data } = entrySchema.safeParse(jsonIn(line));
    if (data && "undone" in data) known.delete(data.undone);
    else if (data) known.set(data.id, data);
  }
  return known;
}

function jsonIn(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
