import { Composer, type Context, type FilterQuery } from "grammy";
import type { ChatMemory } from "../chat-memory.ts";
import { conversationKeyOf } from "../conversation-key.ts";
import { plain } from "../replies/reply.ts";
import { sendReply } from "../replies/send-reply.ts";
import { wordingForReader } from "../wording/wording-for.ts";

/** What a reader may send besides words; service messages ask for nothing and get nothing. */
const OTHER_CONTENT = [
  "message:media",
  "message:file",
  "message:location",
  "message:contact",
  "message:poll",
  "message:dice",
  "message:game",
  "message:story",
] satisfies FilterQuery[];

/** Who sends ten stickers in a row has understood the first hint. */
const HINT_AGAIN_SECONDS = 10 * 60;

/** In private, a hint upon what has no words; a group is left alone. */
export function nonTextMessages(memory: ChatMemory): Composer<Context> {
  const composer = new Composer();
  composer.chatType("private").on(OTHER_CONTENT, async (ctx) => {
    const { context, hintedAt = 0 } = memory.recall(conversationKeyOf(ctx));
    // The words may stand with any other part of an album, also with one that is yet to come.
    if (ctx.msg.media_group_id !== undefined) return;
    // By Telegram's clock: it is the same for all replicas.
    const { date } = ctx.msg;
    if (date - hintedAt < HINT_AGAIN_SECONDS) return;
    memory.remember(conversationKeyOf(ctx), { hintedAt: date });
    await sendReply(ctx, {
      text: plain(wordingForReader(ctx, context).replies.textOnly),
      buttons: [],
    });
  });
  return composer;
}
