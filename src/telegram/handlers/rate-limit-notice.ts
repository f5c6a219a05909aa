import type { Context } from "grammy";
import type { ChatMemory } from "../chat-memory.ts";
import { conversationKeyOf } from "../conversation-key.ts";
import { plain } from "../replies/reply.ts";
import { sendReply } from "./send-reply.ts";
import { wordingForReader } from "../wording/wording-for.ts";

/** Tells a reader once that they are too fast. Groups get no notice: it would disturb everyone. */
export async function sendRateLimitNotice(
  ctx: Context,
  memory: ChatMemory,
  { isFirst }: { readonly isFirst: boolean },
): Promise<void> {
  const { tooFast } = wordingForReader(ctx, memory.recall(conversationKeyOf(ctx)).context).replies;
  // An unanswered button would keep spinning.
  if (ctx.callbackQuery) await ctx.answerCallbackQuery(isFirst ? { text: tooFast } : {});
  else if (isFirst && ctx.chat?.type === "private") {
    await sendReply(ctx, { text: plain(tooFast), buttons: [] });
  }
}
