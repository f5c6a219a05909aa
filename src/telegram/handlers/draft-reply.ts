import type { Context } from "grammy";
import type { Update } from "grammy/types";
import type { Context as ChatContext } from "../../answer/answer.ts";
import type { AnswerQuestion, Outcome } from "../../answer/answer-question.ts";
import { answerReply } from "../replies/answer-reply.ts";
import type { Feedback } from "../../feedback/feedback.ts";
import { groupReply } from "../replies/group-reply.ts";
import { memoize } from "../memoize.ts";
import type { Reply } from "../replies/reply.ts";
import { traceOf, type Trace } from "../../feedback/trace.ts";
import type { VotedAnswer } from "../replies/card/vote-buttons.ts";
import { wordingFor } from "../wording/wording-for.ts";

/** AnswerInContext of each answer that a reader gets, with the update that asked for it. */
export type OnAnswer = (update: Update, outcome: Outcome) => void;

export type ReplyDependencies = {
  readonly answerQuestion: AnswerQuestion;
  readonly onAnswer: OnAnswer;
  readonly feedback: Feedback;
};

type Asked = {
  readonly chatId: number;
  readonly question: string;
  readonly context: ChatContext;
};

type ReplyDraft = {
  readonly outcome: Outcome;
  readonly reply: Reply;
  /** What votes below the reply are on. */
  readonly votedAnswer: VotedAnswer;
  /** To be noted once the reply is with the reader. */
  readonly trace: Trace;
};

/** The answer to a question as it goes out, with what led to it. */
export function draftReply(
  ctx: Context,
  { chatId, question, context }: Asked,
  { answerQuestion, onAnswer, feedback }: ReplyDependencies,
): ReplyDraft {
  const outcome = answerQuestion(question, context);
  onAnswer(ctx.update, outcome);
  const { update_id: update } = ctx.update;
  const id = feedback.traceId(chatId, update);
  return {
    outcome,
    reply: ctx.chat?.type === "private" ? privateReplyOn(outcome) : groupReplyOn(outcome),
    votedAnswer: { trace: id, update },
    trace: { id, ...traceOn(outcome) },
  };
}

/** What many readers ask is answered many times; it looks the same each time. */
const privateReplyOn = memoize((outcome: Outcome) =>
  answerReply(outcome, wordingFor(outcome.language)),
);
const groupReplyOn = memoize((outcome: Outcome) =>
  groupReply(outcome, wordingFor(outcome.language)),
);
const traceOn = memoize(traceOf);
