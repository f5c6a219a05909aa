import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { answererFrom } from "../../../src/answer/candidate-source.ts";
import { openArchiveSource } from "../../../src/answer/archive-source.ts";
import { openDatabaseArchive } from "../../../src/content/archive/database-archive.ts";
import { openBatchPreparer } from "../../../src/content/archive/batch-preparer.ts";
import { indexArticles } from "../../../src/content/archive/index-articles.ts";
import { openArticleStore } from "../../../src/content/store/article-store.ts";
import type { Database } from "../../../src/database/database.ts";
import { openDatabase } from "../../../src/database/open-database.ts";
import { sql } from "../../../src/database/statement.ts";
import { median, quantile } from "../../../src/evaluation/measures.ts";
import { storeFolder } from "../../support/index-folder.ts";
import { writeArchive } from "./write-archive.ts";

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

/** Puts the articles into the database, then indexes them there, which is what is timed. */
async function ingest(database: Database, passages: readonly string[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "ask-the-article-archive-"));
  writeArchive(folder, passages);
  await storeFolder(database, folder);
  rmSync(folder, { recursive: true });
  const preparer = openBatchPreparer();
  const { signal } = new AbortController();
  const start = performance.now();
  const store = openArticleStore(database);
  await indexArticles({ database, store, preparer, log: noteProgress, signal });
  const seconds = (performance.now() - start) / 1000;
  await preparer.close();
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
