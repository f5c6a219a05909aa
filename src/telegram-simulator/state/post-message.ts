import type { User } from "@grammyjs/types";
import { type ChatMessage, type Room, type Telegram, unixTime } from "./state.ts";

/** All of a message but what Telegram itself gives it. */
export type Draft = Omit<ChatMessage, "message_id" | "date" | "chat" | "from">;

/** Puts a message into a chat. */
export function postMessage(telegram: Telegram, room: Room, from: User, draft: Draft): ChatMessage {
  const message: ChatMessage = {
    message_id: telegram.nextId(),
    from,
    chat: room.chat,
    date: unixTime(telegram),
    ...draft,
  };
  room.messages.set(message.message_id, message);
  telegram.changes.tell({ kind: "message-sent", ...placeOf(message) });
  return message;
}

/** Puts the new version of a message in place of the old one. */
export function replaceMessage(telegram: Telegram, room: Room, message: ChatMessage): ChatMessage {
  const edited = { ...message, edit_date: unixTime(telegram) };
  room.messages.set(edited.message_id, edited);
  telegram.changes.tell({ kind: "message-edited", ...placeOf(edited) });
  return edited;
}

function placeOf({ chat, message_id: messageId }: ChatMessage) {
  return { chatId: chat.id, messageId };
}
