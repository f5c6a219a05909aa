import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "../database/database.ts";
import { sql } from "../database/statement.ts";
import { RATINGS } from "../feedback/vote.ts";
import { describeError } from "../logging/describe-error.ts";
import { expireFile, type FileLogParts } from "./file-log.ts";
import { openLineWriter } from "./line-writer.ts";
import { formatEntry, parseEntry } from "./log-entry.ts";
import type { LogReader, LogStore } from "./log-store.ts";
import { moveToDatabase, setAside, waitsIn, writeLines } from "./move-to-database.ts";

type DatabaseLogParts = FileLogParts & { readonly database: Pick<Database, "run"> };

/** Lines of this long are written together. */
const GATHER_MS = 100;
/** For longer, a database that hangs holds up neither the next lines nor the end of the process. */
const TAKEN_MS = 2000;
/** While the database is slow, more lines than this go to the file. */
const MAX_QUEUED = 1000;
/** About 200,000 questions; a database that is away for longer loses what is asked then. */
const MAX_WAITING_BYTES = 100_000_000;
/** So little is moved while new lines are held back, so that nothing is left in the file afterwards. */
const LITTLE_BYTES = 1_000_000;
const MIN_PAUSE_MS = 500;
const MAX_PAUSE_MS = 30_000;
const ROWS_AT_ONCE = 5000;

/**
 * The question log in the database. Lines that it does not take wait in the file and are moved later; so are those of a
 * file from before there was a database.
 */
export function openDatabaseLog({ database, file, log, onDegraded }: DatabaseLogParts): LogStore {
  const { run } = database;
  const waiting = openLineWriter(file, log, onDegraded, MAX_WAITING_BYTES);
  const stopping = new AbortController();
  let queued: string[] = [];
  let before = new Date(0);
  /** Lines in the file come first: a vote in it is older than the next one. */
  let isFileFirst = true;
  let writing: Promise<unknown> = Promise.resolve();
  let moving: Promise<void> | undefined = moveAll();

  return {
    append(entry) {
      const line = formatEntry(entry);
      if (queued.length >= MAX_QUEUED) return waiting.append(line);
      queued.push(line);
      if (queued.length === 1) void inTurn(write);
    },
    expire(next) {
      before = next;
      void inTurn(() => expireAll(next));
    },
    async settled() {
      await writing;
      await waiting.settled();
    },
    ...readerOfDatabase(run),
    async close() {
      stopping.abort();
      await writing;
      await waiting.settled();
      await moving;
    },
  };

  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const next = writing.then(work);
    writing = next.catch(() => undefined);
    return next;
  }

  async function write(): Promise<void> {
    await pause(GATHER_MS);
    const lines = queued;
    queued = [];
    if (!isFileFirst && (await isTaken(lines))) return;
    for (const line of lines) waiting.append(line);
    await waiting.settled();
    moving ??= moveAll();
  }

  async function isTaken(lines: readonly string[]): Promise<boolean> {
    try {
      // A line that is then in the file as well is moved in vain.
      await Promise.race([
        writeLines(run, lines),
        sleep(TAKEN_MS).then(() => Promise.reject(new Error("late"))),
      ]);
      return true;
    } catch {
      // The database has said why.
      log("the question log waits in its file until the database takes it");
      isFileFirst = true;
      return false;
    }
  }

  /** Until the file is empty. */
  async function moveAll(): Promise<void> {
    let moved = 0;
    for (let pauseMs = MIN_PAUSE_MS; !stopping.signal.aborted;) {
      try {
        const rest = await inTurn(moveLittle);
        moved += rest ?? (await movePieces());
        if (rest !== undefined) break;
      } catch {
        await pause(pauseMs);
        pauseMs = Math.min(2 * pauseMs, MAX_PAUSE_MS);
      }
    }
    moving = undefined;
    if (moved > 0) log("what waited of the question log is in the database", { lines: moved });
  }

  /** Nothing, if it would take long: new lines wait meanwhile. */
  async function moveLittle(): Promise<number | undefined> {
    await writeLines(run, []);
    await setAside(file);
    if ((await waitsIn(file)) > LITTLE_BYTES) return undefined;
    const moved = await movePieces();
    isFileFirst = false;
    return moved;
  }

  function movePieces(): Promise<number> {
    return moveToDatabase(file, run, { before, signal: stopping.signal });
  }

  async function expireAll(next: Date): Promise<void> {
    waiting.runBetweenWrites(() => expireFile(file, next, log));
    await waiting.settled();
    await expireRows(run, next).catch(cannotExpire);
    // Another process may have put a file in place that was being moved.
    if (isFileFirst || (await waitsIn(file)) === 0) return;
    isFileFirst = true;
    moving ??= moveAll();
  }

  async function pause(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
  }

  function cannotExpire(error: unknown): void {
    log("cannot remove old lines from the question log for now", { error: describeError(error) });
  }
}

/** Deletes what is older, a few thousand rows at a time. */
export async function expireRows(run: Database["run"], before: Date): Promise<void> {
  for (;;) {
    const [row] = await run<{ readonly more: boolean }>(
      sql`SELECT expire_question_log(${before}, ${ROWS_AT_ONCE}) AS more`,
    );
    if (row?.more !== true) return;
  }
}

type AnswerRow = {
  readonly at: Date;
  readonly place: number;
  readonly entry: string;
  readonly rating: string | null;
  readonly voted_at: Date | null;
};

/** Few enough to hold in memory and to read without a pause for readers. */
const READ_AT_ONCE = 1000;

/** What all replicas have written. */
export function readerOfDatabase(run: Database["run"]): LogReader {
  return {
    async each(since, take) {
      let last: Pick<AnswerRow, "at" | "place"> = { at: since, place: 0 };
      for (;;) {
        const rows = await run<AnswerRow>(sql`
          SELECT a.at, a.place, a.entry, v.rating, v.at AS voted_at
          FROM logged_answers a LEFT JOIN logged_votes v USING (trace)
          WHERE (a.at, a.place) > (${last.at}, ${last.place})
          ORDER BY a.at, a.place LIMIT ${READ_AT_ONCE}`);
        for (const { entry, rating, voted_at: votedAt } of rows) {
          const read = parseEntry(entry);
          if (read.kind === "unreadable" || read.entry.kind === "vote") continue;
          const { at, trace } = read.entry;
          const known = RATINGS.find((one) => one === rating);
          take({ at, trace, ...(known && votedAt && { rating: known, votedAt }) });
        }
        const end = rows.at(-1);
        if (end === undefined || rows.length < READ_AT_ONCE) return;
        last = end;
      }
    },
    async version() {
      const [row] = await run<{ readonly version: number }>(
        sql`SELECT version FROM question_log_version`,
      );
      return String(row?.version);
    },
  };
}
