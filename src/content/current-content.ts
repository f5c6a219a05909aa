import { openAnswerCache } from "../answer/answer-cache.ts";
import { type Answerer, type Answers, answersFrom } from "../answer/answer-question.ts";
import { allInMemory, answererFrom, type CandidateSource } from "../answer/candidate-source.ts";
import type { ArticleLookup } from "../article/article-lookup.ts";
import type { Article } from "../article/article.ts";
import { runSteps, type Steps } from "../languages/steps.ts";
import { withoutContacts } from "../text/without-contacts.ts";
import { articleLookupInMemory } from "./article-lookup-in-memory.ts";
import type { IndexedArticles } from "./content-reader.ts";
import { runForReader, runInBackground, runInSlices } from "./run-in-slices.ts";

/** The latest articles without mistakes, and answers about them. */
type CurrentContent = {
  readonly articles: ArticleLookup;
} & Answerers;

/** Both give the same answers. */
export type Answerers = {
  readonly answerQuestion: Answerer;
  /** For editors: readers are answered first. */
  readonly answerInBackground: Answerer;
};

/** Opens the index between answers, then swaps articles and index in unless `signal` is aborted first. */
export type ReplaceContent = (content: IndexedArticles, signal: AbortSignal) => Promise<void>;

/** Answers about these articles until `replace` swaps in others. */
export function openCurrentContent(given: IndexedArticles) {
  const { articles } = given;
  const preparing = new AbortController();
  const first = articles.length > 0 ? runSteps(answersInSteps(given)) : undefined;
  // An error here occurs again, and is logged, at the first question that needs the result.
  if (first) runInSlices(first.prepare(), preparing.signal).catch(() => {});
  let current = { articles, ...(first ? answerersOf(first) : ANSWERING_NOTHING) };
  const all = (): readonly Article[] => current.articles;
  const content: CurrentContent = {
    articles: articleLookupInMemory(all),
    answerQuestion: (...question) => current.answerQuestion(...question),
    answerInBackground: (...question) => current.answerInBackground(...question),
  };
  const replace: ReplaceContent = async (next, signal) => {
    const answers = await runInSlices(prepareAnswersInSteps(next), signal);
    if (!answers) return;
    preparing.abort();
    current = { articles: next.articles, ...answerersOf(answers) };
  };
  return { content, all, replace };
}

/** Readers who ask get the sentence about no articles before this is reached. */
function answerNothing(): never {
  throw new Error("no articles → publish one before answering");
}

const ANSWERING_NOTHING = { answerQuestion: answerNothing, answerInBackground: answerNothing };

function* prepareAnswersInSteps(given: IndexedArticles): Steps<Answers> {
  const answers = yield* answersInSteps(given);
  yield* answers.prepare();
  return answers;
}

function* answersInSteps({ articles, index, translatedIndex }: IndexedArticles): Steps<Answers> {
  return answersFrom(articles, yield* index(), { translatedIndex });
}

function answerersOf(answers: Answers): Answerers {
  return openAnswerers(allInMemory(answers), openAnswerCache(hasNoContacts));
}

/** `cached`: they share what is cached. */
export function openAnswerers(
  source: CandidateSource,
  cached: (answerQuestion: AskLater) => AskLater,
): Answerers {
  return {
    answerQuestion: cached(answererFrom(source, runForReader)),
    answerInBackground: cached(answererFrom(source, runInBackground)),
  };
}

type AskLater = ReturnType<typeof answererFrom>;

/** Readers are promised that no contact details stay in memory. */
export function hasNoContacts(text: string): boolean {
  return withoutContacts(text) === text;
}
