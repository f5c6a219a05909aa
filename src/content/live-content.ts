import { type AnswerQuestion, type Answers, answersFrom } from "../answer/answer-question.ts";
import { rememberAnswers } from "../answer/answer-cache.ts";
import type { Article } from "../article/article.ts";
import { formatDiagnostic, type Diagnostic } from "../article/diagnostic.ts";
import {
  indexPassagesInSteps,
  indexPassages,
  type PassageIndex,
} from "../search/index/passage-index.ts";
import type { Steps } from "../search/index/steps.ts";
import { withoutContacts } from "../text/without-contacts.ts";
import { describeError } from "../logging/describe-error.ts";
import { followFolder } from "./follow-folder.ts";
import { inPieces } from "./in-pieces.ts";
import type { Log } from "../logging/log.ts";
import { readLibrary } from "./read-library.ts";

/** The articles as they were last saved without a mistake, and what answers about them. */
type LiveContent = {
  readonly articles: () => readonly Article[];
  readonly answerQuestion: AnswerQuestion;
};

/** Indexes articles between answers; they are not taken once `signal` says that others are wanted. */
type Replace = (articles: readonly Article[], signal: AbortSignal) => Promise<void>;

export type ReloadOptions = {
  /** Told after each change that was read: no mistakes means that the new version answers now. */
  readonly onReload: (diagnostics: readonly Diagnostic[]) => void;
  readonly signal: AbortSignal;
};

/** Answers about these articles, until `replace` is given others. `index` makes the first index. */
export function openContent(
  articles: readonly Article[],
  index: (articles: readonly Article[]) => PassageIndex = indexPassages,
) {
  const first = answersFrom(articles, index(articles));
  const ending = new AbortController();
  // What fails here fails again, and is told, at the question that needs it.
  inPieces(first.prepare(), ending.signal).catch(() => {});
  let current = { articles, answerQuestion: remembering(first) };
  const content: LiveContent = {
    articles: () => current.articles,
    answerQuestion: (...asked) => current.answerQuestion(...asked),
  };
  const replace: Replace = async (next, signal) => {
    const answers = await inPieces(preparingAnswers(next), signal);
    if (!answers) return;
    ending.abort();
    current = { articles: next, answerQuestion: remembering(answers) };
  };
  return { content, replace };
}

function* preparingAnswers(articles: readonly Article[]): Steps<Answers> {
  const answers = answersFrom(articles, yield* indexPassagesInSteps(articles));
  yield* answers.prepare();
  return answers;
}

function remembering({ answerQuestion }: Answers): AnswerQuestion {
  return rememberAnswers(answerQuestion, hasNoContacts);
}

/** As readers are promised of what stays in memory. */
function hasNoContacts(text: string): boolean {
  return withoutContacts(text) === text;
}

/**
 * Reads a folder of articles again when it is asked to: without mistakes they take the place of the version
 * before. Of wishes that come faster than it reads, only the newest counts.
 */
export function openReload(
  folder: string,
  replace: Replace,
  { onReload, signal }: ReloadOptions,
): () => void {
  let reading = new AbortController();
  signal.addEventListener("abort", () => reading.abort());

  async function reload(): Promise<void> {
    reading.abort();
    const own = new AbortController();
    reading = own;
    const library = await readLibrary(folder, own.signal);
    if (library?.kind === "loaded") await replace(library.articles, own.signal);
    if (!library || own.signal.aborted) return;
    onReload(library.kind === "loaded" ? [] : library.diagnostics);
  }
  return () => {
    reload().catch((error: unknown) => {
      const what = `the articles cannot be indexed (${describeError(error)})`;
      onReload([{ file: folder, line: 1, message: `${what}: undo the last change` }]);
    });
  };
}

/** Has a folder of articles read again whenever something in it is saved. */
export function watchContent(
  folder: string,
  reload: () => void,
  { onReload, signal }: ReloadOptions,
): void {
  followFolder(folder, {
    signal,
    onChange: reload,
    onTrouble: (trouble) => onReload([{ file: folder, line: 1, message: trouble }]),
  });
}

/** One slip of an editor's program may be a mistake in each of 60,000 lines; nobody reads so many. */
const MOST_TOLD = 100;

/** What the operator reads after each save. */
export function tellReload(log: Log): ReloadOptions["onReload"] {
  return (diagnostics) => {
    if (diagnostics.length === 0) log("the articles were read again");
    for (const diagnostic of diagnostics.slice(0, MOST_TOLD)) log(formatDiagnostic(diagnostic));
    const others = diagnostics.length - MOST_TOLD;
    if (others > 0) log(`${others} more mistakes in the articles: mend those above first`);
  };
}
