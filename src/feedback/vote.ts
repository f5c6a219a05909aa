import type { Trace } from "./trace.ts";

/** What can be wrong with an answer. */
export const REASONS = ["wrong-passage", "wrong-person", "misread"] as const;

/** A reason replaces `bad` if the reader gives one. */
export const RATINGS = ["good", "bad", ...REASONS] as const;

export type Reason = (typeof REASONS)[number];
export type Rating = (typeof RATINGS)[number];

/** A vote on the answer with this trace id. Votes never change the ranking. */
export type Vote = { readonly trace: string; readonly rating: Rating };

/** An answer with the latest vote on it, if any. */
export type RatedAnswer = { readonly trace: Trace; readonly rating?: Rating };
