import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { answererFrom } from "../../../src/answer/candidate-source.ts";
import { openArchiveSource } from "../../../src/answer/archive-source.ts";
import { loadLibrary } from "../../../src/article/loading/load-library.ts";
import { openDatabaseArchive } from "../../../src/content/archive/database-archive.ts";
import { writeToArchive } from "../../../src/content/archive/write-archive.ts";
import type { Database } from "../../../src/database/database.ts";
import { openDatabase } from "../../../src/database/open-database.ts";
import { sql } from "../../../src/database/statement.ts";
import { median, quantile } from "../../../src/evaluation/measures.ts";
import { writeArchive } from "./write-archive.ts";

/** As many as a batch of an import. */
const WRITTEN_AT_ONCE = 100;
const QUESTIONS = 100;

/** Writes an archive into an empty database, and asks it; returns what to print. */
export async function measureDatabase(
  url: string,
  passages: readonly string[],
  questions: readonly string[],
): Promise<string> {
  const opened = await openDatabase({
    url,
    log: noteProgress,
    signal: new AbortController().signal,
  });
  if (opened.kind !== "open") throw new Error(`the database cannot be used → ${opened.kind}`);
  const { database } = opened;
  const seconds = await ingest(database, passages);
  const times = await ask(database, questions);
  await database.close();
  const perSecond = Math.round(passages.length / seconds);
  const [middle, slow] = [median(times), quantile(times, 0.99)].map((ms) => ms.toFixed(1));
  return `${passages.length} passages: ${perSecond} written a second; a question ${middle} ms, p99 ${slow} ms`;
}

function noteProgress(sentence: string): void {
  console.error(sentence);
}

async function ingest(database: Database, passages: readonly string[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "ask-the-article-archive-"));
  writeArchive(folder, passages);
  const library = loadLibrary(folder);
  rmSync(folder, { recursive: true });
  if (library.kind !== "loaded") throw new Error("the archive has mistakes → see write-archive.ts");
  const { articles } = library;
  const start = performance.now();
  for (let at = 0; at < articles.length; at += WRITTEN_AT_ONCE) {
    await writeToArchive(database, articles.slice(at, at + WRITTEN_AT_ONCE));
  }
  const seconds = (performance.now() - start) / 1000;
  await database.run(sql`ANALYZE`);
  return seconds;
}

async function ask(database: Database, questions: readonly string[]): Promise<number[]> {
  const answer = answererFrom(
    openArchiveSource(openDatabaseArchive(database, () => performance.now())),
  );
  const step = Math.max(1, Math.floor(questions.length / QUESTIONS));
  const times: number[] = [];
  for (let at = 0; at < questions.length; at += step) {
    const start = performance.now();
    await answer(questions[at] ?? "");
    times.push(performance.now() - start);
  }
  return times;
}
