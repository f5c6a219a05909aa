import type { TextQuote } from "@grammyjs/types";
import { MAX_QUOTE_LENGTH } from "./limits.ts";
import { badRequest } from "./refusal.ts";
import type { ReplyParams } from "../methods/shapes.ts";
import type { ChatMessage, Room } from "../state/state.ts";

export type ReplyFields = Pick<ChatMessage, "reply_to_message" | "quote">;

/** The fields that make a message a reply. */
export function acceptReply(room: Room, params: ReplyParams | undefined): ReplyFields {
  if (!params) return {};
  if (params.chat_id !== undefined && params.chat_id !== room.chat.id) {
    throw badRequest("replies to other chats are not supported by the simulator");
  }
  const original = room.messages.get(params.message_id);
  if (!original) {
    if (params.allow_sending_without_reply) return {};
    throw badRequest("message to be replied not found");
  }
  return replyFields(original, params.quote === undefined ? undefined : quoteOf(original, params));
}

/** The replied-to message is embedded without its own `reply_to_message`. */
export function replyFields(original: ChatMessage, quote?: TextQuote): ReplyFields {
  const { reply_to_message: _earlier, ...shown } = original;
  return { reply_to_message: shown, ...(quote && { quote }) };
}

function quoteOf(original: ChatMessage, params: ReplyParams): TextQuote {
  const { quote = "", quote_position: hint = 0 } = params;
  if (params.quote_parse_mode)
    throw badRequest("quote_parse_mode is not supported by the simulator");
  if (quote.length > MAX_QUOTE_LENGTH) throw badRequest("QUOTE_TEXT_INVALID");

  const position = positionOf(quote, original.text ?? original.caption ?? "", hint);
  if (quote === "" || position < 0) throw badRequest("QUOTE_TEXT_INVALID");
  return { text: quote, position };
}

/** The occurrence nearest to the hint, as Telegram chooses. */
export function positionOf(quote: string, text: string, hint: number): number {
  const after = text.indexOf(quote, hint);
  const before = text.lastIndexOf(quote, hint);
  if (after < 0 || before < 0) return Math.max(after, before);
  return after - hint < hint - before ? after : before;
}
