import { setTimeout as pause } from "node:timers/promises";
import { expireLines } from "./expire-lines.ts";
import type { Database } from "../database/database.ts";
import { sql } from "../database/statement.ts";
import { parseEntry } from "./log-entry.ts";

export type ForgottenAnswers = { readonly answers: number; readonly votes: number };

/** How often another process may be found removing lines from the file. */
const MAX_TRIES = 20;
const BETWEEN_TRIES_MS = 250;

/**
 * Removes some answers and the votes on them from a question log that a running bot may append to. Nothing, if it is in
 * use by others for too long.
 */
export async function forgetAnswers(
  file: string,
  isForgotten: (trace: string) => boolean,
): Promise<ForgottenAnswers | undefined> {
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    let answers = 0;
    let votes = 0;
    const outcome = await expireLines(file, (line) => {
      const read = parseEntry(Buffer.from(line, "latin1").toString("utf8"));
      if (read.kind === "unreadable") return false;
      const { entry } = read;
      const isGone = isForgotten(entry.kind === "vote" ? entry.vote.trace : entry.trace.id);
      if (isGone && entry.kind === "vote") votes += 1;
      else if (isGone) answers += 1;
      return isGone;
    });
    if (outcome === "done") return { answers, votes };
    await pause(BETWEEN_TRIES_MS);
  }
  return undefined;
}

/** The short ids of all answers that the database has, or has votes on. */
export async function tracesInDatabase(run: Database["run"]): Promise<readonly string[]> {
  const rows = await run<{ readonly trace: string }>(
    sql`SELECT trace FROM logged_answers UNION SELECT trace FROM logged_votes`,
  );
  return rows.map(({ trace }) => trace);
}

/** Removes some answers and the votes on them from the question log in the database. */
export async function forgetAnswersInDatabase(
  run: Database["run"],
  traces: Iterable<string>,
): Promise<ForgottenAnswers> {
  const [row] = await run<ForgottenAnswers>(sql`SELECT * FROM forget_questions(${[...traces]})`);
  return row ?? { answers: 0, votes: 0 };
}
