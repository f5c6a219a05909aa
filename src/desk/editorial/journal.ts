import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { dirname, join } from "node:path";
import { z } from "zod";
import { replaceFile } from "../../files/regular-file.ts";
import { stateHeader, upgradeFile, type StateFormat } from "../../files/state-format.ts";
import type { ArticleRef } from "./article-folders.ts";

const entrySchema = z.object({
  /** ISO 8601. */
  at: z.string(),
  /** Who: "you" at the desk on this machine, a Telegram user's id otherwise. */
  by: z.string(),
  did: z.enum(["import", "edit", "undo", "publish", "withdraw", "discard", "dismiss"]),
  state: z.enum(["published", "draft"]),
  name: z.string(),
  /** In words: "Ann Other says “No.”" */
  what: z.string(),
  /** The versions of the file before and after. */
  before: z.string().optional(),
  after: z.string().optional(),
});

/** Who imported, attributed and published what, and when. */
export type JournalEntry = z.output<typeof entrySchema>;

export type Journal = {
  readonly entries: () => readonly JournalEntry[];
  readonly add: (entry: JournalEntry) => void;
  /** Keeps a text, and returns its version. */
  readonly keep: (text: string) => string;
  readonly textOf: (version: string) => string | undefined;
  /** What undo would take back: the last edit of a file that has not been undone. */
  readonly lastEdit: (ref: ArticleRef) => JournalEntry | undefined;
};

const DESK_JOURNAL: StateFormat = { contents: "desk journal", upgrades: [] };

/** Tells texts apart. */
export function versionOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}

/** Keeps a line for each action and every version of a text that an action has replaced. */
export function openJournal(folder: string): Journal {
  const file = join(folder, "journal.jsonl");
  upgradeFile(file, DESK_JOURNAL);
  const entries = readEntries(file);
  let isOwn = false;
  const pathOf = (version: string) => join(folder, "versions", `${version}.md`);
  return {
    entries: () => entries,
    add(entry) {
      mkdirSync(folder, { recursive: true });
      // A kill may have cut the last line short.
      const start = isOwn ? "" : startOf(file);
      isOwn = true;
      appendFileSync(file, `${start}${JSON.stringify(entry)}\n`);
      entries.push(entry);
    },
    keep(text) {
      const version = versionOf(text);
      const path = pathOf(version);
      if (!existsSync(path)) {
        mkdirSync(dirname(path), { recursive: true });
        replaceFile(path, text);
      }
      return version;
    },
    textOf(version) {
      const path = pathOf(version);
      return existsSync(path) ? readFileSync(path, "utf8") : undefined;
    },
    lastEdit: ({ state, name }) => {
      const edits: JournalEntry[] = [];
      for (const entry of entries) {
        if (entry.name !== name || entry.state !== state) continue;
        // Questions of readers were dismissed: the file is as it was.
        if (entry.did === "dismiss") continue;
        if (entry.did === "undo") edits.pop();
        else if (entry.did === "edit") edits.push(entry);
        else edits.length = 0;
      }
      return edits.at(-1);
    },
  };
}

function startOf(file: string): string {
  return existsSync(file) ? "\n" : stateHeader(DESK_JOURNAL);
}

/** Lines that a kill cut short are left out. */
function readEntries(file: string): JournalEntry[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line) => {
      const entry = entrySchema.safeParse(parseLine(line));
      return entry.success ? [entry.data] : [];
    });
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
