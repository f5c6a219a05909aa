import type { Trace } from "./trace.ts";
import type { RatedAnswer, Rating, Vote } from "./vote.ts";

/** Questions and votes on disk, if the operator wants them. Written after the reply is sent. */
export type QuestionLog = {
  /** How long an entry is kept. */
  readonly days: number;
  /** Neither `record` method throws or blocks. */
  readonly recordAnswer: (trace: Trace) => void;
  readonly recordVote: (vote: Vote) => void;
  /** Empty if the log cannot be read. */
  readonly answers: () => Promise<readonly RatedAnswer[]>;
  /** Recent questions that were not answered well, the largest group first. */
  readonly gaps: () => Promise<readonly Gap[]>;
};

/** Questions that ask the same thing and were not answered, or not well. */
export type Gap = {
  /** The most common wording. */
  readonly question: string;
  /** Other wordings, the most common first. */
  readonly wordings: readonly string[];
  readonly language: string;
  /** The answer type. */
  readonly wants: string;
  /** Slug of the article most of them were about. */
  readonly article?: string;
  /** How often it was asked; `unanswered` and `unsure` are parts of this. */
  readonly asked: number;
  readonly unanswered: number;
  readonly unsure: number;
  readonly votes: Readonly<Partial<Record<Rating, number>>>;
  /** Passages shown anyway, the most common first. */
  readonly shown: readonly string[];
  /** Trace ids of the answers. */
  readonly traces: readonly string[];
};
