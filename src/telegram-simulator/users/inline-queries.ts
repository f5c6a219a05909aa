import type { InlineQuery } from "@grammyjs/types";
import { MAX_INLINE_QUERY_LENGTH } from "../rules/limits.ts";
import type { ChatMessage, InlineRequest, SimulatorState } from "../state/state.ts";
import { type UserInRoom, postFromUser } from "./messages.ts";

/** A user types `@bot query` in a chat; the results arrive with the bot's answer. */
export function askInline(
  state: SimulatorState,
  { room, user }: UserInRoom,
  { query, offset = "" }: { readonly query: string; readonly offset?: string },
): InlineRequest {
  if (query.length > MAX_INLINE_QUERY_LENGTH) {
    throw new Error(`an inline query has at most ${MAX_INLINE_QUERY_LENGTH} characters`);
  }
  const id = String(state.nextId());
  const request: InlineRequest = { id, user, query, askedAt: state.now() };
  state.inlineRequests.set(id, request);
  const isOwnChat = room.chat.type === "private";
  const update: InlineQuery = {
    id,
    from: user,
    query,
    offset,
    chat_type: isOwnChat ? "sender" : room.chat.type,
  };
  state.updates.push("inline_query", update);
  return request;
}

/** A user chooses a result, which is posted as the user's message. */
export function chooseInline(
  state: SimulatorState,
  place: UserInRoom,
  { request, resultId }: { readonly request: InlineRequest; readonly resultId: string },
): ChatMessage {
  const result = request.answer?.results.find(({ id }) => id === resultId);
  if (!result) throw new Error(`the bot gave no inline result "${resultId}"`);
  const posted = postFromUser(state, place, { ...result.message, via_bot: state.bot });

  const id = `inline-${state.nextId()}`;
  // Only a message with a keyboard gets an inline_message_id, so only that can be edited.
  const isNamed = result.message.reply_markup !== undefined;
  if (isNamed) {
    state.inlineMessages.set(id, { room: place.room, messageId: posted.message_id });
  }
  state.updates.push("chosen_inline_result", {
    result_id: resultId,
    from: place.user,
    query: request.query,
    ...(isNamed && { inline_message_id: id }),
  });
  return posted;
}
