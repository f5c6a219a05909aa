import { setImmediate as nextTurn } from "node:timers/promises";
import { cacheAnswers } from "../answer/answer-cache.ts";
import { type AnswerQuestion, type Answers, answersFrom } from "../answer/answer-question.ts";
import type { Article } from "../article/article.ts";
import {
  indexPassages,
  indexPassagesInSteps,
  type PassageIndex,
} from "../search/index/passage-index.ts";
import type { Steps } from "../search/analysis/steps.ts";
import { withoutContacts } from "../text/without-contacts.ts";

/** The latest articles without mistakes, and answers about them. */
type CurrentContent = {
  readonly articles: () => readonly Article[];
  readonly answerQuestion: AnswerQuestion;
};

/** Indexes the articles between answers, then swaps them in unless `signal` is aborted first. */
export type ReplaceContent = (articles: readonly Article[], signal: AbortSignal) => Promise<void>;

/** Answers about these articles until `replace` swaps in others. `index` builds the first index. */
export function openCurrentContent(
  articles: readonly Article[],
  index: (articles: readonly Article[]) => PassageIndex = indexPassages,
) {
  const preparing = new AbortController();
  const first = articles.length > 0 ? answersFrom(articles, index(articles)) : undefined;
  // An error here occurs again, and is logged, at the first question that needs the result.
  if (first) runInSlices(first.prepare(), preparing.signal).catch(() => {});
  let current = { articles, answerQuestion: first ? withCache(first) : answerNothing };
  const content: CurrentContent = {
    articles: () => current.articles,
    answerQuestion: (...question) => current.answerQuestion(...question),
  };
  const replace: ReplaceContent = async (next, signal) => {
    const answers = await runInSlices(prepareAnswersInSteps(next), signal);
    if (!answers) return;
    preparing.abort();
    current = { articles: next, answerQuestion: withCache(answers) };
  };
  return { content, replace };
}

/** Readers who ask get the sentence about no articles before this is reached. */
function answerNothing(): never {
  throw new Error("no articles → publish one before answering");
}

function* prepareAnswersInSteps(articles: readonly Article[]): Steps<Answers> {
  const answers = answersFrom(articles, yield* indexPassagesInSteps(articles));
  yield* answers.prepare();
  return answers;
}

function withCache({ answerQuestion }: Answers): AnswerQuestion {
  return cacheAnswers(answerQuestion, hasNoContacts);
}

/** Readers are promised that no contact details stay in memory. */
function hasNoContacts(text: string): boolean {
  return withoutContacts(text) === text;
}

/** An answer takes some ten turns of the event loop, and each may wait this long. */
const SLICE_MS = 8;

/** Runs long work between answers; resolves with `undefined` if `signal` is aborted before it is done. */
export async function runInSlices<Result>(
  steps: Steps<Result>,
  signal: AbortSignal,
): Promise<Result | undefined> {
  while (!signal.aborted) {
    const until = performance.now() + SLICE_MS;
    while (performance.now() < until) {
      const { done, value } = steps.next();
      if (done) return value;
    }
    await nextTurn();
  }
  return undefined;
}
