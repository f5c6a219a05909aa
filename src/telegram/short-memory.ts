const REMEMBERED_MS = 15 * 60_000;
const MOST_CHATS = 10_000;

/** One thing a chat, for a quarter of an hour. */
export type ShortMemory<Value> = {
  readonly recall: (chatId: number) => Value | undefined;
  readonly remember: (chatId: number, value: Value) => void;
};

/** Kept in memory only; `now` in milliseconds, never going back. */
export function shortMemory<Value>(now: () => number): ShortMemory<Value> {
  const kept = new Map<number, { readonly value: Value; readonly until: number }>();

  return {
    recall(chatId) {
      const known = kept.get(chatId);
      return known && known.until > now() ? known.value : undefined;
    },
    remember(chatId, value) {
      // Taken out first, so that the map's order is the order of use and the oldest goes first.
      kept.delete(chatId);
      kept.set(chatId, { value, until: now() + REMEMBERED_MS });
      const [oldest] = kept.keys();
      if (kept.size > MOST_CHATS && oldest !== undefined) kept.delete(oldest);
    },
  };
}
