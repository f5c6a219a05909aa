import { LRUCache } from "lru-cache";
import type { AnswerQuestion, Outcome } from "./answer-question.ts";

/** With their cards, some 25 MB. */
const MOST_REMEMBERED = 1000;

/**
 * Gives the answer to what was asked before without looking again: most readers of an article ask the
 * same, not least by the buttons. The same question in the same context always has the same answer.
 * `mayKeep` is shown both as text; what it turns down is answered and kept nowhere.
 */
export function rememberAnswers(
  answerQuestion: AnswerQuestion,
  mayKeep: (text: string) => boolean,
): AnswerQuestion {
  const known = new LRUCache<string, Outcome>({ max: MOST_REMEMBERED });

  return (question, context, within) => {
    const asked = JSON.stringify([question, context, within]);
    const remembered = known.get(asked);
    if (remembered) return remembered;
    const outcome = answerQuestion(question, context, within);
    if (mayKeep(asked)) known.set(asked, outcome);
    return outcome;
  };
}
