import type { CompiledQuery } from "../query/compile-query.ts";
import type { RankedPassage } from "../ranking/ranking.ts";

/**
 * Whether the first passage can answer. If not, it is on the topic but lacks what is asked for (`near`),
 * shares little more than a name with the question (`elsewhere`), or nothing at all (`nothing`).
 */
export type Answerability = "answers" | "near" | "elsewhere" | "nothing";

/** Judges the first passage by one criterion. */
export type AnswerabilityCheck = (first: RankedPassage, compiled: CompiledQuery) => Answerability;
