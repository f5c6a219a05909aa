import type { Context } from "grammy";

/**
 * Two bots that answer each other never stop, and what was posted out of inline results is an answer
 * already. Somebody who writes in the name of a chat is shown as a bot and is none; a channel's post
 * is nobody's question.
 */
export async function ignoreBots(ctx: Context, next: () => Promise<void>): Promise<void> {
  const { message = ctx.editedMessage } = ctx;
  const isBot = ctx.from?.is_bot === true && message?.sender_chat === undefined;
  const isAutomatic = message?.via_bot !== undefined || message?.is_automatic_forward === true;
  const isPost = ctx.channelPost !== undefined || ctx.editedChannelPost !== undefined;
  if (!ctx.callbackQuery && (isBot || isAutomatic || isPost)) return;
  await next();
}
