import type { Chat, User } from "@grammyjs/types";
import type { Room, SimulatorState } from "../state/state.ts";

export type UserOptions = Partial<Omit<User, "id">>;
export type GroupOptions = {
  readonly title?: string;
  readonly type?: "group" | "supergroup";
  readonly username?: string;
};

export type ChannelOptions = {
  readonly title?: string;
  readonly username?: string;
  /** Its discussion group, which gets every post as a message. */
  readonly discussion?: Room;
  /** Whether the bot is in the channel. */
  readonly hasBot?: boolean;
};

const FIRST_USER_ID = 1_000_000;
/** Telegram's ids of supergroups and channels start with -100. */
const SUPERGROUP_ID_BASE = -1_001_000_000_000;

export function createUser(state: SimulatorState, options: UserOptions = {}): User {
  const user: User = {
    id: FIRST_USER_ID + state.nextId(),
    is_bot: false,
    first_name: "Ann",
    language_code: "en",
    ...options,
  };
  state.users.set(user.id, user);
  return user;
}

/** A user's chat with the bot, to which the bot may write only after the user has. */
export function privateRoom(state: SimulatorState, user: User): Room {
  const known = state.rooms.get(user.id);
  if (known) return known;

  const { id, first_name, last_name, username } = user;
  const chat: Chat.PrivateChat = {
    id,
    type: "private",
    first_name,
    ...(last_name !== undefined && { last_name }),
    ...(username !== undefined && { username }),
  };
  return addRoom(state, { chat, members: [user], access: "not-started" });
}

/** A group the bot is already a member of. */
export function createGroup(state: SimulatorState, options: GroupOptions = {}): Room {
  const { title = "Readers", type = "supergroup", username } = options;
  const number = state.nextId();
  const chat: Chat =
    type === "group"
      ? { id: -number, type, title }
      : {
          id: SUPERGROUP_ID_BASE - number,
          type,
          title,
          ...(username !== undefined && { username }),
        };
  return addRoom(state, { chat, members: [state.bot], access: "allowed" });
}

export function createChannel(
  state: SimulatorState,
  { title = "News", username, discussion, hasBot = false }: ChannelOptions = {},
): Room {
  if (discussion && discussion.chat.type !== "supergroup") {
    throw new Error("only a supergroup can be the discussion group of a channel");
  }
  const id = SUPERGROUP_ID_BASE - state.nextId();
  const chat: Chat = {
    id,
    type: "channel",
    title,
    ...(username !== undefined && { username }),
  };
  const channel = addRoom(state, {
    chat,
    members: hasBot ? [state.bot] : [],
    access: hasBot ? "allowed" : "left",
  });
  if (discussion) {
    channel.linked = discussion;
    discussion.linked = channel;
  }
  return channel;
}

type NewRoom = Pick<Room, "chat" | "access"> & { readonly members: readonly User[] };

export function addRoom(state: SimulatorState, { chat, members, access }: NewRoom): Room {
  const room: Room = {
    chat,
    access,
    messages: new Map(),
    reactions: new Map(),
    endedTopics: new Map(),
    members: new Map(members.map((member) => [member.id, member])),
  };
  state.rooms.set(chat.id, room);
  return room;
}
