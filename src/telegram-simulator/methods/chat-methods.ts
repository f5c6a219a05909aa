import type { ChatMember } from "@grammyjs/types";
import { z } from "zod";
import { enterRoom, findRoom } from "../rules/chat-rules.ts";
import { badRequest } from "../rules/refusal.ts";
import type { SimulatorState } from "../state/state.ts";
import { setBotAccess } from "../users/bot-access.ts";
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

type ChatParams = z.output<typeof chatParameters>;

/** Telegram returns more fields; these are enough for a bot. */
export function getChat(state: SimulatorState, { chat_id }: ChatParams) {
  const { chat, linked } = findRoom(state, chat_id);
  return {
    ...chat,
    accent_color_id: 0,
    max_reaction_count: 11,
    ...(linked && { linked_chat_id: linked.chat.id }),
  };
}

export function getChatMember(
  state: SimulatorState,
  params: z.output<typeof chatMemberParameters>,
): ChatMember {
  const room = enterRoom(state, params.chat_id);
  const member = room.members.get(params.user_id);
  if (member) return { status: "member", user: member };

  const user = state.users.get(params.user_id);
  if (!user) throw badRequest("user not found");
  return { status: "left", user };
}

export function getChatMemberCount(state: SimulatorState, { chat_id }: ChatParams): number {
  return enterRoom(state, chat_id).members.size;
}

export function leaveChat(state: SimulatorState, { chat_id }: ChatParams): true {
  const room = enterRoom(state, chat_id);
  if (room.chat.type === "private") throw badRequest("chat not found");
  setBotAccess(state, room, { access: "left", by: state.bot });
  return true;
}

export function sendChatAction(
  state: SimulatorState,
  { chat_id, action }: z.output<typeof chatActionParameters>,
): true {
  const room = enterRoom(state, chat_id);
  if (!CHAT_ACTIONS.has(action)) throw badRequest("wrong parameter action in request");
  state.changes.notify({ kind: "typing", chatId: room.chat.id, action });
  return true;
}
