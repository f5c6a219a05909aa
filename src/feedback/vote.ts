import type { Trace } from "./trace.ts";

/** What may be wrong with an answer. */
export const REASONS = ["wrong-passage", "wrong-person", "misread"] as const;

/** What a reader thinks of an answer: of a bad one, what is wrong with it if they say so. */
export const RATINGS = ["good", "bad", ...REASONS] as const;

export type Reason = (typeof REASONS)[number];
export type Rating = (typeof RATINGS)[number];

/** A vote on the answer with this trace id. It is counted and kept; no ranking knows of it. */
export type Vote = { readonly trace: string; readonly rating: Rating };

/** An answer, and what its reader thinks of it if they said so. */
export type RatedAnswer = { readonly trace: Trace; readonly rating?: Rating };
