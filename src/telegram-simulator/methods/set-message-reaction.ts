import { z } from "zod";
import { enterRoom } from "../rules/chat-rules.ts";
import { badRequest } from "../rules/refusal.ts";
import type { Telegram } from "../state/state.ts";
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
  telegram: Telegram,
  wish: z.output<typeof setMessageReactionParameters>,
): true {
  const room = enterRoom(telegram, wish.chat_id);
  if (!room.messages.has(wish.message_id)) throw badRequest("message to react not found");
  // A bot may set one reaction a message.
  if (wish.reaction.length > 1) throw badRequest("REACTIONS_TOO_MANY");
  const [emoji] = wish.reaction.map((one) => one.emoji);
  if (emoji !== undefined && !ALLOWED.has(emoji)) throw badRequest("REACTION_INVALID");

  if (emoji === undefined) room.reactions.delete(wish.message_id);
  else room.reactions.set(wish.message_id, emoji);
  telegram.changes.tell({ kind: "reaction", chatId: room.chat.id, messageId: wish.message_id });
  return true;
}
