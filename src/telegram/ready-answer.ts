import type { Context } from "grammy";
import type { Update } from "grammy/types";
import type { Answer, Context as ChatContext } from "../answer/answer.ts";
import type { AnswerQuestion, Outcome } from "../answer/answer-question.ts";
import { renderReply } from "./answer-reply.ts";
import type { Feedback } from "./feedback.ts";
import type { Reply } from "./reply.ts";
import { traceOf, type Trace } from "./trace.ts";
import { wordingFor } from "./wording-for.ts";

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
  const wording = wordingFor(ctx);
  const { update_id: update } = ctx.update;
  const id = feedback.traceId(chatId, update);
  return {
    outcome,
    reply: renderReply(
      { answer: shownIn(ctx, outcome), context: outcome.context, voteOn: { update, trace: id } },
      wording,
    ),
    trace: traceOf({ id, question, language: wording.language }, outcome),
  };
}

/** In a group nobody but the asker wants to go on asking: no questions are offered there. */
function shownIn(ctx: Context, { answer }: Outcome): Answer {
  const isAlone = ctx.chat?.type === "private" || !("nextQuestions" in answer);
  return isAlone ? answer : { ...answer, nextQuestions: [] };
}
