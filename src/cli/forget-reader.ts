import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "../config/config.ts";
import { forgetInRunningBot } from "../delivery/forget-reader.ts";
import { chatLane } from "../delivery/outbox/owed-call.ts";
import { openFileOutbox } from "../delivery/outbox/file-outbox.ts";
import { isSocketPath } from "../delivery/polling/instance-lock.ts";
import type { Database } from "../database/database.ts";
import { databaseProblem } from "../database/database-problem.ts";
import { forgetInDatabase, latestUpdateInDatabase } from "../delivery/state/forget-in-database.ts";
import { forgetInRedis } from "../delivery/state/forget-in-redis.ts";
import { updatesIn } from "../delivery/state/processed-updates.ts";
import { forgetEditor } from "../desk/editorial/forget-editor.ts";
import { forgetSettled, settledTraces } from "../desk/readers/settlements.ts";
import { createTraceIds } from "../feedback/trace.ts";
import { tracesOfChat, updatesToSearch } from "../feedback/traces-of-chat.ts";
import { readRegularFile, replaceFile } from "../files/regular-file.ts";
import { describeError } from "../logging/describe-error.ts";
import {
  forgetAnswers,
  forgetAnswersInDatabase,
  type ForgottenAnswers,
  tracesInDatabase,
} from "../question-log/forget-answers.ts";
import { beingMoved } from "../question-log/move-to-database.ts";
import { readQuestionLog } from "../question-log/read-question-log.ts";

/** What was deleted, and what could not be. */
export type Erasure = {
  readonly deleted: readonly {
    readonly count: number;
    readonly what: string;
    readonly where: string;
  }[];
  readonly problems: readonly string[];
};

export type ErasureConfig = Pick<
  Config,
  "stateDir" | "questionLog" | "redisUrl" | "databaseUrl"
> & {
  readonly token: string;
};

type Place = (reader: Reader) => Promise<Erasure>;
type Reader = ErasureConfig & {
  readonly id: number;
  readonly botId: number;
  /** Answers that the reader has named. */
  readonly traces: ReadonlySet<string>;
};

/** Deletes what is stored about a reader, wherever that is. What cannot be deleted in one place hides no other. */
export async function forgetReader(
  id: number,
  config: ErasureConfig,
  traces: ReadonlySet<string>,
): Promise<Erasure> {
  const reader = { ...config, id, botId: Number(config.token.split(":")[0]), traces };
  const found: Erasure[] = [];
  for (const place of PLACES) {
    found.push(await place(reader).catch((error: unknown) => problem(describeError(error))));
  }
  return {
    deleted: found.flatMap(({ deleted }) => deleted).filter(({ count }) => count > 0),
    problems: found.flatMap(({ problems }) => problems),
  };
}

const PLACES: readonly Place[] = [
  inQuestionLog,
  inRunningBots,
  inRedis,
  inDatabase,
  inOlderFiles,
  inJournal,
];

function problem(...problems: string[]): Erasure {
  return { deleted: [], problems };
}

/** With a database, what waits in the file. */
async function inQuestionLog(reader: Reader): Promise<Erasure> {
  const { questionLog } = reader;
  if (questionLog === undefined) return problem();
  const found: Erasure[] = [];
  for (const file of [questionLog, ...(await beingMoved(questionLog))])
    found.push(await inLogFile(file, reader));
  return {
    deleted: found.flatMap(({ deleted }) => deleted),
    problems: found.flatMap(({ problems }) => problems),
  };
}

async function inLogFile(file: string, reader: Reader): Promise<Erasure> {
  const read = await readQuestionLog(file, new Date(0));
  if (read.kind === "no-file")
    return read.code === "ENOENT" ? problem() : problem(`${file} cannot be read (${read.code})`);
  const desk = join(reader.stateDir, "desk");
  const known = new Set([
    ...read.entries.map((one) => (one.kind === "vote" ? one.vote.trace : one.trace.id)),
    ...settledTraces(desk),
  ]);
  const own = ownTraces(reader, known);
  const settled = forgetSettled(desk, own);
  const forgotten = await forgetAnswers(file, (trace) => own.has(trace));
  if (!forgotten) return problem(`${file} is in use by another process: try again in a minute`);
  return { deleted: deletedFromLog(forgotten, file, settled, desk), problems: [] };
}

function deletedFromLog(
  { answers, votes }: ForgottenAnswers,
  where: string,
  settled: number,
  desk: string,
): Erasure["deleted"] {
  return [
    { count: answers, what: "question", where },
    { count: votes, what: "vote", where },
    { count: settled, what: "answer's id", where: join(desk, "settled.jsonl") },
  ];
}

/** The reader's answers among those in the log, by the updates that the bot has processed. */
function ownTraces(
  { id, token, stateDir, botId, traces }: Reader,
  known: ReadonlySet<string>,
  others: readonly number[] = [],
): ReadonlySet<string> {
  const updates = namesOf(stateDir, "done-updates", ".txt", botId).flatMap((name) =>
    updatesIn(join(stateDir, `done-updates-${name}.txt`)),
  );
  const searched = updatesToSearch([...updates, ...others], known.size);
  const found = tracesOfChat(id, searched, { known, traceId: createTraceIds(token) });
  return new Set([...found, ...traces]);
}

/** Each bot that runs forgets what it knows, and what it owes; for one that does not, its file is changed here. */
async function inRunningBots({ id, stateDir, botId }: Reader): Promise<Erasure> {
  const deleted: Erasure["deleted"][number][] = [];
  const problems: string[] = [];
  const names = new Set([
    ...namesOf(stateDir, "owed-answers", ".jsonl", botId),
    ...namesOf(stateDir, "polling", ".sock", botId),
    ...namesOf(stateDir, "webhook", ".sock", botId),
  ]);
  for (const name of names) {
    const where = join(stateDir, `owed-answers-${name}.jsonl`);
    const found = await askBot(stateDir, name, id);
    if (found === "no-answer")
      problems.push(
        `a bot runs in ${stateDir} and does not answer: restart it, and run this again`,
      );
    else if (found) {
      deleted.push({ count: found.conversations, what: "conversation", where: "the running bot" });
      deleted.push({ count: found.owed, what: "owed answer", where });
    } else deleted.push({ count: dropFrom(where, id), what: "owed answer", where });
  }
  return { deleted, problems };
}

async function askBot(stateDir: string, name: string, id: number) {
  for (const kind of ["polling", "webhook"]) {
    const socket = join(stateDir, `${kind}-${name}.sock`);
    if (!isSocketPath(socket)) return "no-answer";
    const found = await forgetInRunningBot(socket, id);
    if (found !== undefined) return found;
  }
  return undefined;
}

function dropFrom(file: string, id: number): number {
  const lane = JSON.stringify(chatLane(id));
  if (!textOf(file).includes(lane)) return 0;
  const outbox = openFileOutbox({ file, log: () => {}, now: Date.now });
  const dropped = outbox.drop(chatLane(id));
  outbox.close();
  if (textOf(file).includes(lane)) throw new Error(`${file} cannot be written`);
  // What was in the file had been delivered already.
  return Math.max(1, dropped);
}

async function inRedis({ redisUrl, botId, id }: Reader): Promise<Erasure> {
  if (redisUrl === undefined) return problem();
  const found = await forgetInRedis(redisUrl, botId, id);
  if (found.kind === "refused")
    return problem("Redis refuses the password in REDIS_URL: correct it");
  if (found.kind === "away") return problem("Redis cannot be reached: run this again when it can");
  return {
    deleted: [
      { count: found.owed, what: "owed answer", where: "Redis" },
      { count: found.others, what: "key", where: "Redis" },
    ],
    problems: [],
  };
}

async function inDatabase(reader: Reader): Promise<Erasure> {
  const { databaseUrl: url, botId, id } = reader;
  if (url === undefined) return problem();
  const { connectDatabase } = await import("../database/database.ts");
  const database = await connectDatabase({ url, log: () => {} });
  try {
    const logged = await inLoggedAnswers(database.run, reader);
    const found = await forgetInDatabase(database.run, botId, id);
    const where = "the database";
    return {
      deleted: [
        ...logged,
        { count: found.owed, what: "owed answer", where },
        { count: found.others, what: "row", where },
      ],
      problems: [],
    };
  } catch (error) {
    return problem(`${databaseProblem(error).what}; then run this again`);
  } finally {
    await database.close();
  }
}

/** The question log of all replicas. */
async function inLoggedAnswers(run: Database["run"], reader: Reader): Promise<Erasure["deleted"]> {
  const desk = join(reader.stateDir, "desk");
  const known = new Set([...(await tracesInDatabase(run)), ...settledTraces(desk)]);
  const latest = await latestUpdateInDatabase(run, reader.botId);
  const own = ownTraces(reader, known, latest);
  const settled = forgetSettled(desk, own);
  return deletedFromLog(await forgetAnswersInDatabase(run, own), "the database", settled, desk);
}

const OLDER_FILE = /\.version-\d+$/u;

/** Copies from before an upgrade: whatever their form, a line with the id goes. */
async function inOlderFiles({ stateDir, id }: Reader): Promise<Erasure> {
  const mention = new RegExp(`(?<!\\d)${id}(?!\\d)`, "u");
  const deleted = filesIn(stateDir)
    .filter((name) => OLDER_FILE.test(name))
    .map((name) => {
      const where = join(stateDir, name);
      const lines = textOf(where).split("\n");
      const kept = lines.filter((line) => !mention.test(line));
      if (kept.length < lines.length) replaceFile(where, kept.join("\n"));
      return { count: lines.length - kept.length, what: "line", where };
    });
  return { deleted, problems: [] };
}

async function inJournal({ stateDir, id }: Reader): Promise<Erasure> {
  const folder = join(stateDir, "desk");
  const count = forgetEditor(folder, id);
  return { deleted: [{ count, what: "name", where: join(folder, "journal.jsonl") }], problems: [] };
}

/** The processes of a bot that have files in a folder: `owed-answers-42-8080.jsonl` → 42-8080 */
function namesOf(folder: string, kind: string, extension: string, botId: number): string[] {
  const prefix = `${kind}-`;
  return filesIn(folder)
    .filter((file) => file.startsWith(prefix) && file.endsWith(extension))
    .map((file) => file.slice(prefix.length, -extension.length))
    .filter((name) => name === String(botId) || name.startsWith(`${botId}-`));
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: "utf8" });
  } catch {
    return [];
  }
}

function textOf(file: string): string {
  try {
    return readRegularFile(file).toString("utf8");
  } catch {
    return "";
  }
}
