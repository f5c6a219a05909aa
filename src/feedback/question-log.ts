import type { Trace } from "./trace.ts";
import type { RatedAnswer, Rating, Vote } from "./vote.ts";

/** What outlives this process, where the operator asked for it. It is told once a reader was served. */
export type QuestionLog = {
  /** So long a line is kept. */
  readonly days: number;
  /** Neither throws or waits. */
  readonly recordAnswer: (trace: Trace) => void;
  readonly recordVote: (vote: Vote) => void;
  /** Everything that is kept; nothing where it cannot be read. */
  readonly answers: () => Promise<readonly RatedAnswer[]>;
  /** What readers asked in vain lately, the largest group first. */
  readonly gaps: () => Promise<readonly Gap[]>;
};

/** Questions that ask for the same and were not answered, or not well. */
export type Gap = {
  /** As most readers put it. */
  readonly question: string;
  /** How others did, the commonest first. */
  readonly wordings: readonly string[];
  readonly language: string;
  /** What kind of thing is asked for. */
  readonly wants: string;
  /** Slug of the article that most of them were about. */
  readonly article?: string;
  /** How often it was asked; of that, how often nothing was shown, or something that may not answer. */
  readonly asked: number;
  readonly unanswered: number;
  readonly unsure: number;
  readonly votes: Readonly<Partial<Record<Rating, number>>>;
  /** Passages shown all the same, the commonest first. */
  readonly shown: readonly string[];
  /** Ids of the answers. */
  readonly traces: readonly string[];
};
