import type { User } from "@grammyjs/types";
import { type ChatMessage, type Room, type SimulatorState, unixTime } from "./state.ts";

/** All of a message but what Telegram itself gives it. */
export type MessageDraft = Omit<ChatMessage, "message_id" | "date" | "chat" | "from">;

/** Puts a message into a chat. */
export function postMessage(
  state: SimulatorState,
  room: Room,
  from: User,
  draft: MessageDraft,
): ChatMessage {
  const message: ChatMessage = {
    message_id: state.nextId(),
    from,
    chat: room.chat,
    date: unixTime(state),
    ...draft,
  };
  room.messages.set(message.message_id, message);
  state.changes.notify({ kind: "message-sent", ...placeOf(message) });
  return message;
}

/** Puts the new version of a message in place of the old one. */
export function replaceMessage(
  state: SimulatorState,
  room: Room,
  message: ChatMessage,
): ChatMessage {
  const edited = { ...message, edit_date: unixTime(state) };
  room.messages.set(edited.message_id, edited);
  state.changes.notify({ kind: "message-edited", ...placeOf(edited) });
  return edited;
}

function placeOf({ chat, message_id: messageId }: ChatMessage) {
  return { chatId: chat.id, messageId };
}
