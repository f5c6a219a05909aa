import type { User } from "@grammyjs/types";
import { type ChatMessage, type Room, type SimulatorState, unixTime } from "./state.ts";

/** A message without the fields that Telegram sets. */
export type MessageDraft = Omit<ChatMessage, "message_id" | "date" | "chat" | "from">;

/** Adds a message to a chat. */
export function postMessage(
  state: SimulatorState,
  room: Room,
  /** Nobody, in a channel. */
  from: User | undefined,
  draft: MessageDraft,
): ChatMessage {
  const message: ChatMessage = {
    message_id: state.nextId(),
    ...(from && { from }),
    chat: room.chat,
    date: unixTime(state),
    ...draft,
  };
  room.messages.set(message.message_id, message);
  state.changes.notify({ kind: "message-sent", ...placeOf(message) });
  return message;
}

/** Replaces a message by its edited version. */
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
