import type { User } from "@grammyjs/types";
import type { Bot, Context } from "grammy";
import { onTestFinished } from "vitest";
import {
  type SimulatorOptions,
  startTelegramSimulator,
} from "../../src/telegram-simulator/telegram-simulator.ts";
import { type OpenChat, chatAt } from "./chat-at.ts";

/** Builds the bot under test; `apiRoot` goes into its `client` options. */
export type BuildBot<C extends Context = Context> = (
  token: string,
  apiRoot: string,
) => Bot<C> | Promise<Bot<C>>;

export type OpenChatOptions<C extends Context = Context> = SimulatorOptions & {
  readonly user?: Partial<Omit<User, "id">>;
  /** Takes updates to the bot in another way than `bot.start()`; returns how to stop it. */
  readonly run?: (bot: Bot<C>) => Promise<() => Promise<void>>;
};

/** A reader's chat with a running bot, over HTTP. It ends with the test. */
export async function openChat<C extends Context>(
  buildBot: BuildBot<C>,
  options: OpenChatOptions<C> = {},
): Promise<OpenChat> {
  const api = await startTelegramSimulator(options);
  const bot = await buildBot(api.token, api.url);
  const stop = options.run ? await options.run(bot) : startPolling(bot);
  onTestFinished(async () => {
    api.clearFaults();
    await stop();
    await api.close();
    api.assertNoUnknownParameters();
  });
  return chatAt(api, api.simulateUser(api.createUser(options.user)));
}

function startPolling<C extends Context>(bot: Bot<C>): () => Promise<void> {
  let polling: Promise<void> = Promise.resolve();
  const started = new Promise<void>((resolve) => {
    polling = bot.start({ onStart: () => resolve() });
  });
  // A bot that fails is told of when the test ends: it is awaited there.
  polling.catch(() => undefined);
  return async () => {
    // A test may be over before its bot has begun.
    await Promise.race([started, polling]);
    await bot.stop();
    await polling;
  };
}
