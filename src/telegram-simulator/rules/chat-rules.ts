import { badRequest, forbidden, type Refusal } from "./refusal.ts";
import type { Room, BotAccess, SimulatorState } from "../state/state.ts";

type AccessRefusal = (room: Room) => Refusal;

/** Telegram's answer to a bot that may not write to a chat. */
const ACCESS_REFUSALS: Readonly<Record<Exclude<BotAccess, "allowed">, AccessRefusal>> = {
  "not-started": () => forbidden("bot can't initiate conversation with a user"),
  blocked: () => forbidden("bot was blocked by the user"),
  deactivated: () => forbidden("user is deactivated"),
  kicked: ({ chat }) => forbidden(`bot was kicked from the ${chat.type} chat`),
  left: ({ chat }) => forbidden(`bot is not a member of the ${chat.type} chat`),
  migrated: ({ migratedTo = 0 }) =>
    badRequest("group chat was upgraded to a supergroup chat", { migrate_to_chat_id: migratedTo }),
};

/** The chat a method names, if the bot knows it. */
export function findRoom(state: SimulatorState, chatId: number | string): Room {
  if (chatId === "") throw badRequest("chat_id is empty");
  const room = typeof chatId === "number" ? state.rooms.get(chatId) : roomByUsername(state, chatId);
  if (!room) throw badRequest("chat not found");
  return room;
}

/** The chat a method names, if the bot may write to it. */
export function enterRoom(state: SimulatorState, chatId: number | string): Room {
  const room = findRoom(state, chatId);
  if (room.access !== "allowed") throw ACCESS_REFUSALS[room.access](room);
  return room;
}

/** Finds public groups and channels only: a bot cannot reach a person by username. */
function roomByUsername(state: SimulatorState, name: string): Room | undefined {
  return [...state.rooms.values()].find(
    ({ chat }) =>
      (chat.type === "supergroup" || chat.type === "channel") &&
      chat.username !== undefined &&
      `@${chat.username}` === name,
  );
}
