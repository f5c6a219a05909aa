import { badRequest, forbidden, type Refusal } from "./refusal.ts";
import type { Room, BotAccess, SimulatorState } from "../state/state.ts";

type Objection = (room: Room) => Refusal;

/** What Telegram says to a bot that writes where it must not. */
const OBJECTIONS: Readonly<Record<Exclude<BotAccess, "allowed">, Objection>> = {
  "not-started": () => forbidden("bot can't initiate conversation with a user"),
  blocked: () => forbidden("bot was blocked by the user"),
  deactivated: () => forbidden("user is deactivated"),
  kicked: ({ chat }) => forbidden(`bot was kicked from the ${chat.type} chat`),
  left: ({ chat }) => forbidden(`bot is not a member of the ${chat.type} chat`),
  migrated: ({ migratedTo = 0 }) =>
    badRequest("group chat was upgraded to a supergroup chat", { migrate_to_chat_id: migratedTo }),
};

/** The chat that a method names, if the bot knows it. */
export function findRoom(state: SimulatorState, chatId: number | string): Room {
  if (chatId === "") throw badRequest("chat_id is empty");
  const room = typeof chatId === "number" ? state.rooms.get(chatId) : roomByUsername(state, chatId);
  if (!room) throw badRequest("chat not found");
  return room;
}

/** The chat that a method names, if the bot may act in it. */
export function enterRoom(state: SimulatorState, chatId: number | string): Room {
  const room = findRoom(state, chatId);
  if (room.access !== "allowed") throw OBJECTIONS[room.access](room);
  return room;
}

/** Only public groups can be named so; a bot cannot reach a person by username. */
function roomByUsername(state: SimulatorState, name: string): Room | undefined {
  return [...state.rooms.values()].find(
    ({ chat }) =>
      chat.type === "supergroup" && chat.username !== undefined && `@${chat.username}` === name,
  );
}
