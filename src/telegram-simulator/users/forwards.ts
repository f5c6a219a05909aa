import type { InlineKeyboardMarkup, MessageOrigin } from "@grammyjs/types";
import type { MessageDraft } from "../state/post-message.ts";
import type { ChatMessage } from "../state/state.ts";

type Original = Omit<ChatMessage, "reply_to_message">;

/** The fields of a forwarded message: the content of the original, and where it comes from. */
export function forwardFields(original: ChatMessage): MessageDraft {
  return { ...contentOf(original), forward_origin: originOf(original) };
}

/** Whoever wrote a message first; a forwarded one keeps its origin. */
export function originOf(original: Original): MessageOrigin {
  const { forward_origin, chat, from, sender_chat, date, message_id, author_signature } = original;
  const signature = author_signature === undefined ? {} : { author_signature };
  if (forward_origin) return forward_origin;
  if (chat.type === "channel") return { type: "channel", chat, date, message_id, ...signature };
  if (sender_chat) return { type: "chat", sender_chat, date, ...signature };
  if (from) return { type: "user", sender_user: from, date };
  throw new Error("nobody wrote the message that is forwarded");
}

/** What a forwarded message does not take along. */
function contentOf(original: ChatMessage): MessageDraft {
  const {
    message_id: _id,
    date: _date,
    chat: _chat,
    from: _from,
    sender_chat: _sender,
    author_signature: _signature,
    forward_origin: _origin,
    is_automatic_forward: _isAutomatic,
    reply_to_message: _replied,
    external_reply: _external,
    quote: _quote,
    message_thread_id: _thread,
    is_topic_message: _isTopic,
    edit_date: _edited,
    reply_markup: keyboard,
    ...content
  } = original;
  return { ...content, ...(keyboard && hasLinksOnly(keyboard) && { reply_markup: keyboard }) };
}

function hasLinksOnly({ inline_keyboard: rows }: InlineKeyboardMarkup): boolean {
  return rows.flat().every((button) => "url" in button);
}
