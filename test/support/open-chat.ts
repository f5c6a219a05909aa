import type { User } from "@grammyjs/types";
import type { Bot, Context } from "grammy";
import { onTestFinished } from "vitest";
import {
  type SimulatorOptions,
  startTelegramSimulator,
} from "../../src/telegram-simulator/telegram-simulator.ts";
import { type OpenChat, chatAt } from "./chat-at.ts";

/** Builds the bot under test; pass `apiRoot` in its `client` options. */
export type BuildBot<C extends Context = Context> = (
  token: string,
  apiRoot: string,
) => Bot<C> | Promise<Bot<C>>;

export type OpenChatOptions<C extends Context = Context> = SimulatorOptions & {
  readonly user?: Partial<Omit<User, "id">>;
  /** Delivers updates by other means than `bot.start()`; returns a function that stops it. */
  readonly run?: (bot: Bot<C>) => Promise<() => Promise<void>>;
};

/** A reader's chat with a running bot over HTTP, closed when the test ends. */
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
  // If the bot fails, the test fails at its end, where this is awaited.
  polling.catch(() => undefined);
  return async () => {
    // The test may be over before its bot has started.
    await Promise.race([started, polling]);
    await bot.stop();
    await polling;
  };
}
