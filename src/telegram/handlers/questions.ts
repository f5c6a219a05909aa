import { FormattedString } from "@grammyjs/parse-mode";
import type { Context, MiddlewareFn } from "grammy";
import type { Quotable } from "../../answer/conversation/context-of-quote.ts";
import type { Article } from "../../article/article.ts";
import type { ChatMemory } from "../chat-memory.ts";
import { conversationKeyOf } from "../conversation-key.ts";
import { referenceTo } from "../callback/callback-data.ts";
import { questionContext } from "./question-context.ts";
import { memoize } from "../memoize.ts";
import { addressedQuestion } from "./addressed-question.ts";
import { draftReply, type ReplyDependencies } from "./draft-reply.ts";
import { blocks, fitToMessage, type Reply } from "../replies/reply.ts";
import { editReply, sendReply } from "../replies/send-reply.ts";

export type AnswerDependencies = ReplyDependencies & {
  readonly articles: () => readonly Article[];
  readonly memory: ChatMemory;
};

/** Later the reader has read on, and nobody looks for a change further up. */
const EDITED_WITHIN_SECONDS = 15 * 60;

/** Answers questions: every text in private, in groups what is said to the bot; captions as well. */
export function questions(deps: AnswerDependencies): MiddlewareFn {
  return async (ctx, next) => {
    const { message, editedMessage } = ctx;
    const question = message || editedMessage ? addressedQuestion(ctx) : undefined;
    if (question === undefined) return next();
    if (editedMessage) return answerAnew(ctx, { question, message: editedMessage }, deps);
    return answerIn(ctx, question, deps);
  };
}

/**
 * Answers and remembers. A question that was pressed stands nowhere in the chat, so it is shown; it
 * asks of its own article and builds on nothing.
 */
export async function answerIn(
  ctx: Context,
  question: string,
  { pressed, ...deps }: AnswerDependencies & { readonly pressed?: Article },
): Promise<void> {
  const chatId = ctx.chat?.id;
  if (chatId === undefined) return;

  const place = conversationKeyOf(ctx);
  const { context: before = {} } = deps.memory.recall(place);
  const context = pressed
    ? { article: pressed.slug }
    : questionContext(ctx, before, quotable(deps));
  const asked = { chatId, question, context };
  const { outcome, reply, votedAnswer, trace } = draftReply(ctx, asked, deps);
  const shown = pressed ? belowQuestion(question, reply) : reply;
  const answer = await sendReply(ctx, shown, votedAnswer);
  const message = ctx.msg?.message_id;
  deps.memory.remember(place, {
    context: outcome.context,
    ...(message !== undefined && {
      latestAnswer: { question: message, answer, before, shown: referenceToReply(shown) },
    }),
  });
  deps.feedback.recordAnswer(trace);
}

type EditedQuestion = {
  readonly question: string;
  readonly message: NonNullable<Context["editedMessage"]>;
};

/** An edited question changes its answer in place, as long as it is the latest. */
async function answerAnew(
  ctx: Context,
  { question, message }: EditedQuestion,
  deps: AnswerDependencies,
): Promise<void> {
  const { chat, date, edit_date: editedAt } = message;
  const place = conversationKeyOf(ctx);
  const { latestAnswer } = deps.memory.recall(place);
  if (latestAnswer?.question !== message.message_id) return;
  if (editedAt - date >= EDITED_WITHIN_SECONDS) return;

  // What its first version led to is as if it had not been said.
  const context = questionContext(ctx, latestAnswer.before, quotable(deps));
  const asked = { chatId: chat.id, question, context };
  const { outcome, reply, votedAnswer, trace } = draftReply(ctx, asked, deps);
  const shown = referenceToReply(reply);
  // Votes below it have to be on this answer, not on the one to the first version.
  const isShown = shown === latestAnswer.shown && !canBeVotedOn(reply);
  const answer = isShown
    ? latestAnswer.answer
    : await editReply(ctx, reply, { messageId: latestAnswer.answer, votedAnswer });
  deps.memory.remember(place, {
    context: outcome.context,
    latestAnswer: { ...latestAnswer, answer, shown },
  });
  deps.feedback.recordAnswer(trace);
}

function quotable({ articles, answerQuestion }: AnswerDependencies): Quotable {
  return { articles: articles(), answerQuestion };
}

function canBeVotedOn({ buttons }: Reply): boolean {
  return buttons.flat().some((button) => "rating" in button);
}

const referenceToReply = memoize(({ text, buttons }: Reply) =>
  referenceTo(JSON.stringify([text.text, buttons])),
);

function belowQuestion(question: string, reply: Reply): Reply {
  return { ...reply, text: fitToMessage(blocks(FormattedString.italic(question), reply.text)) };
}
