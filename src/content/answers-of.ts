import { prepareAnswers } from "../answer/answer-question.ts";
import type { AnswersOf } from "../import/draft/propose-questions.ts";

/** A question is answered if a reader who asks it about this article alone is shown passages. */
export const answersOf: AnswersOf = (article) => {
  const answerQuestion = prepareAnswers([article]);
  return (question, section) => {
    const { answer } = answerQuestion(question);
    const isElsewhere = section && answer.kind === "answered" && answer.section.id !== section.id;
    return ANSWERS.has(answer.kind) && !isElsewhere;
  };
};

const ANSWERS: ReadonlySet<string> = new Set(["answered", "points", "person"]);
