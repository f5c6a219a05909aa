import type { SimulatedUser } from "../../../src/telegram-simulator/users/simulated-user.ts";
import type { ChatMessage } from "../../../src/telegram-simulator/state/state.ts";
import type { OpenChat } from "../../support/chat-at.ts";

/** The forum's only topic. */
export const TOPIC = 7;

/** Chats with the bot in which anything may happen next. */
export type World = {
  readonly users: readonly SimulatedUser[];
  /** The bot's current messages in a chat, newest first. */
  readonly cards: (user: SimulatedUser) => readonly ChatMessage[];
};

/** A private chat, a group and a topic of a forum, each with a few answers to begin with. */
export async function openWorld({ api }: OpenChat): Promise<World> {
  const account = api.createUser({ language_code: "uk" });
  const users = [
    api.simulateUser(account),
    api.simulateUser(account, api.createGroup({ type: "group" })),
    api.simulateUser(account, api.createGroup()),
  ];
  for (const user of users) {
    const topic = user === users[2] ? { topic: TOPIC } : {};
    user.say("/ask What are the expert's main points?", topic);
    user.say("/ask When is Xi visiting Moscow?", topic);
    user.say("/ask Коли візит?", topic);
  }
  await api.untilIdle();
  const cards = (user: SimulatedUser) =>
    user
      .messages()
      .filter(({ from }) => from?.id === api.bot.id)
      .toReversed();
  return { users, cards };
}

/** One of several, by a random number; `undefined` if there are none. */
export function pick<Thing>(things: readonly Thing[], number: number): Thing | undefined {
  return things[number % things.length];
}
