import type { Chat, User } from "@grammyjs/types";
import type { Room, Telegram } from "../state/state.ts";

export type UserWish = Partial<Omit<User, "id">>;
export type GroupWish = {
  readonly title?: string;
  readonly type?: "group" | "supergroup";
  readonly username?: string;
};

const FIRST_USER_ID = 1_000_000;
/** Telegram's ids of supergroups start with -100. */
const SUPERGROUP_ID_BASE = -1_001_000_000_000;

export function createUser(telegram: Telegram, wish: UserWish = {}): User {
  const user: User = {
    id: FIRST_USER_ID + telegram.nextId(),
    is_bot: false,
    first_name: "Ann",
    language_code: "en",
    ...wish,
  };
  telegram.users.set(user.id, user);
  return user;
}

/** The chat of a user with the bot. The bot may write there only after the user has. */
export function privateRoom(telegram: Telegram, user: User): Room {
  const known = telegram.rooms.get(user.id);
  if (known) return known;

  const { id, first_name, last_name, username } = user;
  const chat: Chat.PrivateChat = {
    id,
    type: "private",
    first_name,
    ...(last_name !== undefined && { last_name }),
    ...(username !== undefined && { username }),
  };
  return addRoom(telegram, { chat, members: [user], standing: "stranger" });
}

/** A group in which the bot has been for a while. */
export function createGroup(telegram: Telegram, wish: GroupWish = {}): Room {
  const { title = "Readers", type = "supergroup", username } = wish;
  const number = telegram.nextId();
  const chat: Chat =
    type === "group"
      ? { id: -number, type, title }
      : {
          id: SUPERGROUP_ID_BASE - number,
          type,
          title,
          ...(username !== undefined && { username }),
        };
  return addRoom(telegram, { chat, members: [telegram.bot], standing: "welcome" });
}

type NewRoom = Pick<Room, "chat" | "standing"> & { readonly members: readonly User[] };

export function addRoom(telegram: Telegram, { chat, members, standing }: NewRoom): Room {
  const room: Room = {
    chat,
    standing,
    messages: new Map(),
    reactions: new Map(),
    endedTopics: new Map(),
    members: new Map(members.map((member) => [member.id, member])),
  };
  telegram.rooms.set(chat.id, room);
  return room;
}
