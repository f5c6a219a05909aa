import { join } from "node:path";
import { prepareAnswers } from "../answer/answer-question.ts";
import type { Article } from "../article/article.ts";
import type { Diagnostic } from "../article/diagnostic.ts";
import { isTranslation, slugOfArticle } from "../article/loading/attach-translations.ts";
import { articleFilesIn, loadLibrary } from "../article/loading/load-library.ts";
import { tellOthersWords } from "../content/others-words.ts";
import { evaluateGolden, type GoldenFigures } from "../evaluation/evaluate-golden.ts";
import { loadGolden, type GoldenSet } from "../evaluation/load-golden.ts";
import { readFeedsFile } from "../feeds/feeds-file.ts";
import { describeMiss } from "./golden-table.ts";
import { checkFile, describeDifference, type FileCheck } from "./import-check.ts";
import { describeForReview } from "./import-summary.ts";

/** All that a newsroom wants to know about a folder before it is published. */
export type ContentReport = {
  /** Articles without mistakes. */
  readonly articles: number;
  readonly mistakes: readonly Diagnostic[];
  /** Golden questions of the articles without mistakes: how many, and those answered wrong. */
  readonly asked: number;
  readonly missed: readonly Diagnostic[];
  /** Sentences of which nobody has decided who says them. */
  readonly uncertain: readonly Diagnostic[];
};

/** A mistake in one article hides nothing about the others. */
export function reportOnContent(folder: string): ContentReport {
  const library = loadLibrary(folder);
  const diagnostics = library.kind === "faulty" ? library.diagnostics : [];
  const articles = tellOthersWords(
    library.kind === "loaded" ? library.articles : (library.sound ?? []),
  );
  const faulty = new Set(diagnostics.map(({ file }) => slugOfArticle(file)));
  const golden = loadGolden(folder, articles, faulty);
  const figures = askGolden(golden.sets, articles);
  return {
    articles: articles.length,
    mistakes: [...diagnostics, ...golden.diagnostics, ...mistakesInFeeds(folder)],
    asked: figures.reduce((sum, { total }) => sum + total, 0),
    missed: figures.flatMap(({ file, wrong }) =>
      wrong.map((turn) => ({ file, line: turn.line, message: describeMiss(turn) })),
    ),
    uncertain: (articleFilesIn(folder) ?? [])
      .map((name) => join(folder, name))
      .filter((path) => !isTranslation({ path }) && !faulty.has(slugOfArticle(path)))
      .flatMap(uncertainIn),
  };
}

function mistakesInFeeds(folder: string): readonly Diagnostic[] {
  const feeds = readFeedsFile(folder);
  return feeds.kind === "faulty" ? feeds.diagnostics : [];
}

function askGolden(sets: readonly GoldenSet[], articles: readonly Article[]): GoldenFigures[] {
  if (sets.length === 0) return [];
  const answerQuestion = prepareAnswers(articles);
  return sets.map((set) => evaluateGolden(set, answerQuestion));
}

function uncertainIn(file: string): Diagnostic[] {
  const checked = checkFile(file);
  if ("error" in checked) return [];
  const open = checked.review.map((one) => ({ line: one.line, message: describeForReview(one) }));
  return [...open, ...undecidedIn(checked)].map((one) => ({ file, ...one }));
}

/** In a digest, whose words need not say who speaks, import knows less than the editors. */
function undecidedIn({ isDigest, differences }: FileCheck): Omit<Diagnostic, "file">[] {
  if (isDigest) return [];
  return differences
    .filter(({ isDecided }) => !isDecided)
    .map((one) => ({ line: one.line, message: describeDifference(one) }));
}
