import type { ChatMember, User } from "@grammyjs/types";
import { addRoom } from "./rooms.ts";
import { postFromUser } from "./messages.ts";
import { type Room, type BotAccess, type SimulatorState, unixTime } from "../state/state.ts";

type AccessChange = { readonly access: BotAccess; readonly by: User };

/** Changes the bot's access to a chat and sends the bot an update, as Telegram does. */
export function setBotAccess(
  state: SimulatorState,
  room: Room,
  { access, by }: AccessChange,
): void {
  const before = memberOf(state, room);
  room.access = access;
  if (room.chat.type !== "private") {
    if (access === "allowed") room.members.set(state.bot.id, state.bot);
    else room.members.delete(state.bot.id);
  }
  state.updates.push("my_chat_member", {
    chat: room.chat,
    from: by,
    date: unixTime(state),
    old_chat_member: before,
    new_chat_member: memberOf(state, room),
  });
}

/** A user adds the bot to a group. */
export function addBot(state: SimulatorState, room: Room, by: User): void {
  setBotAccess(state, room, { access: "allowed", by });
  postFromUser(state, { room, user: by }, { new_chat_members: [state.bot] });
}

const SUPERGROUP_OFFSET = 1_000_000_000_000;

/** Upgrades a group to a supergroup, which is a new chat with a new id. */
export function migrateToSupergroup(state: SimulatorState, room: Room, by: User): Room {
  if (room.chat.type !== "group") throw new Error("only a group can become a supergroup");
  const grown = addRoom(state, {
    chat: { id: room.chat.id - SUPERGROUP_OFFSET, type: "supergroup", title: room.chat.title },
    members: [...room.members.values()],
    access: room.access,
  });
  postFromUser(state, { room, user: by }, { migrate_to_chat_id: grown.chat.id });
  postFromUser(state, { room: grown, user: by }, { migrate_from_chat_id: room.chat.id });
  room.access = "migrated";
  room.migratedTo = grown.chat.id;
  return grown;
}

/** The bot's ChatMember object in a chat. */
function memberOf({ bot }: SimulatorState, { access }: Room): ChatMember {
  if (access === "allowed") return { status: "member", user: bot };
  if (access === "left") return { status: "left", user: bot };
  return { status: "kicked", user: bot, until_date: 0 };
}
