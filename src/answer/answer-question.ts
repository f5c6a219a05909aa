import type { Article } from "../article/article.ts";
import { languageOfCode, type Language } from "../languages/language.ts";
import { runSteps, type Steps } from "../languages/steps.ts";
import type { Findings } from "../search/findings.ts";
import { indexPassages, type PassageIndex } from "../search/index/passage-index.ts";
import { searchInSteps } from "../search/search.ts";
import type { Answer, Context, Correction, MessageAnswer } from "./answer.ts";
import { answerInTurn, joinBare, withUnread } from "./answer-in-turn.ts";
import type { ArticleScope } from "../article/article-scope.ts";
import { answerWithStatements } from "./archive/answer-with-statements.ts";
import {
  openLibraries,
  type ArticleLibraries,
  type ArticleLibrary,
  type LibraryParts,
} from "./article-library.ts";
import { cleanQuestion } from "./conversation/clean-question.ts";
import { detectLanguage } from "./conversation/detect-language.ts";
import { nextContext } from "./conversation/next-context.ts";
import { resolveQuestion } from "./conversation/resolve-question.ts";
import { addressesKnownTo } from "./message/known-addresses.ts";
import type { MessageQuestion } from "./message/questions-among.ts";
import { readMessage, type ReadMessage } from "./message/read-message.ts";
import { correctionsIn } from "./respond/corrections.ts";
import { passageIntent, type Intent } from "./intent/intent.ts";
import { answerAboutArticle } from "./respond/answer-about-article.ts";
import {
  answerAboutPerson,
  answerWithPerson,
  askWhichPerson,
} from "./respond/answer-about-person.ts";
import { answerWithPassage } from "./respond/answer-with-passage.ts";
import { answerSmallTalk } from "./respond/answer-small-talk.ts";
import { searchQuestion, type SearchedQuestion } from "./search-question.ts";

/** An answer, and the conversation's context after it. */
export type Outcome<Given extends MessageAnswer = MessageAnswer> = {
  /** As the reader wrote it, cleaned. */
  readonly question: string;
  readonly answer: Given;
  readonly context: Context;
  /** Slips of the reader's that were read as other words; none if no passage was searched for. */
  readonly corrections: readonly Correction[];
  /** Everything the search found, including what the answer does not show. */
  readonly findings: Findings;
  /** The language to answer in; the passages are in it too if the article is translated. */
  readonly language: Language;
  /** What kind of reply the message wants. */
  readonly intent: Intent;
  /** The message as a question that can stand alone. */
  readonly asked: string;
  /** Of which articles it was asked, if it says so. */
  readonly scope?: ArticleScope;
  /** What a message that is too long was read for. */
  readonly readsOnly?: ReadMessage["readsOnly"];
};

export type SingleOutcome = Outcome<Answer>;

/** The outcome of each question, if a message asks several. */
export function partsOf({ answer, ...rest }: Outcome): readonly SingleOutcome[] {
  return answer.kind === "several" ? answer.parts : [{ ...rest, answer }];
}

export type AnswerQuestion = (
  question: string,
  context?: Context,
  /**
   * Slug of the only article to search. Without it, all articles are searched if the context's article
   * has no answer.
   */
  within?: string,
) => Outcome;

/** At once, or once what the question needs has been fetched and others have been answered in between. */
export type Answerer = (...asked: Parameters<AnswerQuestion>) => Outcome | Promise<Outcome>;

export type AnswerInSteps = (...asked: Parameters<AnswerQuestion>) => Steps<Outcome>;

export type Answers = Pick<ArticleLibraries, "prepare"> & {
  readonly answerQuestion: AnswerQuestion;
  readonly answerInSteps: AnswerInSteps;
};

/** Indexes the articles once; the returned function answers questions about them. */
export function prepareAnswers(articles: readonly Article[]): AnswerQuestion {
  return answersFrom(articles, indexPassages(articles)).answerQuestion;
}

/** `index` must be built from these articles. */
export function answersFrom(
  articles: readonly Article[],
  index: PassageIndex,
  parts: Partial<LibraryParts> = {},
): Answers {
  const { libraryIn, prepare } = openLibraries(articles, index, {
    search: searchInSteps,
    ...parts,
  });
  const bySlug = new Map(articles.map((article) => [article.slug, article]));
  const allLanguages = languagesOf(articles);
  const answerInSteps: AnswerInSteps = function* (message, context = {}, within) {
    const only = [within, context.article].find((slug) => slug !== undefined && bySlug.has(slug));
    const onlyArticle = only === undefined ? undefined : bySlug.get(only);
    const addresses = addressesKnownTo(libraryIn, only);
    const { questions, unread, readsOnly } = readMessage(message, addresses);
    const language = detectLanguage(questions.map(({ text }) => text).join(" "), context, {
      knows: (its, word) => libraryIn(its).knows(word, only),
      readableIn: onlyArticle ? languagesOf([onlyArticle]) : allLanguages,
    });
    yield;
    const library = libraryIn(language);
    const ask = (asked: MessageQuestion, before: Context) =>
      answerOne(asked, { context: before, within, library });
    const asked = context.passage === undefined ? joinBare(questions, language) : questions;
    const outcome = yield* answerInTurn(asked, context, ask);
    const question = cleanQuestion(message);
    return { ...withUnread(outcome, unread), question, ...(readsOnly && { readsOnly }) };
  };
  const answerQuestion: AnswerQuestion = (...asked) => runSteps(answerInSteps(...asked));
  return { answerQuestion, answerInSteps, prepare };
}

/** Whether the words of the question led to the answer. */
function isSearched(answer: Answer): boolean {
  switch (answer.kind) {
    case "answered":
    case "unsure":
    case "menu":
    case "not-covered":
    case "points":
    case "person":
    case "which-person":
    case "statements":
      return true;
    case "speakers":
    case "overview":
    case "source":
    case "small-talk":
    case "no-articles":
      return false;
  }
}

/** The languages that the articles can be read in. */
function languagesOf(articles: readonly Article[]): readonly Language[] {
  const codes = new Set<string>();
  for (const { language, translations } of articles) {
    codes.add(language);
    for (const translation of translations) codes.add(translation.language);
  }
  return [...new Set([...codes].flatMap((code) => languageOfCode(code) ?? []))];
}

type Circumstances = Parameters<typeof resolveQuestion>[1];

function* answerOne(asked: MessageQuestion, circumstances: Circumstances): Steps<SingleOutcome> {
  const { context, library } = circumstances;
  const { language } = library;
  const resolved = resolveQuestion(asked, circumstances);
  yield;
  const searched = yield* searchQuestion(resolved, library);
  yield;
  const answer = yield* answerTo(searched, library);
  yield;
  const next = { ...nextContext(answer, searched, { context, library }), language };
  const { findings, intent, text } = searched;
  const question = asked.text;
  const corrections = isSearched(answer) ? correctionsIn(findings.query, question) : [];
  const scope = searched.scope?.asked;
  const found = {
    answer,
    context: next,
    corrections,
    findings,
    language,
    intent,
    ...(scope && { scope }),
  };
  return { question, ...found, asked: text };
}

function articlesInScope(
  { scope }: SearchedQuestion,
  { articles }: ArticleLibrary,
): Pick<ArticleLibrary, "articles"> {
  const [first, ...others] = scope?.articles ?? articles;
  return { articles: first ? [first, ...others] : articles };
}

function answerWithoutArticles(
  { scope }: SearchedQuestion,
  { catalogue, language }: ArticleLibrary,
): Answer {
  const asked = scope?.asked ?? {};
  const nearest = catalogue.nearestTo(asked, language);
  return { kind: "no-articles", scope: asked, ...(nearest && { nearest }) };
}

function* answerTo(question: SearchedQuestion, library: ArticleLibrary): Steps<Answer> {
  const { intent } = question;
  switch (intent.kind) {
    case "small-talk":
      return answerSmallTalk(intent.topic, question, library);
    case "overview":
    case "source":
      return answerAboutArticle(intent, question, articlesInScope(question, library));
    case "no-articles":
      return answerWithoutArticles(question, library);
    case "about":
      return answerAboutPerson(intent.person, question, library);
    case "which-person":
      return askWhichPerson(intent.people, library);
    case "statements":
      return answerWithStatements(intent.request, question, library);
    case "person":
    case "points": {
      const { text, findings, pack } = question;
      return (
        answerWithPerson(intent, question, library) ??
        (yield* answerWithPassage(passageIntent(text, findings.query, pack), question, library))
      );
    }
    case "speaker":
    case "more":
    case "listed":
    case "bare":
    case "passage":
      return yield* answerWithPassage(intent, question, library);
  }
}
