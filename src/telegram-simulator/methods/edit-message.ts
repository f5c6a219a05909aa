import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { enterRoom } from "../rules/chat-rules.ts";
import { acceptKeyboard } from "../rules/keyboard-rules.ts";
import { replaceMessage } from "../state/post-message.ts";
import { badRequest } from "../rules/refusal.ts";
import * as shapes from "./shapes.ts";
import type { ChatMessage, MessagePlace, SimulatorState } from "../state/state.ts";
import { acceptText } from "../rules/text-rules.ts";
import * as wire from "./wire.ts";

const target = {
  chat_id: wire.chatId.default(""),
  message_id: wire.integer.exactOptional(),
  inline_message_id: z.string().exactOptional(),
};

export const editKeyboardParameters = z.strictObject({
  ...target,
  reply_markup: shapes.inlineKeyboard.exactOptional(),
});

export const editTextParameters = z.strictObject({
  ...editKeyboardParameters.shape,
  text: wire.text.default(""),
  parse_mode: z.string().exactOptional(),
  entities: shapes.entities.exactOptional(),
  link_preview_options: shapes.linkPreviewOptions.exactOptional(),
});

type KeyboardParams = z.output<typeof editKeyboardParameters>;

export function editMessageText(
  state: SimulatorState,
  params: z.output<typeof editTextParameters>,
) {
  const place = findTarget(state, params);
  const old = messageToEdit(state, place);
  if (old.text === undefined) throw badRequest("there is no text in the message to edit");

  const {
    entities: _entities,
    reply_markup: _keyboard,
    link_preview_options: _preview,
    ...kept
  } = old;
  const { text, entities } = acceptText(params);
  return finish(
    state,
    { place, old, params },
    {
      ...kept,
      text,
      ...(entities.length > 0 && { entities }),
      ...(params.link_preview_options && { link_preview_options: params.link_preview_options }),
    },
  );
}

export function editMessageReplyMarkup(state: SimulatorState, params: KeyboardParams) {
  const place = findTarget(state, params);
  const old = messageToEdit(state, place);
  const { reply_markup: _keyboard, ...kept } = old;
  return finish(state, { place, old, params }, kept);
}

type Edit = {
  readonly place: MessagePlace;
  readonly old: ChatMessage;
  readonly params: KeyboardParams;
};

/** An edit without a keyboard removes the old one, as in Telegram. */
function finish(
  state: SimulatorState,
  { place, old, params }: Edit,
  content: ChatMessage,
): ChatMessage | true {
  const keyboard = acceptKeyboard(params.reply_markup, place.room.chat);
  const edited = { ...content, ...(keyboard && { reply_markup: keyboard }) };
  if (isDeepStrictEqual(edited, old)) {
    throw badRequest(
      "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message",
    );
  }
  const message = replaceMessage(state, place.room, edited);
  return params.inline_message_id === undefined ? message : true;
}

function findTarget(state: SimulatorState, params: KeyboardParams): MessagePlace {
  if (params.inline_message_id !== undefined) {
    const place = state.inlineMessages.get(params.inline_message_id);
    if (!place) throw badRequest("MESSAGE_ID_INVALID");
    return place;
  }
  const room = enterRoom(state, params.chat_id);
  if (params.message_id === undefined) throw badRequest("message identifier is not specified");
  return { room, messageId: params.message_id };
}

function messageToEdit(state: SimulatorState, { room, messageId }: MessagePlace): ChatMessage {
  const message = room.messages.get(messageId);
  if (!message) throw badRequest("message to edit not found");
  const isOwn = message.from?.id === state.bot.id || message.via_bot?.id === state.bot.id;
  if (!isOwn) throw badRequest("message can't be edited");
  return message;
}
