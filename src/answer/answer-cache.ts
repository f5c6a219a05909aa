import { LRUCache } from "lru-cache";
import type { AnswerQuestion, Outcome } from "./answer-question.ts";

/** About 25 MB, including their cards. */
const MAX_CACHED_ANSWERS = 1000;

/**
 * Caches answers by question and context, which determine the answer. Most readers of an article ask the
 * same questions, often by button. `mayCache` gets question and context as one text; if it returns false,
 * the answer is not cached.
 */
export function cacheAnswers(
  answerQuestion: AnswerQuestion,
  mayCache: (text: string) => boolean,
): AnswerQuestion {
  const cache = new LRUCache<string, Outcome>({ max: MAX_CACHED_ANSWERS });

  return (question, context, within) => {
    const key = JSON.stringify([question, context, within]);
    const cached = cache.get(key);
    if (cached) return cached;
    const outcome = answerQuestion(question, context, within);
    if (mayCache(key)) cache.set(key, outcome);
    return outcome;
  };
}
