import { LRUCache } from "lru-cache";
import type { AnswerQuestion, Outcome } from "./answer-question.ts";

/** Some 25 MB, with their cards. */
const MOST_CACHED = 1000;

/**
 * Caches answers by question and context, which always lead to the same answer. Most readers of an
 * article ask the same, often by button. `mayCache` gets both as text; what it rejects is answered but
 * not cached.
 */
export function cacheAnswers(
  answerQuestion: AnswerQuestion,
  mayCache: (text: string) => boolean,
): AnswerQuestion {
  const cache = new LRUCache<string, Outcome>({ max: MOST_CACHED });

  return (question, context, within) => {
    const key = JSON.stringify([question, context, within]);
    const cached = cache.get(key);
    if (cached) return cached;
    const outcome = answerQuestion(question, context, within);
    if (mayCache(key)) cache.set(key, outcome);
    return outcome;
  };
}
