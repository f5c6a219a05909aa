import type { Update } from "@grammyjs/types";
import type { Telegram } from "./state/state.ts";

/** Queues an update as it stands; a query in it is one that may be answered, as any that was handed out. */
export function inject(telegram: Telegram, update: Update): void {
  const { callback_query: press, inline_query: ask } = update;
  const now = telegram.now();
  if (press)
    telegram.callbackPresses.set(press.id, { id: press.id, user: press.from, pressedAt: now });
  if (ask) {
    const { id, from: user, query } = ask;
    telegram.inlineAsks.set(id, { id, user, query, askedAt: now });
  }
  telegram.updates.inject(update);
}
