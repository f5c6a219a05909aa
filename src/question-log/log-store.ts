import type { LogEntry } from "./log-entry.ts";
import type { DatedAnswer } from "./summarize-log.ts";

/** An answer with the latest vote on it, and the hour of that. */
type LoggedAnswer = DatedAnswer & { readonly votedAt?: Date };

/** Hands over each answer since a date once, in the order of their hours. */
export type EachAnswer = (since: Date, take: (answer: LoggedAnswer) => void) => Promise<void>;

export type LogReader = {
  readonly each: EachAnswer;
  /** Changes with every change of what is read. */
  readonly version: () => Promise<string>;
};

/** Where questions and votes are kept: in a file, or in the database with all replicas. */
export type LogStore = LogReader & {
  /** Never throws and never waits. */
  readonly append: (entry: LogEntry) => void;
  /** Starts to delete what is older. */
  readonly expire: (before: Date) => void;
  /** Waits until all entries are written or lost. */
  readonly settled: () => Promise<void>;
  readonly close: () => Promise<void>;
};
