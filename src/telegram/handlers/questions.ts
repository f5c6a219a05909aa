import { FormattedString } from "@grammyjs/parse-mode";
import type { Context, MiddlewareFn } from "grammy";
import type { Quotable } from "../../answer/conversation/context-of-quote.ts";
import type { Context as ChatContext } from "../../answer/answer.ts";
import type { Article } from "../../article/article.ts";
import { languageOfCode } from "../../languages/language.ts";
import type { ChatMemory } from "../chat-memory.ts";
import { conversationKeyOf } from "../conversation-key.ts";
import { referenceTo } from "../callback/callback-data.ts";
import { questionContext } from "./question-context.ts";
import { memoize } from "../memoize.ts";
import { addressedQuestion } from "./addressed-question.ts";
import { draftReply, type ReplyDependencies } from "./draft-reply.ts";
import { blocks, fitToMessage, type Reply } from "../replies/reply.ts";
import { editReply, sendReply } from "./send-reply.ts";

export type AnswerDependencies = ReplyDependencies & {
  readonly memory: ChatMemory;
};

/** After that, nobody scrolls up to look for a change. */
const EDIT_WINDOW_SECONDS = 15 * 60;

/** Answers every text or caption in a private chat, and in groups those addressed to the bot. */
export function questions(deps: AnswerDependencies): MiddlewareFn {
  return async (ctx, next) => {
    const { message, editedMessage } = ctx;
    const question = message || editedMessage ? addressedQuestion(ctx) : undefined;
    if (question === undefined) return next();
    if (editedMessage) return updateAnswer(ctx, { question, message: editedMessage }, deps);
    return answerIn(ctx, question, deps);
  };
}

/**
 * Answers and remembers. If the question was suggested by an article, it is not in the chat, so the reply
 * shows it, and that article is its only context.
 */
export async function answerIn(
  ctx: Context,
  question: string,
  { suggestedBy, ...deps }: AnswerDependencies & { readonly suggestedBy?: Article },
): Promise<void> {
  const chatId = ctx.chat?.id;
  if (chatId === undefined) return;

  const key = conversationKeyOf(ctx);
  const { context: before = {} } = deps.memory.recall(key);
  const context = suggestedBy
    ? contextOfSuggestion(suggestedBy)
    : questionContext(ctx, before, quotable(deps));
  const contextual = { chatId, question, context };
  const { outcome, reply, votedAnswer, traces } = draftReply(ctx, contextual, deps);
  const shown = suggestedBy ? belowQuestion(question, reply) : reply;
  const answer = await sendReply(ctx, shown, votedAnswer);
  const message = ctx.msg?.message_id;
  deps.memory.remember(key, {
    context: outcome.context,
    ...(message !== undefined && {
      latestAnswer: { question: message, answer, before, shown: hashOfReply(shown) },
    }),
  });
  for (const trace of traces) deps.feedback.recordAnswer(trace);
}

function contextOfSuggestion({ slug, language: code }: Article): ChatContext {
  const language = languageOfCode(code);
  return { article: slug, ...(language && { language }) };
}

type EditedQuestion = {
  readonly question: string;
  readonly message: NonNullable<Context["editedMessage"]>;
};

/** If the latest question is edited, its answer is edited too. */
async function updateAnswer(
  ctx: Context,
  { question, message }: EditedQuestion,
  deps: AnswerDependencies,
): Promise<void> {
  const { chat, date, edit_date: editedAt } = message;
  const key = conversationKeyOf(ctx);
  const { latestAnswer } = deps.memory.recall(key);
  if (latestAnswer?.question !== message.message_id) return;
  if (editedAt - date >= EDIT_WINDOW_SECONDS) return;

  // As if its first version had never been asked.
  const context = questionContext(ctx, latestAnswer.before, quotable(deps));
  const contextual = { chatId: chat.id, question, context };
  const { outcome, reply, votedAnswer, traces } = draftReply(ctx, contextual, deps);
  const shown = hashOfReply(reply);
  // An unchanged reply is sent again if it has vote buttons: they have to vote on this answer.
  const isUnchanged = shown === latestAnswer.shown && !canBeVotedOn(reply);
  const answer = isUnchanged
    ? latestAnswer.answer
    : await editReply(ctx, reply, { messageId: latestAnswer.answer, votedAnswer });
  deps.memory.remember(key, {
    context: outcome.context,
    latestAnswer: { ...latestAnswer, answer, shown },
  });
  for (const trace of traces) deps.feedback.recordAnswer(trace);
}

function quotable({ articles, answerQuestion }: AnswerDependencies): Quotable {
  return { articles: articles(), answerQuestion };
}

function canBeVotedOn({ buttons }: Reply): boolean {
  return buttons.flat().some((button) => "rating" in button);
}

const hashOfReply = memoize(({ text, buttons }: Reply) =>
  referenceTo(JSON.stringify([text.text, buttons])),
);

function belowQuestion(question: string, reply: Reply): Reply {
  return { ...reply, text: fitToMessage(blocks(FormattedString.italic(question), reply.text)) };
}
