import type { Context } from "grammy";
import type { Update } from "grammy/types";
import type { Context as ChatContext } from "../answer/answer.ts";
import type { AnswerQuestion, Outcome } from "../answer/answer-question.ts";
import { renderReply } from "./answer-reply.ts";
import type { Feedback } from "./feedback.ts";
import { groupReply } from "./group-reply.ts";
import type { Reply } from "./reply.ts";
import { traceOf, type Trace } from "./trace.ts";
import { wordingIn } from "./wording/wording-in.ts";

/** Told of each answer that a reader gets, with the update that asked for it. */
export type OnAnswer = (update: Update, outcome: Outcome) => void;

export type AnswerMaker = {
  readonly answerQuestion: AnswerQuestion;
  readonly onAnswer: OnAnswer;
  readonly feedback: Feedback;
};

type Asked = {
  readonly chatId: number;
  readonly question: string;
  readonly context: ChatContext;
};

type ReadyAnswer = {
  readonly outcome: Outcome;
  readonly reply: Reply;
  /** To be noted once the reply is with the reader. */
  readonly trace: Trace;
};

/** The answer to a question as it goes out, with what led to it. */
export function readyAnswer(
  ctx: Context,
  { chatId, question, context }: Asked,
  { answerQuestion, onAnswer, feedback }: AnswerMaker,
): ReadyAnswer {
  const outcome = answerQuestion(question, context);
  onAnswer(ctx.update, outcome);
  const wording = wordingIn(outcome.language);
  const { update_id: update } = ctx.update;
  const id = feedback.traceId(chatId, update);
  const told = { answer: outcome.answer, context: outcome.context, voteOn: { update, trace: id } };
  return {
    outcome,
    reply: ctx.chat?.type === "private" ? renderReply(told, wording) : groupReply(told, wording),
    trace: traceOf({ id, question, language: outcome.language }, outcome),
  };
}
