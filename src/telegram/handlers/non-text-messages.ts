import { Composer, type Context, type FilterQuery } from "grammy";
import type { ChatMemory } from "../chat-memory.ts";
import { conversationKeyOf } from "../conversation-key.ts";
import { plain } from "../replies/reply.ts";
import { sendReply } from "./send-reply.ts";
import { wordingForReader } from "../wording/wording-for.ts";

/** Content a reader may send instead of text. Service messages get no reply. */
const NON_TEXT = [
  "message:media",
  "message:file",
  "message:location",
  "message:contact",
  "message:poll",
  "message:dice",
  "message:game",
  "message:story",
] satisfies FilterQuery[];

/** One hint is enough for ten stickers in a row. */
const HINT_INTERVAL_SECONDS = 10 * 60;

/** Asks for text in private chats. Groups get no hint. */
export function nonTextMessages(memory: ChatMemory): Composer<Context> {
  const composer = new Composer();
  composer.chatType("private").on(NON_TEXT, async (ctx) => {
    const { context, hintedAt = 0 } = memory.recall(conversationKeyOf(ctx));
    // Another item of the album may have the question as its caption, even one yet to come.
    if (ctx.msg.media_group_id !== undefined) return;
    // Telegram's clock is the same for all replicas.
    const { date } = ctx.msg;
    if (date - hintedAt < HINT_INTERVAL_SECONDS) return;
    memory.remember(conversationKeyOf(ctx), { hintedAt: date });
    await sendReply(ctx, {
      text: plain(wordingForReader(ctx, context).replies.textOnly),
      buttons: [],
    });
  });
  return composer;
}
