import { z } from "zod";
import { enterRoom } from "../rules/chat-rules.ts";
import { badRequest } from "../rules/refusal.ts";
import type { SimulatorState } from "../state/state.ts";
import * as wire from "./wire.ts";

export const deleteMessageParameters = z.strictObject({
  chat_id: wire.chatId.default(""),
  message_id: wire.integer,
});

export function deleteMessage(
  state: SimulatorState,
  { chat_id, message_id: messageId }: z.output<typeof deleteMessageParameters>,
): true {
  const room = enterRoom(state, chat_id);
  const message = room.messages.get(messageId);
  if (!message) throw badRequest("message to delete not found");
  // In a private chat a bot may also delete the user's messages; in a group that takes an administrator.
  const mayDelete = room.chat.type === "private" || message.from?.id === state.bot.id;
  if (!mayDelete) throw badRequest("message can't be deleted");

  room.messages.delete(messageId);
  state.changes.notify({ kind: "message-deleted", chatId: room.chat.id, messageId });
  return true;
}
