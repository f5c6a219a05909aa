import type { Update } from "@grammyjs/types";

/**
 * Which updates must arrive in order: those of one chat, and apart from them the button presses and the inline
 * queries of one user. That Telegram keeps these apart is from memory.
 */
export function laneOf(update: Update): string {
  const { message, edited_message, callback_query, inline_query, chosen_inline_result } = update;
  const inChat = message ?? edited_message ?? update.my_chat_member;
  if (inChat) return `chat ${inChat.chat.id}`;
  if (callback_query) return `buttons ${callback_query.from.id}`;
  const inline = inline_query ?? chosen_inline_result;
  return inline ? `inline ${inline.from.id}` : `update ${update.update_id}`;
}
