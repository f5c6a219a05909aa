import { z } from "zod";
import { enterRoom } from "../rules/chat-rules.ts";
import { badRequest } from "../rules/refusal.ts";
import type { SimulatorState } from "../state/state.ts";
import * as wire from "./wire.ts";

const reaction = z.strictObject({ type: z.literal("emoji"), emoji: z.string() });

export const setMessageReactionParameters = z.strictObject({
  chat_id: wire.chatId.default(""),
  message_id: wire.integer,
  reaction: wire.json(z.array(reaction)).default([]),
  is_big: wire.boolean.exactOptional(),
});

/** Some of the emoji that Telegram allows as reactions; all that this bot could want. */
const ALLOWED = new Set("👍 👎 ❤ 🔥 🎉 🤔 👀 👌 🙏 😢 🤯 👏 💯 ✍ 🤝 🫡".split(" "));

export function setMessageReaction(
  state: SimulatorState,
  params: z.output<typeof setMessageReactionParameters>,
): true {
  const room = enterRoom(state, params.chat_id);
  if (!room.messages.has(params.message_id)) throw badRequest("message to react not found");
  // A bot may set one reaction a message.
  if (params.reaction.length > 1) throw badRequest("REACTIONS_TOO_MANY");
  const [emoji] = params.reaction.map((one) => one.emoji);
  if (emoji !== undefined && !ALLOWED.has(emoji)) throw badRequest("REACTION_INVALID");

  if (emoji === undefined) room.reactions.delete(params.message_id);
  else room.reactions.set(params.message_id, emoji);
  state.changes.notify({ kind: "reaction", chatId: room.chat.id, messageId: params.message_id });
  return true;
}
