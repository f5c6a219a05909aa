import { GrammyError, type MiddlewareFn } from "grammy";
import type { ChatMemory } from "../chat-memory.ts";
import { conversationKeyOf } from "../conversation-key.ts";

const FORBIDDEN = 403;

/** Chats that the bot may no longer write to are forgotten; of those that move, the notes move along. */
export function lostChats(memory: ChatMemory): MiddlewareFn {
  return async (ctx, next) => {
    const { chat, migrate_to_chat_id: movedTo } = ctx.message ?? {};
    if (chat && movedTo !== undefined) {
      memory.remember(movedTo, memory.recall(chat.id));
      memory.forget(chat.id);
      return;
    }
    try {
      await next();
    } catch (error) {
      const isLost = error instanceof GrammyError && error.error_code === FORBIDDEN;
      if (!isLost || !ctx.chat) throw error;
      memory.forget(conversationKeyOf(ctx));
    }
  };
}
