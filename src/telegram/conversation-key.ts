import type { Context } from "grammy";

/** Where a conversation goes on: in a chat, or in one of its topics apart from the others. */
export type ConversationKey = number | string;

type Placed = { readonly chatId: number | undefined; readonly topicId?: number | undefined };

export function conversationKey({ chatId, topicId }: Placed): ConversationKey | undefined {
  return chatId === undefined || topicId === undefined ? chatId : `${chatId}:${topicId}`;
}

export function conversationKeyOf(
  ctx: Pick<Context, "chatId" | "msg">,
): ConversationKey | undefined {
  return conversationKey({ chatId: ctx.chatId, topicId: forumTopicOf(ctx) });
}

/**
 * The topic of a forum or of a private chat. Replies in other groups have the number of a thread, too,
 * and belong to the group's one conversation.
 */
export function forumTopicOf({ msg }: Pick<Context, "msg">): number | undefined {
  return msg?.is_topic_message === true ? msg.message_thread_id : undefined;
}
