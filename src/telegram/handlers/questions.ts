import { FormattedString } from "@grammyjs/parse-mode";
import type { Context, MiddlewareFn } from "grammy";
import type { Quotable } from "../../answer/conversation/context-of-quote.ts";
import type { Article } from "../../article/article.ts";
import type { ChatMemory } from "../chat-memory.ts";
import { placeOf } from "../chat-place.ts";
import { referenceTo } from "../callback/callback-data.ts";
import { conversationOf } from "./conversation.ts";
import { memoize } from "../memoize.ts";
import { questionIn } from "./question-in.ts";
import { readyAnswer, type AnswerMaker } from "./ready-answer.ts";
import { blocks, fitted, type Reply } from "../replies/reply.ts";
import { editReply, sendReply } from "../replies/send-reply.ts";

export type Talk = AnswerMaker & {
  readonly articles: () => readonly Article[];
  readonly memory: ChatMemory;
};

/** Later the reader has read on, and nobody looks for a change further up. */
const EDITED_WITHIN_SECONDS = 15 * 60;

/** Answers questions: every text in private, in groups what is said to the bot; captions as well. */
export function questions(talk: Talk): MiddlewareFn {
  return async (ctx, next) => {
    const { message, editedMessage } = ctx;
    const question = message || editedMessage ? questionIn(ctx) : undefined;
    if (question === undefined) return next();
    if (editedMessage) return answerAnew(ctx, { question, message: editedMessage }, talk);
    return answerIn(ctx, question, talk);
  };
}

/**
 * Answers and remembers. A question that was pressed stands nowhere in the chat, so it is shown; it
 * asks of its own article and builds on nothing.
 */
export async function answerIn(
  ctx: Context,
  question: string,
  { pressed, ...talk }: Talk & { readonly pressed?: Article },
): Promise<void> {
  const chatId = ctx.chat?.id;
  if (chatId === undefined) return;

  const place = placeOf(ctx);
  const { context: before = {} } = talk.memory.recall(place);
  const context = pressed ? { article: pressed.slug } : conversationOf(ctx, before, quotable(talk));
  const asked = { chatId, question, context };
  const { outcome, reply, votedAnswer, trace } = readyAnswer(ctx, asked, talk);
  const shown = pressed ? belowQuestion(question, reply) : reply;
  const answer = await sendReply(ctx, shown, votedAnswer);
  const message = ctx.msg?.message_id;
  talk.memory.remember(place, {
    context: outcome.context,
    ...(message !== undefined && {
      latestAnswer: { question: message, answer, before, shown: referenceToReply(shown) },
    }),
  });
  talk.feedback.noteAnswer(trace);
}

type EditedQuestion = {
  readonly question: string;
  readonly message: NonNullable<Context["editedMessage"]>;
};

/** An edited question changes its answer in place, as long as it is the latest. */
async function answerAnew(
  ctx: Context,
  { question, message }: EditedQuestion,
  talk: Talk,
): Promise<void> {
  const { chat, date, edit_date: editedAt } = message;
  const place = placeOf(ctx);
  const { latestAnswer } = talk.memory.recall(place);
  if (latestAnswer?.question !== message.message_id) return;
  if (editedAt - date >= EDITED_WITHIN_SECONDS) return;

  // What its first version led to is as if it had not been said.
  const context = conversationOf(ctx, latestAnswer.before, quotable(talk));
  const asked = { chatId: chat.id, question, context };
  const { outcome, reply, votedAnswer, trace } = readyAnswer(ctx, asked, talk);
  const shown = referenceToReply(reply);
  // Votes below it have to be on this answer, not on the one to the first version.
  const isShown = shown === latestAnswer.shown && !canBeVotedOn(reply);
  const answer = isShown
    ? latestAnswer.answer
    : await editReply(ctx, reply, { messageId: latestAnswer.answer, votedAnswer });
  talk.memory.remember(place, {
    context: outcome.context,
    latestAnswer: { ...latestAnswer, answer, shown },
  });
  talk.feedback.noteAnswer(trace);
}

function quotable({ articles, answerQuestion }: Talk): Quotable {
  return { articles: articles(), answerQuestion };
}

function canBeVotedOn({ buttons }: Reply): boolean {
  return buttons.flat().some((button) => "judges" in button);
}

const referenceToReply = memoize(({ text, buttons }: Reply) =>
  referenceTo(JSON.stringify([text.text, buttons])),
);

function belowQuestion(question: string, reply: Reply): Reply {
  return { ...reply, text: fitted(blocks(FormattedString.italic(question), reply.text)) };
}
