import { badRequest, forbidden, type Refusal } from "./refusal.ts";
import type { Room, Standing, Telegram } from "../state/state.ts";

type Objection = (room: Room) => Refusal;

/** What Telegram says to a bot that writes where it must not. */
const OBJECTIONS: Readonly<Record<Exclude<Standing, "welcome">, Objection>> = {
  stranger: () => forbidden("bot can't initiate conversation with a user"),
  blocked: () => forbidden("bot was blocked by the user"),
  deactivated: () => forbidden("user is deactivated"),
  kicked: ({ chat }) => forbidden(`bot was kicked from the ${chat.type} chat`),
  left: ({ chat }) => forbidden(`bot is not a member of the ${chat.type} chat`),
  migrated: ({ migratedTo = 0 }) =>
    badRequest("group chat was upgraded to a supergroup chat", { migrate_to_chat_id: migratedTo }),
};

/** The chat that a method names, if the bot knows it. */
export function findRoom(telegram: Telegram, chatId: number | string): Room {
  if (chatId === "") throw badRequest("chat_id is empty");
  const room =
    typeof chatId === "number" ? telegram.rooms.get(chatId) : roomByUsername(telegram, chatId);
  if (!room) throw badRequest("chat not found");
  return room;
}

/** The chat that a method names, if the bot may act in it. */
export function enterRoom(telegram: Telegram, chatId: number | string): Room {
  const room = findRoom(telegram, chatId);
  if (room.standing !== "welcome") throw OBJECTIONS[room.standing](room);
  return room;
}

/** Only public groups can be named so; a bot cannot reach a person by username. */
function roomByUsername(telegram: Telegram, name: string): Room | undefined {
  return [...telegram.rooms.values()].find(
    ({ chat }) =>
      chat.type === "supergroup" && chat.username !== undefined && `@${chat.username}` === name,
  );
}
