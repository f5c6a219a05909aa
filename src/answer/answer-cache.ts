import { LRUCache } from "lru-cache";
import type { AnswerQuestion, Outcome } from "./answer-question.ts";

/** About 25 MB, including their cards. */
const MAX_CACHED_ANSWERS = 1000;

export type CacheLimits = { readonly max: number; readonly maxAgeMs: number };

type Ask<Answered> = (...asked: Parameters<AnswerQuestion>) => Answered;

/**
 * Caches answers by question and context, which determine the answer for `maxAgeMs`, or as long as the articles are the same. Most
 * readers of an article ask the same questions, often by button. `mayCache` gets question and context as one text; if it returns
 * false, the answer is not cached. All that it is put around share it.
 */
export function openAnswerCache<Answered extends Outcome | Promise<Outcome>>(
  mayCache: (text: string) => boolean,
  limits?: CacheLimits,
): (answerQuestion: Ask<Answered>) => Ask<Answered> {
  // An answer that is too old would keep what it was found in.
  const age = limits && { ttl: limits.maxAgeMs, ttlAutopurge: true };
  const cache = new LRUCache<string, Answered>({ max: limits?.max ?? MAX_CACHED_ANSWERS, ...age });

  return (answerQuestion) => (question, context, within) => {
    const key = JSON.stringify([question, context, within]);
    const cached = cache.get(key);
    if (cached) return cached;
    const answered = answerQuestion(question, context, within);
    if (!mayCache(key)) return answered;
    cache.set(key, answered);
    // What failed is tried again.
    if (answered instanceof Promise) answered.catch(() => cache.delete(key));
    return answered;
  };
}
