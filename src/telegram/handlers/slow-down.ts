import type { Context } from "grammy";
import type { ChatMemory } from "../chat-memory.ts";
import { placeOf } from "../chat-place.ts";
import { plain } from "../replies/reply.ts";
import { sendReply } from "../replies/send-reply.ts";
import { wordingFor } from "../wording/wording-for.ts";

/** Tells a reader who is too fast so, once; a group is not told, for nobody there asked. */
export async function tellToSlowDown(
  ctx: Context,
  memory: ChatMemory,
  { isFirst }: { readonly isFirst: boolean },
): Promise<void> {
  const { tooFast } = wordingFor(ctx, memory.recall(placeOf(ctx)).context);
  // Unanswered, the reader's button would go on spinning.
  if (ctx.callbackQuery) await ctx.answerCallbackQuery(isFirst ? { text: tooFast } : {});
  else if (isFirst && ctx.chat?.type === "private") {
    await sendReply(ctx, { text: plain(tooFast), buttons: [] });
  }
}
