import { FormattedString } from "@grammyjs/parse-mode";
import { Composer, type Context } from "grammy";
import type { AnswerQuestion } from "../answer/answer-question.ts";
import { renderReply } from "./answer-reply.ts";
import type { Conversations } from "./conversations.ts";
import { blocks, fitted, type Reply } from "./reply.ts";
import { sendReply } from "./send-reply.ts";

type Talk = {
  readonly answerQuestion: AnswerQuestion;
  readonly conversations: Conversations;
};

/** Answers questions: every text in private, in groups what is said to the bot; captions as well. */
export function questions({ answerQuestion, conversations }: Talk): Composer<Context> {
  const composer = new Composer();
  composer.on(["message:text", "message:caption"], async (ctx, next) => {
    const question = questionTo(ctx);
    if (question === undefined) return next();
    return answerIn(ctx, question, { answerQuestion, conversations });
  });
  return composer;
}

/** Answers and remembers. A question that was pressed stands nowhere in the chat, so it is shown. */
export async function answerIn(
  ctx: Context,
  question: string,
  { answerQuestion, conversations, isPressed = false }: Talk & { readonly isPressed?: boolean },
): Promise<void> {
  const chatId = ctx.chat?.id;
  if (chatId === undefined) return;

  const outcome = answerQuestion(question, conversations.recall(chatId));
  const reply = renderReply(outcome);
  await sendReply(ctx, isPressed ? belowQuestion(question, reply) : reply);
  conversations.remember(chatId, outcome.context);
}

function belowQuestion(question: string, reply: Reply): Reply {
  return { ...reply, text: fitted(blocks(FormattedString.italic(question), reply.text)) };
}

/** The question put to the bot, or `undefined` where people in a group talk among themselves. */
function questionTo(ctx: Context): string | undefined {
  const text = ctx.msg?.text ?? ctx.msg?.caption ?? "";
  if (ctx.chat?.type === "private") return text;

  const name = `@${ctx.me.username}`.toLowerCase();
  const mention = (ctx.msg?.entities ?? ctx.msg?.caption_entities ?? []).find(
    ({ type, offset, length }) =>
      type === "mention" && text.slice(offset, offset + length).toLowerCase() === name,
  );
  if (mention) {
    return `${text.slice(0, mention.offset)} ${text.slice(mention.offset + mention.length)}`.trim();
  }
  return ctx.msg?.reply_to_message?.from?.id === ctx.me.id ? text : undefined;
}
