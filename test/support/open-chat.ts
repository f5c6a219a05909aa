import type { User } from "@grammyjs/types";
import type { Bot, Context } from "grammy";
import { onTestFinished } from "vitest";
import {
  type BotApiOptions,
  type LocalBotApi,
  startBotApi,
} from "../../src/preview/bot-api/local-bot-api.ts";
import type { Seat } from "../../src/preview/bot-api/seat.ts";
import type { ChatMessage, Room } from "../../src/preview/bot-api/telegram.ts";
import { type Replies, repliesOf } from "./replies.ts";

/** Builds the bot under test; `apiRoot` goes into its `client` options. */
export type BuildBot<C extends Context = Context> = (
  token: string,
  apiRoot: string,
) => Bot<C> | Promise<Bot<C>>;

export type OpenChatOptions<C extends Context = Context> = BotApiOptions & {
  readonly user?: Partial<Omit<User, "id">>;
  /** Takes updates to the bot in another way than `bot.start()`; returns how to stop it. */
  readonly run?: (bot: Bot<C>) => Promise<() => Promise<void>>;
};

/** A reader's chat with a running bot, over HTTP. It ends with the test. */
export async function openChat<C extends Context>(
  buildBot: BuildBot<C>,
  options: OpenChatOptions<C> = {},
): Promise<OpenChat> {
  const api = await startBotApi(options);
  const bot = await buildBot(api.token, api.url);
  const stop = options.run ? await options.run(bot) : startPolling(bot);
  onTestFinished(async () => {
    await stop();
    await api.close();
    api.assertNoUnknownParameters();
  });
  return chatAt(api, api.seat(api.createUser(options.user)));
}

/** What a test does and sees in a chat. Every action returns what the bot did upon it. */
export type OpenChat = {
  readonly api: LocalBotApi;
  readonly seat: Seat;
  readonly say: (text: string) => Promise<Replies>;
  readonly press: (label: string, message?: ChatMessage) => Promise<Replies>;
  readonly edit: (text: string, message?: ChatMessage) => Promise<Replies>;
  readonly replyTo: (message: ChatMessage) => Pick<OpenChat, "say">;
  readonly quote: (words: string, message?: ChatMessage) => Pick<OpenChat, "say">;
  /** Another user in this chat, or this user in another one. */
  readonly as: (user: User, room?: Room) => OpenChat;
};

export function chatAt(api: LocalBotApi, seat: Seat): OpenChat {
  const isOfBot = (message: ChatMessage) => message.from?.id === api.bot.id;
  const after = (action: () => unknown) => repliesOf(api, seat, action);
  const lastOfBot = () => found(seat.messages().findLast(isOfBot), "the bot has not written yet");
  const ownLast = () =>
    found(
      seat.messages().findLast(({ from }) => from?.id === seat.user.id),
      "the reader has not written yet",
    );

  return {
    api,
    seat,
    say: (text) => after(() => seat.say(text)),
    press: (label, message = lastOfBot()) => after(() => seat.press(message.message_id, label)),
    edit: (text, message = ownLast()) => after(() => seat.edit(message.message_id, text)),
    replyTo: (message) => ({ say: (text) => after(() => seat.say(text, { replyTo: message })) }),
    quote: (words, message = lastOfBot()) => ({
      say: (text) => after(() => seat.say(text, { replyTo: message, quote: words })),
    }),
    as: (user, room) => chatAt(api, api.seat(user, room)),
  };
}

function startPolling<C extends Context>(bot: Bot<C>): () => Promise<void> {
  const polling = bot.start();
  return async () => {
    await bot.stop();
    await polling;
  };
}

function found<T>(value: T | undefined, otherwise: string): T {
  if (value === undefined) throw new Error(otherwise);
  return value;
}
