import type { AnswerQuestion } from "../answer/answer-question.ts";
import type { Article } from "../article/article.ts";
import { answerRecord } from "./answer-record.ts";
import { createConversations } from "./conversations.ts";
import { findArticle } from "./find-article.ts";
import { readQuestionLine, type LineError, type QuestionId } from "./question-line.ts";

type LineAnswer = ReturnType<typeof answerRecord> & {
  readonly id: QuestionId;
  /** The time that it took, in milliseconds. */
  readonly ms: number;
};

/** What one line of `--jsonl` is answered with. */
export type AnswerLine = (line: string) => LineAnswer | LineError;

/** `only`: slug of the article to look in where a line names none. */
export function createAnswerLine(
  articles: readonly Article[],
  answerQuestion: AnswerQuestion,
  only?: string,
): AnswerLine {
  const conversations = createConversations();

  return (line) => {
    const asked = readQuestionLine(line);
    if ("error" in asked) return asked;
    const { id, question, conversation } = asked;
    const found = asked.article === undefined ? undefined : findArticle(asked.article, articles);
    if (found && "error" in found) return { id, ...found };

    const start = performance.now();
    const context = conversation === undefined ? undefined : conversations.contextOf(conversation);
    const outcome = answerQuestion(question, context, found?.slug ?? only);
    if (conversation !== undefined) conversations.remember(conversation, outcome.context);
    const record = answerRecord(outcome);
    return { id, ...record, ms: millisecondsSince(start) };
  };
}

/** To the microsecond, finer than which clocks and readers are not. */
export function millisecondsSince(start: number): number {
  return Math.round((performance.now() - start) * 1000) / 1000;
}
