import { Composer, GrammyError, type Context } from "grammy";
import type { ChatMemory } from "./chat-memory.ts";

const FORBIDDEN = 403;

/** Chats that the bot may no longer write to are forgotten; of those that move, the notes move along. */
export function lostChats(memory: ChatMemory): Composer<Context> {
  const composer = new Composer();
  composer.use(async (ctx, next) => {
    try {
      await next();
    } catch (error) {
      const isLost = error instanceof GrammyError && error.error_code === FORBIDDEN;
      if (!isLost || !ctx.chat) throw error;
      memory.forget(ctx.chat.id);
    }
  });
  composer.on("message:migrate_to_chat_id", (ctx) => {
    memory.remember(ctx.msg.migrate_to_chat_id, memory.recall(ctx.chat.id));
    memory.forget(ctx.chat.id);
  });
  return composer;
}
