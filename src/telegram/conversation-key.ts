import type { Context } from "grammy";

/** Identifies a conversation: a chat, or one topic of a forum. */
export type ConversationKey = number | string;

type ChatIds = { readonly chatId: number | undefined; readonly topicId?: number | undefined };

export function conversationKey({ chatId, topicId }: ChatIds): ConversationKey | undefined {
  return chatId === undefined || topicId === undefined ? chatId : `${chatId}:${topicId}`;
}

/** Whether it is a conversation of this chat, in whatever topic. */
export function isOfChat(key: ConversationKey, chatId: number): boolean {
  return key === chatId || String(key).startsWith(`${chatId}:`);
}

export function conversationKeyOf(
  ctx: Pick<Context, "chatId" | "msg">,
): ConversationKey | undefined {
  return conversationKey({ chatId: ctx.chatId, topicId: forumTopicOf(ctx) });
}

/**
 * The topic of a forum or of a private chat. In other groups, replies have a `message_thread_id` too, but
 * belong to the group's single conversation.
 */
export function forumTopicOf({ msg }: Pick<Context, "msg">): number | undefined {
  return msg?.is_topic_message === true ? msg.message_thread_id : undefined;
}
