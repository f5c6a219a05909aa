import type { Context } from "grammy";
import type { Update } from "grammy/types";
import type { Context as ChatContext } from "../../answer/answer.ts";
import type { Answerer, Outcome } from "../../answer/answer-question.ts";
import type { ArticleLookup } from "../../article/article-lookup.ts";
import { withLibraryButton } from "../replies/library-button.ts";
import { answerReply } from "../replies/answer-reply.ts";
import type { Feedback } from "../../feedback/feedback.ts";
import { groupReply } from "../replies/group-reply.ts";
import { listingOf } from "./listing-of.ts";
import { memoize } from "../memoize.ts";
import type { Reply } from "../replies/reply.ts";
import { tracesOf, type Trace } from "../../feedback/trace.ts";
import type { VotedAnswer } from "../replies/card/vote-buttons.ts";
import { wordingFor } from "../wording/wording-for.ts";

/** Called with each answer and the update that asked for it. */
export type OnAnswer = (update: Update, outcome: Outcome) => void;

export type ReplyDependencies = {
  readonly answerQuestion: Answerer;
  readonly onAnswer: OnAnswer;
  readonly feedback: Feedback;
  readonly articles: ArticleLookup;
};

type ContextualQuestion = {
  readonly chatId: number;
  readonly question: string;
  readonly context: ChatContext;
  /** Slug of the only article to answer from. */
  readonly within?: string | undefined;
};

type ReplyDraft = {
  readonly outcome: Outcome;
  readonly reply: Reply;
  /** What the vote buttons below the reply vote on. */
  readonly votedAnswer: VotedAnswer;
  /** One for each question; recorded once the reply is sent. */
  readonly traces: readonly Trace[];
};

/** Answers a question; the caller sends the reply and records the trace. */
export async function draftReply(
  ctx: Context,
  { chatId, question, context, within }: ContextualQuestion,
  { answerQuestion, articles, onAnswer, feedback }: ReplyDependencies,
): Promise<ReplyDraft> {
  const outcome = await answerQuestion(question, context, within);
  onAnswer(ctx.update, outcome);
  const { update_id: update } = ctx.update;
  const id = feedback.traceId(chatId, update);
  return {
    outcome,
    reply: await replyTo(outcome, ctx, articles),
    votedAnswer: { trace: id, update },
    traces: memoizedTracesOf(outcome).map((trace, at) => {
      return { id: feedback.traceId(chatId, update, at), ...trace };
    }),
  };
}

/** Whatever shows an article leads back to the list of all. */
async function replyTo(outcome: Outcome, ctx: Context, articles: ArticleLookup): Promise<Reply> {
  const { answer, language, scope } = outcome;
  const wording = wordingFor(language);
  const isInPrivate = ctx.chat?.type === "private";
  const isLibrary = answer.kind === "overview" && answer.of === "library";
  if (isLibrary && !scope) {
    const answered = { ...outcome, listing: await listingOf(articles, wording) };
    return isInPrivate ? answerReply(answered, wording) : groupReply(answered, wording);
  }
  if (!isInPrivate) return groupReplyTo(outcome);
  const reply = privateReplyTo(outcome);
  if (isLibrary || answer.kind === "small-talk") return reply;
  return withLibraryButton(reply, ctx, { count: await articles.count(), wording });
}

/** The answer cache returns the same outcome for the same question, so it is rendered only once. */
const privateReplyTo = memoize((outcome: Outcome) =>
  answerReply(outcome, wordingFor(outcome.language)),
);
const groupReplyTo = memoize((outcome: Outcome) =>
  groupReply(outcome, wordingFor(outcome.language)),
);
const memoizedTracesOf = memoize(tracesOf);
