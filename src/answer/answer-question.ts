import type { Article } from "../article/article.ts";
import type { Language } from "../languages/language.ts";
import { indexPassages, type PassageIndex } from "../search/index/passage-index.ts";
import type { Findings } from "../search/search.ts";
import type { Answer, Context } from "./answer.ts";
import { answerAbout, answerFromPassages } from "./respond/answer-from-passages.ts";
import { answerOnArticle, answerOnPerson } from "./respond/answer-on-article.ts";
import { cleanQuestion } from "./intent/clean-question.ts";
import { nextContext } from "./conversation/next-context.ts";
import { readQuestion, type AskedQuestion } from "./conversation/asked-question.ts";
import { openDesks, type Desk, type Desks } from "./desk.ts";
import { languageOf } from "./conversation/language-of.ts";
import { readRequest } from "./intent/request.ts";
import { smallTalkIn } from "./intent/small-talk.ts";

/** An answer with what the conversation is about after it. */
export type Outcome = {
  /** As it was put, cleaned. */
  readonly question: string;
  readonly answer: Answer;
  readonly context: Context;
  /** What the search found, whatever the answer shows of it. */
  readonly findings: Findings;
  /** In which to answer; passages are in it too where their editors give them so. */
  readonly language: Language;
};

export type AnswerQuestion = (
  question: string,
  context?: Context,
  /** Slug: look nowhere else. The context's article is left where only another one answers. */
  within?: string,
) => Outcome;

export type Answers = Pick<Desks, "prepare"> & { readonly answerQuestion: AnswerQuestion };

/** Indexes the articles once; what it returns answers questions about them. */
export function prepareAnswers(articles: readonly Article[]): AnswerQuestion {
  return answersFrom(articles, indexPassages(articles)).answerQuestion;
}

/** `index`: of these articles. */
export function answersFrom(articles: readonly Article[], index: PassageIndex): Answers {
  const { deskIn, prepare } = openDesks(articles, index);
  const answerQuestion: AnswerQuestion = (question, context = {}, within) => {
    const cleaned = cleanQuestion(question);
    const language = languageOf(cleaned, context, (its, word) => deskIn(its).knows(word));
    const desk = deskIn(language);
    const asked = readQuestion(cleaned, { context, within, desk });
    const answer = decide(asked, desk);
    const next = { ...nextContext(answer, asked, context), language };
    const { findings } = asked;
    return { question: cleaned, answer, context: next, findings, language };
  };
  return { answerQuestion, prepare };
}

function decide(asked: AskedQuestion, desk: Desk): Answer {
  const topic = smallTalkIn(asked.typed, asked.pack);
  if (topic) return { kind: "small-talk", topic };

  const request = readRequest(asked);
  switch (request.kind) {
    case "overview":
    case "source":
      return answerOnArticle(request, asked, desk);
    case "about":
      return answerAbout(request.person, asked, desk);
    case "person":
    case "points":
      return answerOnPerson(request, asked) ?? answerFromPassages({ kind: "passage" }, asked, desk);
    case "speaker":
    case "more":
    case "listed":
    case "bare":
    case "passage":
      return answerFromPassages(request, asked, desk);
  }
}
