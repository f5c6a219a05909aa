import { type Bot, Context } from "grammy";
import type { Update } from "grammy/types";
import { forumTopicOf } from "../telegram/conversation-key.ts";

/** Which update it is, and the chat and user it comes from. */
export type UpdateIds = {
  readonly updateId: number;
  readonly chatId: number | undefined;
  /** Set if the chat has topics and the update belongs to one. */
  readonly topicId?: number | undefined;
  readonly userId: number | undefined;
};

export type IncomingUpdate = { readonly update: Update; readonly ids: UpdateIds };

export function readIncomingUpdate(update: Update, { api, botInfo }: Bot): IncomingUpdate {
  return { update, ids: idsOf(new Context(update, api, botInfo)) };
}

function idsOf(ctx: Context): UpdateIds {
  const { update_id: updateId } = ctx.update;
  try {
    const { chatId, from, senderChat } = ctx;
    // All anonymous administrators share one user id; the group they speak for tells them apart.
    return { updateId, chatId, topicId: forumTopicOf(ctx), userId: senderChat?.id ?? from?.id };
  } catch {
    // Malformed in a way that Telegram never sends. Without a chat, the bot ignores it.
    return { updateId, chatId: undefined, userId: undefined };
  }
}

/** Updates with the same key are handled in order: those of one chat. */
export function queueKeyOf({ updateId, chatId, userId }: UpdateIds): number {
  return chatId ?? userId ?? updateId;
}
