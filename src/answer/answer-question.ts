import type { Article } from "../article/article.ts";
import type { Language } from "../languages/language.ts";
import { indexPassages, type PassageIndex } from "../search/index/passage-index.ts";
import type { Findings } from "../search/search.ts";
import type { Answer, Context } from "./answer.ts";
import { answerAbout, answerWithPassage } from "./respond/answer-with-passage.ts";
import { answerAboutArticle, answerOnPerson } from "./respond/answer-about-article.ts";
import { cleanQuestion } from "./conversation/clean-question.ts";
import { nextContext } from "./conversation/next-context.ts";
import { resolveQuestion, type ResolvedQuestion } from "./conversation/resolve-question.ts";
import { openLibraries, type ArticleLibrary, type ArticleLibraries } from "./article-library.ts";
import { detectLanguage } from "./conversation/detect-language.ts";
import { intentOf } from "./intent/intent.ts";
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

export type Answers = Pick<ArticleLibraries, "prepare"> & {
  readonly answerQuestion: AnswerQuestion;
};

/** Indexes the articles once; what it returns answers questions about them. */
export function prepareAnswers(articles: readonly Article[]): AnswerQuestion {
  return answersFrom(articles, indexPassages(articles)).answerQuestion;
}

/** `index`: of these articles. */
export function answersFrom(articles: readonly Article[], index: PassageIndex): Answers {
  const { libraryIn, prepare } = openLibraries(articles, index);
  const answerQuestion: AnswerQuestion = (question, context = {}, within) => {
    const cleaned = cleanQuestion(question);
    const language = detectLanguage(cleaned, context, (its, word) => libraryIn(its).knows(word));
    const library = libraryIn(language);
    const asked = resolveQuestion(cleaned, { context, within, library });
    const answer = decide(asked, library);
    const next = { ...nextContext(answer, asked, context), language };
    const { findings } = asked;
    return { question: cleaned, answer, context: next, findings, language };
  };
  return { answerQuestion, prepare };
}

function decide(asked: ResolvedQuestion, library: ArticleLibrary): Answer {
  const topic = smallTalkIn(asked.typed, asked.pack);
  if (topic) return { kind: "small-talk", topic };

  const intent = intentOf(asked);
  switch (intent.kind) {
    case "overview":
    case "source":
      return answerAboutArticle(intent, asked, library);
    case "about":
      return answerAbout(intent.person, asked, library);
    case "person":
    case "points":
      return (
        answerOnPerson(intent, asked) ?? answerWithPassage({ kind: "passage" }, asked, library)
      );
    case "speaker":
    case "more":
    case "listed":
    case "bare":
    case "passage":
      return answerWithPassage(intent, asked, library);
  }
}
