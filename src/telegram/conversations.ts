import type { Context } from "../answer/answer.ts";

/** Past this a "he" is no longer the one spoken of. */
const REMEMBERED_MS = 15 * 60_000;
const MOST_CONVERSATIONS = 10_000;

/** What each chat was last about. */
export type Conversations = {
  readonly recall: (chatId: number) => Context;
  readonly remember: (chatId: number, context: Context) => void;
};

/** Kept in memory only; `now` in milliseconds, never going back. */
export function startConversations(now: () => number): Conversations {
  const kept = new Map<number, { readonly context: Context; readonly until: number }>();

  return {
    recall(chatId) {
      const known = kept.get(chatId);
      return known && known.until > now() ? known.context : {};
    },
    remember(chatId, context) {
      // Taken out first, so that the map's order is the order of use and the oldest goes first.
      kept.delete(chatId);
      kept.set(chatId, { context, until: now() + REMEMBERED_MS });
      const [oldest] = kept.keys();
      if (kept.size > MOST_CONVERSATIONS && oldest !== undefined) kept.delete(oldest);
    },
  };
}
