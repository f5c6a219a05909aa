import { shortMemory } from "./short-memory.ts";

type Answered = { readonly question: number; readonly answer: number };

/** Which message answers the latest question of each chat, so that an edited question edits it. */
export type LatestAnswers = {
  /** The answer's message, while its question is the latest and young enough. */
  readonly answerTo: (chatId: number, question: number) => number | undefined;
  readonly remember: (chatId: number, answered: Answered) => void;
};

export function startLatestAnswers(now: () => number): LatestAnswers {
  const { recall, remember } = shortMemory<Answered>(now);
  return {
    answerTo(chatId, question) {
      const latest = recall(chatId);
      return latest?.question === question ? latest.answer : undefined;
    },
    remember,
  };
}
