import type { Outcome } from "../../answer/answer-question.ts";

/** An answer as it is told to somebody. */
export type Told = Pick<Outcome, "answer"> & {
  /** Without one whoever says the passage is the person spoken of. */
  readonly context?: Outcome["context"];
};
