import { LRUCache } from "lru-cache";
import type { Context } from "../answer/answer.ts";
import type { AnswerQuestion } from "../answer/answer-question.ts";
import type { Article } from "../article/article.ts";
import { isoDay } from "../telegram/day-of-message.ts";
import { answerRecord } from "./answer-record.ts";
import { findArticle } from "./load-articles.ts";
import type { LineError, LineId } from "./json-line.ts";
import { readQuestionLine } from "./question-line.ts";

type LineAnswer = ReturnType<typeof answerRecord> & {
  readonly id: LineId;
  readonly ms: number;
};

/** Answers one line of `--jsonl`. */
export type AnswerLine = (line: string) => LineAnswer | LineError;

/** `only`: slug of the article to search if a line names none. */
export function createAnswerLine(
  articles: readonly Article[],
  answerQuestion: AnswerQuestion,
  only?: string,
): AnswerLine {
  const conversations = createConversations();

  return (line) => {
    const parsed = readQuestionLine(line);
    if ("error" in parsed) return parsed;
    const { id, question, article, conversation } = parsed;
    const found = article === undefined ? undefined : findArticle(article, articles);
    if (found && "error" in found) return { id, ...found };

    const start = performance.now();
    const known = conversation === undefined ? undefined : conversations.contextOf(conversation);
    const context = { ...known, today: isoDay(new Date()) };
    const outcome = answerQuestion(question, context, found?.slug ?? only);
    if (conversation !== undefined) conversations.remember(conversation, outcome.context);
    const record = answerRecord(outcome);
    return { id, ...record, ms: millisecondsSince(start) };
  };
}

/** To the microsecond. */
export function millisecondsSince(start: number): number {
  return Math.round((performance.now() - start) * 1000) / 1000;
}

/** The context of each conversation. */
type Conversations = {
  readonly contextOf: (id: string | number) => Context | undefined;
  readonly remember: (id: string | number, context: Context) => void;
};

/** A context takes a few hundred bytes, so this many take tens of megabytes. */
const MAX_CONVERSATIONS = 100_000;

/** Past the limit, the least recently used conversation is forgotten. */
export function createConversations(limit = MAX_CONVERSATIONS): Conversations {
  const contexts = new LRUCache<string | number, Context>({ max: limit });

  return {
    contextOf: (id) => contexts.get(id),
    remember: (id, context) => void contexts.set(id, context),
  };
}
