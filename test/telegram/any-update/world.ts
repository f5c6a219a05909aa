import type { Seat } from "../../../src/telegram-simulator/simulated-user.ts";
import type { ChatMessage } from "../../../src/telegram-simulator/telegram.ts";
import type { OpenChat } from "../../support/chat-at.ts";

/** Of a forum: the topic that there is. */
export const TOPIC = 7;

/** Chats with a bot in them, in which anything may happen next. */
export type World = {
  readonly seats: readonly Seat[];
  /** The bot's messages in a chat as they are now, newest first. */
  readonly cards: (seat: Seat) => readonly ChatMessage[];
};

/** A private chat, a group and a topic of a forum, each with a few answers to begin with. */
export async function openWorld({ api }: OpenChat): Promise<World> {
  const user = api.createUser({ language_code: "uk" });
  const seats = [
    api.seat(user),
    api.seat(user, api.createGroup({ type: "group" })),
    api.seat(user, api.createGroup()),
  ];
  for (const seat of seats) {
    const topic = seat === seats[2] ? { topic: TOPIC } : {};
    seat.say("/ask What are the expert's main points?", topic);
    seat.say("/ask When is Xi visiting Moscow?", topic);
    seat.say("/ask Коли візит?", topic);
  }
  await api.quiet();
  const cards = (seat: Seat) =>
    seat
      .messages()
      .filter(({ from }) => from?.id === api.bot.id)
      .toReversed();
  return { seats, cards };
}

/** One of several by a number drawn; `undefined` of none. */
export function drawn<Thing>(things: readonly Thing[], number: number): Thing | undefined {
  return things[number % things.length];
}
