import { watch } from "node:fs";
import { type AnswerQuestion, answersFrom } from "../answer/answer-question.ts";
import { rememberAnswers } from "../answer/remember-answers.ts";
import type { Article } from "../article/article.ts";
import { loadLibrary } from "../article/load-library.ts";
import { describeMistake, type Mistake } from "../article/mistake.ts";
import { indexPassages, type PassageIndex } from "../search/passage-index.ts";
import { withoutContacts } from "../telegram/without-contacts.ts";
import { describeError } from "./describe-error.ts";
import type { Log } from "./log.ts";

/** The articles as they were last saved without a mistake, and what answers about them. */
type LiveContent = {
  readonly articles: () => readonly Article[];
  readonly answerQuestion: AnswerQuestion;
};

export type WatchOptions = {
  /** Told after each change that was read: no mistakes means that the new version answers now. */
  readonly onReload: (mistakes: readonly Mistake[]) => void;
  readonly signal: AbortSignal;
};

/** Editors write a file in several steps; it is read once they are through. */
const SETTLED_MS = 80;

/** Answers about these articles, until `replace` is given others. */
export function openContent(
  articles: readonly Article[],
  index: (articles: readonly Article[]) => PassageIndex = indexPassages,
) {
  const answersOn = (some: readonly Article[]) =>
    rememberAnswers(answersFrom(some, index(some)).answerQuestion, hasNoContacts);
  let current = { articles, answerQuestion: answersOn(articles) };
  const content: LiveContent = {
    articles: () => current.articles,
    answerQuestion: (...asked) => current.answerQuestion(...asked),
  };
  const replace = (next: readonly Article[]) => {
    current = { articles: next, answerQuestion: answersOn(next) };
  };
  return { content, replace };
}

/** As readers are promised of what stays in memory. */
function hasNoContacts(text: string): boolean {
  return withoutContacts(text) === text;
}

/** Follows a folder of articles: each save without mistakes takes the place of the version before. */
export function watchContent(
  folder: string,
  replace: (articles: readonly Article[]) => void,
  { onReload, signal }: WatchOptions,
): void {
  let timer: NodeJS.Timeout | undefined;
  const reload = () => readAgain(folder, replace, onReload);
  const watcher = watch(folder, { signal }, () => {
    clearTimeout(timer);
    timer = setTimeout(reload, SETTLED_MS);
  });
  // A folder that is taken away and put back is followed again after a restart.
  watcher.on("error", (error) =>
    onReload([{ file: folder, line: 1, message: `not followed any more (${error.message})` }]),
  );
  signal.addEventListener("abort", () => clearTimeout(timer));
}

/** Reads a folder of articles; where there are mistakes, the version before stays. */
export function readAgain(
  folder: string,
  replace: (articles: readonly Article[]) => void,
  onReload: WatchOptions["onReload"],
): void {
  try {
    const library = loadLibrary(folder);
    if (library.kind === "loaded") replace(library.articles);
    onReload(library.kind === "loaded" ? [] : library.mistakes);
  } catch (error) {
    // Nothing that an editor saves ends the bot.
    const message = `the articles cannot be read (${describeError(error)}): this is a bug`;
    onReload([{ file: folder, line: 1, message }]);
  }
}

/** What the operator reads after each save. */
export function tellReload(log: Log): WatchOptions["onReload"] {
  return (mistakes) => {
    if (mistakes.length === 0) log("the articles were read again");
    for (const mistake of mistakes) log(describeMistake(mistake));
  };
}
