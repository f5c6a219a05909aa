import type { Chat, User } from "@grammyjs/types";
import type { CallbackPress, ChatMessage, Room, Telegram, Toast } from "./telegram.ts";
import { pressButton } from "./user-buttons.ts";
import { type SayOptions, editAsUser, sayAsUser } from "./user-messages.ts";

/** A user in a chat: what they can do there, and what they see. */
export type Seat = {
  readonly user: User;
  readonly chat: Chat;
  readonly say: (text: string, options?: SayOptions) => ChatMessage;
  readonly edit: (messageId: number, text: string) => ChatMessage;
  readonly press: (messageId: number, label: string) => CallbackPress;
  readonly messages: () => readonly ChatMessage[];
  /** What the bot answered when this user pressed buttons, oldest first. */
  readonly toasts: () => readonly Toast[];
};

export function takeSeat(telegram: Telegram, room: Room, user: User): Seat {
  const place = { room, user };
  room.members.set(user.id, user);

  return {
    user,
    chat: room.chat,
    say: (text, options) => sayAsUser(telegram, place, text, options),
    edit: (messageId, text) => editAsUser(telegram, place, messageId, text),
    press: (messageId, label) => pressButton(telegram, place, { messageId, label }),
    messages: () => [...room.messages.values()],
    toasts: () =>
      [...telegram.callbackPresses.values()].flatMap((press) =>
        press.user.id === user.id && press.toast ? [press.toast] : [],
      ),
  };
}
