import { GrammyError, type MiddlewareFn } from "grammy";
import type { ChatMemory } from "../chat-memory.ts";
import { conversationKeyOf } from "../conversation-key.ts";

const FORBIDDEN = 403;

/** Forgets chats that the bot may no longer write to. If a group becomes a supergroup, its notes move along. */
export function lostChats(memory: ChatMemory): MiddlewareFn {
  return async (ctx, next) => {
    const { chat, migrate_to_chat_id: supergroupId } = ctx.message ?? {};
    if (chat && supergroupId !== undefined) {
      memory.remember(supergroupId, memory.recall(chat.id));
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
