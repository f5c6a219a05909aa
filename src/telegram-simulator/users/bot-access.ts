import type { ChatMember, User } from "@grammyjs/types";
import { addRoom } from "./rooms.ts";
import { postFromUser } from "./messages.ts";
import { type Room, type Standing, type Telegram, unixTime } from "../state/state.ts";

type NewStanding = { readonly standing: Standing; readonly by: User };

/** Changes how the bot stands in a chat, and tells the bot, as Telegram does. */
export function standInRoom(telegram: Telegram, room: Room, { standing, by }: NewStanding): void {
  const before = memberOf(telegram, room);
  room.standing = standing;
  if (room.chat.type !== "private") {
    if (standing === "welcome") room.members.set(telegram.bot.id, telegram.bot);
    else room.members.delete(telegram.bot.id);
  }
  telegram.updates.push("my_chat_member", {
    chat: room.chat,
    from: by,
    date: unixTime(telegram),
    old_chat_member: before,
    new_chat_member: memberOf(telegram, room),
  });
}

/** Somebody adds the bot to a group. */
export function addBot(telegram: Telegram, room: Room, by: User): void {
  standInRoom(telegram, room, { standing: "welcome", by });
  postFromUser(telegram, { room, user: by }, { new_chat_members: [telegram.bot] });
}

const SUPERGROUP_OFFSET = 1_000_000_000_000;

/** A group grows into a supergroup: a chat of its own, with another id. */
export function migrateToSupergroup(telegram: Telegram, room: Room, by: User): Room {
  if (room.chat.type !== "group") throw new Error("only a group can become a supergroup");
  const grown = addRoom(telegram, {
    chat: { id: room.chat.id - SUPERGROUP_OFFSET, type: "supergroup", title: room.chat.title },
    members: [...room.members.values()],
    standing: room.standing,
  });
  postFromUser(telegram, { room, user: by }, { migrate_to_chat_id: grown.chat.id });
  postFromUser(telegram, { room: grown, user: by }, { migrate_from_chat_id: room.chat.id });
  room.standing = "migrated";
  room.migratedTo = grown.chat.id;
  return grown;
}

/** The bot as a member of a chat, the way Telegram describes it. */
function memberOf({ bot }: Telegram, { standing }: Room): ChatMember {
  if (standing === "welcome") return { status: "member", user: bot };
  if (standing === "left") return { status: "left", user: bot };
  return { status: "kicked", user: bot, until_date: 0 };
}
