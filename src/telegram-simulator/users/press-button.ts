import type { InlineKeyboardButton } from "@grammyjs/types";
import type { CallbackPress, ChatMessage, SimulatorState } from "../state/state.ts";
import type { UserInRoom } from "./messages.ts";

/** A user presses a button under a message; the toast arrives with the bot's answer. */
export function pressButton(
  state: SimulatorState,
  { room, user }: UserInRoom,
  { messageId, label }: { readonly messageId: number; readonly label: string },
): CallbackPress {
  const message = room.messages.get(messageId);
  if (!message) throw new Error(`there is no message ${messageId} in this chat`);
  const button = findButton(message, label);
  if (!("callback_data" in button)) throw new Error(`the button "${label}" has no callback data`);

  const press: CallbackPress = { id: String(state.nextId()), user, pressedAt: state.now() };
  state.callbackPresses.set(press.id, press);
  state.updates.push("callback_query", {
    id: press.id,
    from: user,
    chat_instance: String(room.chat.id),
    data: button.callback_data,
    ...messageFields(state, message),
  });
  return press;
}

function findButton(message: ChatMessage, label: string): InlineKeyboardButton {
  const buttons = message.reply_markup?.inline_keyboard.flat() ?? [];
  const button = buttons.find(({ text }) => text === label);
  if (button) return button;

  const labels = buttons.map(({ text }) => `[${text}]`).join(" ");
  throw new Error(`there is no button "${label}" under this message, only: ${labels || "none"}`);
}

function messageFields(state: SimulatorState, message: ChatMessage) {
  for (const [id, { room, messageId }] of state.inlineMessages) {
    const isThis = room.chat.id === message.chat.id && messageId === message.message_id;
    if (isThis) return { inline_message_id: id };
  }
  return { message };
}
