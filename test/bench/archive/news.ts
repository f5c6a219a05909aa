import { citationsOf } from "../../../src/answer/citations.ts";
import type { Article } from "../../../src/article/article.ts";
import { writeArticle } from "../../../src/article/writing/write-article.ts";
import { loadReaderSets } from "../../../src/evaluation/reader-questions.ts";

/** An article as a file, and readers' first questions that it answers. */
export type News = {
  readonly slug: string;
  readonly markdown: string;
  readonly questions: readonly NewsQuestion[];
};

export type NewsQuestion = {
  readonly question: string;
  /** Ids of the passages that answer it. */
  readonly gold: readonly string[];
};

/** `folder`: of `NAME.questions.jsonl` with their articles, as for `npm run eval -- --news`. */
export function newsIn(folder: string): readonly News[] {
  const { sets } = loadReaderSets(folder, folder);
  const byArticle = new Map<Article, NewsQuestion[]>();
  for (const { article, turns } of sets.flatMap(({ chats }) => chats)) {
    const [first] = turns;
    const known = byArticle.get(article) ?? [];
    byArticle.set(article, known);
    if (!first || first.gold.length === 0) continue;
    const passages = citationsOf(article).map(({ passage }) => passage.id);
    known.push({ ...first, gold: first.gold.map((position) => passages[position] ?? "") });
  }
  return Array.from(byArticle, ([article, questions]) => ({
    slug: article.slug,
    markdown: writeArticle(article),
    questions,
  }));
}
