import {
  type Answerer,
  type Outcome,
  prepareAnswers,
} from "../../../src/answer/answer-question.ts";
import { openArchiveSource } from "../../../src/answer/archive-source.ts";
import { answererFrom } from "../../../src/answer/candidate-source.ts";
import { loadLibrary } from "../../../src/article/loading/load-library.ts";
import { openDatabaseArchive } from "../../../src/content/archive/database-archive.ts";
import type { Database } from "../../../src/database/database.ts";
import { percentOf } from "../../../src/evaluation/measures.ts";
import type { News, NewsQuestion } from "./news.ts";

/** Shares of questions, in percent. */
export type Compared = {
  readonly questions: number;
  /** With a right passage ranked first. */
  readonly inDatabase: number;
  readonly inMemory: number;
  /** With the same passage first. */
  readonly same: number;
};

/** Asks readers' questions of the database, and of the same articles in memory. */
export async function compareAnswers(
  database: Database,
  folder: string,
  news: readonly News[],
): Promise<Compared> {
  const library = loadLibrary(folder);
  if (library.kind !== "loaded") throw new Error("the archive has mistakes → see write-archive.ts");
  const archive = openDatabaseArchive(database, () => performance.now());
  const inDatabase = await firstOf(news, answererFrom(openArchiveSource(archive)));
  const inMemory = await firstOf(news, prepareAnswers(library.articles));
  const same = inDatabase.map(({ passage }, at) => passage === inMemory[at]?.passage);
  return {
    questions: inDatabase.length,
    inDatabase: percentOf(inDatabase.map(({ isRight }) => isRight)),
    inMemory: percentOf(inMemory.map(({ isRight }) => isRight)),
    same: percentOf(same),
  };
}

type First = { readonly passage: string | undefined; readonly isRight: boolean };

async function firstOf(news: readonly News[], ask: Answerer): Promise<First[]> {
  const firsts: First[] = [];
  for (const { slug, questions } of news) {
    for (const asked of questions) {
      const outcome = await ask(asked.question);
      firsts.push(firstIn(outcome, slug, asked));
    }
  }
  return firsts;
}

function firstIn({ findings }: Outcome, slug: string, { gold }: NewsQuestion): First {
  const [hit] = findings.hits;
  if (!hit) return { passage: undefined, isRight: false };
  const { article, passage } = hit;
  return {
    passage: `${article.slug}/${passage.id}`,
    isRight: article.slug === slug && gold.includes(passage.id),
  };
}
