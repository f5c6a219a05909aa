import type { TelegramSimulator } from "../telegram-simulator/telegram-simulator.ts";

/** Telegram shows "typing" for five seconds or until the message arrives. */
const TYPING_MS = 5000;

/** Whether the bot is typing in a chat. */
export type Typing = (chatId: number) => boolean;

export function trackTyping(simulator: TelegramSimulator): Typing {
  const until = new Map<number, number>();
  simulator.subscribe((change) => {
    if (change.kind === "typing") until.set(change.chatId, performance.now() + TYPING_MS);
    if (change.kind === "message-sent") until.delete(change.chatId);
  });
  return (chatId) => (until.get(chatId) ?? 0) > performance.now();
}
