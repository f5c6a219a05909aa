import type { TelegramSimulator } from "../../src/telegram-simulator/telegram-simulator.ts";
import type { SimulatedUser } from "../../src/telegram-simulator/users/simulated-user.ts";
import type { ChatMessage, Toast } from "../../src/telegram-simulator/state/state.ts";
import { renderMessage } from "./render-message.ts";

/** What the bot did in response to one action of a reader. */
export type Replies = {
  /** All of the below as text, for inline snapshots. */
  readonly shown: string;
  readonly sent: readonly ChatMessage[];
  readonly edited: readonly ChatMessage[];
  readonly deleted: readonly number[];
  readonly toasts: readonly Toast[];
};

/** Does something and waits until the bot has handled it. */
export async function repliesOf(
  api: TelegramSimulator,
  user: SimulatedUser,
  action: () => unknown,
): Promise<Replies> {
  const before = new Map(user.messages().map((message) => [message.message_id, message]));
  const toastsBefore = user.toasts().length;
  await action();
  await api.untilIdle();

  const now = user.messages();
  const sent = now.filter(
    (message) => message.from?.id === api.bot.id && !before.has(message.message_id),
  );
  const edited = now.filter((message) => isByBot(api, message) && isEdited(message, before));
  const ids = new Set(now.map(({ message_id: id }) => id));
  const deleted = [...before.keys()].filter((id) => !ids.has(id));
  const toasts = user.toasts().slice(toastsBefore);
  return { sent, edited, deleted, toasts, shown: show({ sent, edited, deleted, toasts }) };
}

/** Sent by the bot, or by a reader through its inline results. */
export function isByBot(api: TelegramSimulator, { from, via_bot }: ChatMessage): boolean {
  return from?.id === api.bot.id || via_bot?.id === api.bot.id;
}

function isEdited(message: ChatMessage, before: ReadonlyMap<number, ChatMessage>): boolean {
  const old = before.get(message.message_id);
  return old !== undefined && old !== message;
}

function show({ sent, edited, deleted, toasts }: Omit<Replies, "shown">): string {
  return [
    ...toasts
      .filter(({ text }) => text !== "")
      .map(({ text, showAlert }) => `${showAlert ? "alert" : "toast"}: ${text}`),
    ...deleted.map(() => "(a message was deleted)"),
    ...edited.map((message) => `(edited)\n${renderMessage(message)}`),
    ...sent.map((message) => renderMessage(message)),
  ].join("\n\n");
}

/** The texts of the bot's messages in a reader's chat, oldest first. */
export const repliesTo = (user: SimulatedUser) =>
  user.messages().flatMap(({ from, text }) => (from?.is_bot === true ? [text] : []));
