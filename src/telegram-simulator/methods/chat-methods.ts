import type { ChatMember } from "@grammyjs/types";
import { z } from "zod";
import { enterRoom, findRoom } from "../rules/chat-rules.ts";
import { badRequest } from "../rules/refusal.ts";
import type { Telegram } from "../state/state.ts";
import { standInRoom } from "../users/bot-access.ts";
import * as wire from "./wire.ts";

export const chatParameters = z.strictObject({ chat_id: wire.chatId.default("") });
export const chatMemberParameters = z.strictObject({
  ...chatParameters.shape,
  user_id: wire.integer,
});
export const chatActionParameters = z.strictObject({
  ...chatParameters.shape,
  action: z.string().default(""),
});

const CHAT_ACTIONS = new Set(
  "typing upload_photo record_video upload_video record_voice upload_voice upload_document choose_sticker find_location record_video_note upload_video_note".split(
    " ",
  ),
);

type ChatWish = z.output<typeof chatParameters>;

/** Less than Telegram tells: what the bot could want to know. */
export function getChat(telegram: Telegram, { chat_id }: ChatWish) {
  const { chat } = findRoom(telegram, chat_id);
  return { ...chat, accent_color_id: 0, max_reaction_count: 11 };
}

export function getChatMember(
  telegram: Telegram,
  wish: z.output<typeof chatMemberParameters>,
): ChatMember {
  const room = enterRoom(telegram, wish.chat_id);
  const member = room.members.get(wish.user_id);
  if (member) return { status: "member", user: member };

  const user = telegram.users.get(wish.user_id);
  if (!user) throw badRequest("user not found");
  return { status: "left", user };
}

export function getChatMemberCount(telegram: Telegram, { chat_id }: ChatWish): number {
  return enterRoom(telegram, chat_id).members.size;
}

export function leaveChat(telegram: Telegram, { chat_id }: ChatWish): true {
  const room = enterRoom(telegram, chat_id);
  if (room.chat.type === "private") throw badRequest("chat not found");
  standInRoom(telegram, room, { standing: "left", by: telegram.bot });
  return true;
}

export function sendChatAction(
  telegram: Telegram,
  { chat_id, action }: z.output<typeof chatActionParameters>,
): true {
  const room = enterRoom(telegram, chat_id);
  if (!CHAT_ACTIONS.has(action)) throw badRequest("wrong parameter action in request");
  telegram.changes.tell({ kind: "typing", chatId: room.chat.id, action });
  return true;
}
