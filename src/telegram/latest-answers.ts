/** Past this an answer stays as it is, whatever happens to its question. */
const EDITABLE_MS = 15 * 60_000;
const MOST_CHATS = 10_000;

type Answered = { readonly question: number; readonly answer: number };

/** Which message answers the latest question of each chat, so that an edited question edits it. */
export type LatestAnswers = {
  /** The answer's message, while its question is the latest and young enough. */
  readonly answerTo: (chatId: number, question: number) => number | undefined;
  readonly remember: (chatId: number, answered: Answered) => void;
};

/** Kept in memory only; `now` in milliseconds, never going back. */
export function startLatestAnswers(now: () => number): LatestAnswers {
  const latest = new Map<number, Answered & { readonly until: number }>();

  return {
    answerTo(chatId, question) {
      const known = latest.get(chatId);
      return known?.question === question && known.until > now() ? known.answer : undefined;
    },
    remember(chatId, answered) {
      // Taken out first, so that the map's order is the order of use and the oldest goes first.
      latest.delete(chatId);
      latest.set(chatId, { ...answered, until: now() + EDITABLE_MS });
      const [oldest] = latest.keys();
      if (latest.size > MOST_CHATS && oldest !== undefined) latest.delete(oldest);
    },
  };
}
