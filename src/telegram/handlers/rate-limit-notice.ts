import type { Context } from "grammy";
import type { ChatMemory } from "../chat-memory.ts";
import { conversationKeyOf } from "../conversation-key.ts";
import { plain } from "../replies/reply.ts";
import { sendReply } from "../replies/send-reply.ts";
import { wordingForReader } from "../wording/wording-for.ts";

/** Tells a reader who is too fast so, once; a group is not told, for nobody there asked. */
export async function sendRateLimitNotice(
  ctx: Context,
  memory: ChatMemory,
  { isFirst }: { readonly isFirst: boolean },
): Promise<void> {
  const { tooFast } = wordingForReader(ctx, memory.recall(conversationKeyOf(ctx)).context).replies;
  // Unanswered, the reader's button would go on spinning.
  if (ctx.callbackQuery) await ctx.answerCallbackQuery(isFirst ? { text: tooFast } : {});
  else if (isFirst && ctx.chat?.type === "private") {
    await sendReply(ctx, { text: plain(tooFast), buttons: [] });
  }
}
