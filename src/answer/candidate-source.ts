import type { Answerer, Answers, AnswerQuestion, Outcome } from "./answer-question.ts";

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

/** The answer is what it would be if all of the source were in memory. */
export function answererFrom(source: CandidateSource): Answerer {
  return (...asked) => {
    const gathered = source(...asked);
    return gathered instanceof Promise
      ? gathered.then((first) => answerWithMore(first, asked))
      : answerWithMore(gathered, asked);
  };
}

function answerWithMore({ answers, more }: Gathered, asked: Asked): Outcome | Promise<Outcome> {
  const outcome = answerSoFar(answers, asked);
  const next = more();
  if (next) return next.then((gathered) => answerWithMore(gathered, asked));
  if (outcome instanceof NotFetched) throw outcome;
  return outcome;
}

function answerSoFar({ answerQuestion }: Answers, asked: Asked): Outcome | NotFetched {
  try {
    return answerQuestion(...asked);
  } catch (error) {
    if (error instanceof NotFetched) return error;
    throw error;
  }
}
