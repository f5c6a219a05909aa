import type { Answerer, Answers, AnswerQuestion, Outcome } from "./answer-question.ts";

type Asked = Parameters<AnswerQuestion>;

/** What a question is answered from. */
export type Gathered = {
  readonly answers: Answers;
  /** Fetches what the last answer lacked; `undefined` if it lacked nothing. */
  readonly more: () => Promise<Gathered> | undefined;
};

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
      ? gathered.then((first) => answerWithMore(first, asked, MAX_ROUNDS))
      : answerWithMore(gathered, asked, MAX_ROUNDS);
  };
}

/**
 * The words of a question are looked up, then what they were corrected to, then its passages; a follow-up may need as
 * much again. What is still missing then counts as not there.
 */
const MAX_ROUNDS = 8;

function answerWithMore(
  { answers, more }: Gathered,
  asked: Asked,
  rounds: number,
): Outcome | Promise<Outcome> {
  const outcome = answers.answerQuestion(...asked);
  const next = rounds > 0 ? more() : undefined;
  return next === undefined
    ? outcome
    : next.then((gathered) => answerWithMore(gathered, asked, rounds - 1));
}
