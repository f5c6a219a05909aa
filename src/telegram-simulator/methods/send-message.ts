import { z } from "zod";
import { enterRoom } from "../rules/chat-rules.ts";
import { acceptKeyboard } from "../rules/keyboard-rules.ts";
import { postMessage } from "../state/post-message.ts";
import { acceptReply } from "../rules/reply-rules.ts";
import * as shapes from "./shapes.ts";
import type { ChatMessage, SimulatorState } from "../state/state.ts";
import { acceptText } from "../rules/text-rules.ts";
import { acceptTopic } from "../rules/topic-rules.ts";
import * as wire from "./wire.ts";

export const sendMessageParameters = z.strictObject({
  chat_id: wire.chatId.default(""),
  message_thread_id: wire.integer.exactOptional(),
  text: wire.text.default(""),
  parse_mode: z.string().exactOptional(),
  entities: shapes.entities.exactOptional(),
  link_preview_options: shapes.linkPreviewOptions.exactOptional(),
  disable_notification: wire.boolean.exactOptional(),
  protect_content: wire.boolean.exactOptional(),
  reply_parameters: shapes.replyParameters.exactOptional(),
  reply_markup: shapes.inlineKeyboard.exactOptional(),
});

export function sendMessage(
  state: SimulatorState,
  params: z.output<typeof sendMessageParameters>,
): ChatMessage {
  const { text, entities } = acceptText(params);
  const room = enterRoom(state, params.chat_id);
  const keyboard = acceptKeyboard(params.reply_markup, room.chat);
  const reply = acceptReply(room, params.reply_parameters);

  return postMessage(state, room, state.bot, {
    ...acceptTopic(room, params.message_thread_id, reply.reply_to_message),
    ...reply,
    text,
    ...(entities.length > 0 && { entities }),
    ...(params.link_preview_options && { link_preview_options: params.link_preview_options }),
    ...(keyboard && { reply_markup: keyboard }),
  });
}
