import { runSteps, type Steps } from "../languages/steps.ts";
import type { Answers, AnswerQuestion, Outcome } from "./answer-question.ts";

type Asked = Parameters<AnswerQuestion>;

/** What a question is answered from. */
export type Gathered = {
  /** May fail with `NotFetched`. */
  readonly answers: Answers;
  /** Fetches what the last answer lacked; `undefined` if it is as good as it gets. */
  readonly more: () => Promise<Gathered> | undefined;
};

/** Ends an answer as soon as it is known to lack something that `more` fetches. */
export class NotFetched extends Error {
  override readonly name = "NotFetched";
}

/**
 * Where answers get their articles and passages from. In memory, all are there at once; of an archive in a database,
 * those that the question needs are fetched.
 */
export type CandidateSource = (...asked: Asked) => Gathered | Promise<Gathered>;

/** Everything is there. */
export function allInMemory(answers: Answers): CandidateSource {
  const gathered: Gathered = { answers, more: () => undefined };
  return () => gathered;
}

/** Runs an answer to its end, with others in between if it likes. */
type RunAnswer = (steps: Steps<Outcome>) => Outcome | Promise<Outcome>;

type AnswerLater = (...asked: Asked) => Promise<Outcome>;

/** The answer is what it would be if all of the source were in memory. */
export function answererFrom(source: CandidateSource, run: RunAnswer = runSteps): AnswerLater {
  return async (...asked) => {
    let gathered = await source(...asked);
    for (;;) {
      const outcome = await answerSoFar(gathered.answers, asked, run);
      const next = gathered.more();
      if (next) {
        gathered = await next;
        continue;
      }
      if (outcome instanceof NotFetched) throw outcome;
      return outcome;
    }
  };
}

async function answerSoFar(
  { answerInSteps }: Answers,
  asked: Asked,
  run: RunAnswer,
): Promise<Outcome | NotFetched> {
  try {
    return await run(answerInSteps(...asked));
  } catch (error) {
    if (error instanceof NotFetched) return error;
    throw error;
  }
}
