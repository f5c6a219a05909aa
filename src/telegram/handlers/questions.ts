import { FormattedString } from "@grammyjs/parse-mode";
import type { Context, MiddlewareFn } from "grammy";
import type { Context as ChatContext } from "../../answer/answer.ts";
import type { Article } from "../../article/article.ts";
import { languageOfCode } from "../../languages/language.ts";
import { type ChatMemory, type Post, withPost } from "../chat-memory.ts";
import { conversationKeyOf } from "../conversation-key.ts";
import { referenceTo } from "../../article/reference-to.ts";
import { type Draft, draftInScope } from "./draft-in-scope.ts";
import { linksIn } from "./links-in.ts";
import { isCommand } from "./command-in.ts";
import { isForwardedPost, scopeOfMessage } from "./scope-of-message.ts";
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
    const question = message || editedMessage ? await questionOf(ctx, deps) : undefined;
    if (question === undefined) return next();
    if (editedMessage) return updateAnswer(ctx, { question, message: editedMessage }, deps);
    return answerIn(ctx, question, deps);
  };
}

/** Without words, `/ask` below a post and a forwarded picture with a link are still about an article. */
async function questionOf(ctx: Context, deps: AnswerDependencies): Promise<string | undefined> {
  const question = addressedQuestion(ctx);
  if (question !== undefined || !ctx.msg) return question;
  const isPost = ctx.chat?.type === "private" && isForwardedPost(ctx.msg);
  if (!isCommand("ask")(ctx) && !(isPost && linksIn(ctx.msg).length > 0)) return undefined;
  const { posts = [] } = deps.memory.recall(conversationKeyOf(ctx));
  return (await scopeIn(ctx, posts, deps)) ? "" : undefined;
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
  const { context: before = {}, posts = [] } = deps.memory.recall(key);
  const asked = { chatId, question, before };
  const draft = suggestedBy
    ? await draftSuggested(ctx, { ...asked, suggestedBy }, deps)
    : await draftInScope(ctx, { ...asked, scope: await scopeIn(ctx, posts, deps) }, deps);
  const { reply, context, post, saysArticle } = draft;
  const answer = await sendReply(ctx, reply, draft.votedAnswer);
  const message = ctx.msg?.message_id;
  const shown = hashOfReply(reply);
  deps.memory.remember(key, {
    context,
    ...(message !== undefined && {
      latestAnswer: {
        question: message,
        answer,
        before,
        shown,
        ...(saysArticle && { saysArticle }),
      },
    }),
    ...(post && { posts: withPost(posts, post) }),
  });
  for (const trace of draft.traces) deps.feedback.recordAnswer(trace);
}

function scopeIn(ctx: Context, posts: readonly Post[], { articles }: AnswerDependencies) {
  return scopeOfMessage(ctx, { posts, articles });
}

type SuggestedQuestion = {
  readonly chatId: number;
  readonly question: string;
  readonly suggestedBy: Article;
};

async function draftSuggested(
  ctx: Context,
  { chatId, question, suggestedBy }: SuggestedQuestion,
  deps: AnswerDependencies,
): Promise<Draft> {
  const context = contextOfSuggestion(suggestedBy);
  const { outcome, reply, ...draft } = await draftReply(ctx, { chatId, question, context }, deps);
  return { ...draft, reply: belowQuestion(question, reply), context: outcome.context };
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
  const { latestAnswer, posts = [] } = deps.memory.recall(key);
  if (latestAnswer?.question !== message.message_id) return;
  if (editedAt - date >= EDIT_WINDOW_SECONDS) return;

  // As if its first version had never been asked.
  const { before, saysArticle: saidArticle = false } = latestAnswer;
  const asked = { chatId: chat.id, question, before, saidArticle };
  const draft = await draftInScope(ctx, { ...asked, scope: await scopeIn(ctx, posts, deps) }, deps);
  const { reply, context, post, saysArticle } = draft;
  const shown = hashOfReply(reply);
  // An unchanged reply is sent again if it has vote buttons: they have to vote on this answer.
  const isUnchanged = shown === latestAnswer.shown && !canBeVotedOn(reply);
  const answer = isUnchanged
    ? latestAnswer.answer
    : await editReply(ctx, reply, editedFrom(draft, latestAnswer));
  deps.memory.remember(key, {
    context,
    latestAnswer: { ...latestAnswer, answer, shown, ...(saysArticle && { saysArticle }) },
    ...(post && { posts: withPost(posts, post) }),
  });
  for (const trace of draft.traces) deps.feedback.recordAnswer(trace);
}

function editedFrom({ votedAnswer }: Draft, { answer }: { readonly answer: number }) {
  return { messageId: answer, ...(votedAnswer && { votedAnswer }) };
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
