import { writeFileSync } from "node:fs";
import { prepareAnswers } from "../../src/answer/answer-question.ts";
import type { Trace } from "../../src/feedback/trace.ts";
import { tracesOf } from "../../src/feedback/trace.ts";
import type { Rating } from "../../src/feedback/vote.ts";
import { formatEntry } from "../../src/question-log/log-entry.ts";
import { articlesIn } from "./sample-bot.ts";

/** A question as the log of a test has it; answered as the articles do, but for what is given. */
export type LoggedQuestion = Partial<Omit<Trace, "question">> & {
  readonly ask: string;
  readonly at: string;
  readonly vote?: Rating;
  /** The article that the chat was about. */
  readonly within?: string;
};

/** Lines of a question log, written to a file. Answers without an id are numbered. */
export function questionLogOf(
  file: string,
  folder: string,
  questions: readonly LoggedQuestion[],
): void {
  const answerQuestion = prepareAnswers(articlesIn(folder));
  const lines = questions.flatMap(({ ask, at: time, vote, within, ...given }, number) => {
    const [answered] = tracesOf(answerQuestion(ask, {}, within));
    if (!answered) throw new Error(`no answer to ${ask}`);
    const trace = { id: `answer-${number}`, ...answered, ...given };
    const at = new Date(time);
    const answer = formatEntry({ kind: "answer", at, trace });
    if (vote === undefined) return [answer];
    return [answer, formatEntry({ kind: "vote", at, vote: { trace: trace.id, rating: vote } })];
  });
  writeFileSync(file, lines.map((line) => `${line}\n`).join(""));
}
