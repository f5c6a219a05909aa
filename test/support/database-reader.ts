import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import { eventually } from "./bot-process.ts";
import { openPollingTelegram } from "./webhook-bot.ts";

export const ferry = (day: string) => `# The ferry sails again

The first ferry after the storm sails to the island on ${day} at nine in the morning.

The harbour café sells soup of leeks and smoked fish.
`;

export const QUESTION = "When does the first ferry sail to the island?";
export const SETTLED_MS = 90_000;
/** Faster ones are a flood. */
export const BETWEEN_QUESTIONS_MS = 400;

/** A bot that answers from the database, and one reader of it. */
export async function openReader(url: string) {
  const opened = await openPollingTelegram();
  const { user, replies, start } = opened;
  async function ask(question: string): Promise<string> {
    const before = replies().length;
    user.say(question);
    await eventually(() => expect(replies().length).toBeGreaterThan(before), SETTLED_MS);
    return replies().at(-1) ?? "";
  }
  const environment = { DATABASE_URL: url, ANSWER_FROM_DATABASE: "yes", FOLLOW_CONTENT: "yes" };
  const startBot = async (more: Readonly<Record<string, string>> = {}) => {
    const bot = start({ ...environment, ...more });
    await eventually(() => expect(bot.printed()).toContain("answering"), SETTLED_MS);
    return bot;
  };
  return {
    ...opened,
    ask,
    environment,
    startBot,
    /** Asks again and again until the answer is this. */
    askUntil: (question: string, expected: string) =>
      eventually(async () => {
        await sleep(BETWEEN_QUESTIONS_MS);
        expect(await ask(question)).toContain(expected);
      }, SETTLED_MS),
  };
}
