import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { enterRoom } from "../rules/chat-rules.ts";
import { acceptKeyboard } from "../rules/keyboard-rules.ts";
import { replaceMessage } from "../state/post-message.ts";
import { badRequest } from "../rules/refusal.ts";
import * as shapes from "./shapes.ts";
import type { ChatMessage, MessagePlace, Telegram } from "../state/state.ts";
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

type KeyboardWish = z.output<typeof editKeyboardParameters>;

export function editMessageText(telegram: Telegram, wish: z.output<typeof editTextParameters>) {
  const place = findTarget(telegram, wish);
  const old = messageToEdit(telegram, place);
  if (old.text === undefined) throw badRequest("there is no text in the message to edit");

  const {
    entities: _entities,
    reply_markup: _keyboard,
    link_preview_options: _preview,
    ...kept
  } = old;
  const { text, entities } = acceptText(wish);
  return finish(
    telegram,
    { place, old, wish },
    {
      ...kept,
      text,
      ...(entities.length > 0 && { entities }),
      ...(wish.link_preview_options && { link_preview_options: wish.link_preview_options }),
    },
  );
}

export function editMessageReplyMarkup(telegram: Telegram, wish: KeyboardWish) {
  const place = findTarget(telegram, wish);
  const old = messageToEdit(telegram, place);
  const { reply_markup: _keyboard, ...kept } = old;
  return finish(telegram, { place, old, wish }, kept);
}

type Edit = {
  readonly place: MessagePlace;
  readonly old: ChatMessage;
  readonly wish: KeyboardWish;
};

/** An edit without a keyboard takes the old one away, as in Telegram. */
function finish(
  telegram: Telegram,
  { place, old, wish }: Edit,
  content: ChatMessage,
): ChatMessage | true {
  const keyboard = acceptKeyboard(wish.reply_markup);
  const edited = { ...content, ...(keyboard && { reply_markup: keyboard }) };
  if (isDeepStrictEqual(edited, old)) {
    throw badRequest(
      "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message",
    );
  }
  const message = replaceMessage(telegram, place.room, edited);
  return wish.inline_message_id === undefined ? message : true;
}

function findTarget(telegram: Telegram, wish: KeyboardWish): MessagePlace {
  if (wish.inline_message_id !== undefined) {
    const place = telegram.inlineMessages.get(wish.inline_message_id);
    if (!place) throw badRequest("MESSAGE_ID_INVALID");
    return place;
  }
  const room = enterRoom(telegram, wish.chat_id);
  if (wish.message_id === undefined) throw badRequest("message identifier is not specified");
  return { room, messageId: wish.message_id };
}

function messageToEdit(telegram: Telegram, { room, messageId }: MessagePlace): ChatMessage {
  const message = room.messages.get(messageId);
  if (!message) throw badRequest("message to edit not found");
  const isOwn = message.from?.id === telegram.bot.id || message.via_bot?.id === telegram.bot.id;
  if (!isOwn) throw badRequest("message can't be edited");
  return message;
}
