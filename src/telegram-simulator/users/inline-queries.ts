import type { InlineQuery } from "@grammyjs/types";
import { MAX_INLINE_QUERY_LENGTH } from "../rules/limits.ts";
import type { ChatMessage, InlineAsk, Telegram } from "../state/state.ts";
import { type Place, postFromUser } from "./messages.ts";

/** A user types `@bot query` in a chat; the results come with the bot's answer. */
export function askInline(
  telegram: Telegram,
  { room, user }: Place,
  { query, offset = "" }: { readonly query: string; readonly offset?: string },
): InlineAsk {
  if (query.length > MAX_INLINE_QUERY_LENGTH) {
    throw new Error(`an inline query has at most ${MAX_INLINE_QUERY_LENGTH} characters`);
  }
  const id = String(telegram.nextId());
  const ask: InlineAsk = { id, user, query, askedAt: telegram.now() };
  telegram.inlineAsks.set(id, ask);
  const isOwnChat = room.chat.type === "private";
  const update: InlineQuery = {
    id,
    from: user,
    query,
    offset,
    chat_type: isOwnChat ? "sender" : room.chat.type,
  };
  telegram.updates.push("inline_query", update);
  return ask;
}

/** A user picks a result, and it is posted in the user's name. */
export function chooseInline(
  telegram: Telegram,
  place: Place,
  { ask, resultId }: { readonly ask: InlineAsk; readonly resultId: string },
): ChatMessage {
  const result = ask.answer?.results.find(({ id }) => id === resultId);
  if (!result) throw new Error(`the bot gave no inline result "${resultId}"`);
  const posted = postFromUser(telegram, place, { ...result.message, via_bot: telegram.bot });

  const id = `inline-${telegram.nextId()}`;
  // Telegram names the message only if there is a keyboard in it: without one it cannot be edited.
  const isNamed = result.message.reply_markup !== undefined;
  if (isNamed) {
    telegram.inlineMessages.set(id, { room: place.room, messageId: posted.message_id });
  }
  telegram.updates.push("chosen_inline_result", {
    result_id: resultId,
    from: place.user,
    query: ask.query,
    ...(isNamed && { inline_message_id: id }),
  });
  return posted;
}
