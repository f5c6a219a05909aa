import type { User } from "@grammyjs/types";
import type { TelegramSimulator } from "../../src/telegram-simulator/telegram-simulator.ts";
import type { MediaKind } from "../../src/telegram-simulator/users/sample-media.ts";
import type { SimulatedUser } from "../../src/telegram-simulator/users/simulated-user.ts";
import type { ChatMessage, Room } from "../../src/telegram-simulator/state/state.ts";
import { type InlineResults, inlineResults } from "./inline-results.ts";
import { type Replies, isByBot, repliesOf } from "./replies.ts";

/** What a test can do in a chat. Every action returns what the bot did in response. */
export type OpenChat = {
  readonly api: TelegramSimulator;
  readonly user: SimulatedUser;
  readonly say: (text: string) => Promise<Replies>;
  readonly press: (label: string, message?: ChatMessage) => Promise<Replies>;
  readonly edit: (text: string, message?: ChatMessage) => Promise<Replies>;
  /** By default to the bot's last message; likewise `quote` and `press`. */
  readonly replyTo: (message?: ChatMessage) => Pick<OpenChat, "say">;
  readonly quote: (words: string, message?: ChatMessage) => Pick<OpenChat, "say">;
  readonly start: (parameter?: string) => Promise<Replies>;
  readonly send: (kind: MediaKind, caption?: string) => Promise<Replies>;
  /** Types `@bot query` in this chat. */
  readonly inline: (query: string, offset?: string) => Promise<InlineResults>;
  /** Does anything else as the user, and waits for the bot. */
  readonly act: (action: (user: SimulatedUser) => unknown) => Promise<Replies>;
  /** Another user in this chat, or this user in another one. */
  readonly as: (account: User, room?: Room) => OpenChat;
};

export function chatAt(api: TelegramSimulator, user: SimulatedUser): OpenChat {
  const after = (action: () => unknown) => repliesOf(api, user, action);
  const lastOfBot = () =>
    found(
      user.messages().findLast((message) => isByBot(api, message)),
      "the bot has not written yet",
    );
  const ownLast = () =>
    found(
      user.messages().findLast(({ from }) => from?.id === user.account.id),
      "the reader has not written yet",
    );

  return {
    api,
    user,
    say: (text) => after(() => user.say(text)),
    press: (label, message = lastOfBot()) => after(() => user.press(message.message_id, label)),
    edit: (text, message = ownLast()) => after(() => user.edit(message.message_id, text)),
    replyTo: (message = lastOfBot()) => ({
      say: (text) => after(() => user.say(text, { replyTo: message })),
    }),
    quote: (words, message = lastOfBot()) => ({
      say: (text) => after(() => user.say(text, { replyTo: message, quote: words })),
    }),
    start: (parameter) => after(() => user.start(parameter)),
    send: (kind, caption) => after(() => user.send(kind, caption)),
    inline: (query, offset = "") => inlineResults(api, user, { query, offset }),
    act: (action) => after(() => action(user)),
    as: (account, room = user.room) => chatAt(api, api.simulateUser(account, room)),
  };
}

function found<T>(value: T | undefined, otherwise: string): T {
  if (value === undefined) throw new Error(otherwise);
  return value;
}
