import type { AnswerQuestion, Outcome } from "./answer-question.ts";

/** About 20 MB of them. */
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
  const known = new Map<string, Outcome>();

  return (question, context, within) => {
    const asked = JSON.stringify([question, context, within]);
    if (!known.has(asked) && !mayKeep(asked)) return answerQuestion(question, context, within);
    const outcome = known.get(asked) ?? answerQuestion(question, context, within);
    // Taken out first, so that the map's order is the order of use and the oldest goes first.
    known.delete(asked);
    known.set(asked, outcome);
    const [oldest] = known.keys();
    if (known.size > MOST_REMEMBERED && oldest !== undefined) known.delete(oldest);
    return outcome;
  };
}
