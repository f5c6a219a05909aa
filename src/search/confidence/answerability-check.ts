import type { CompiledQuery } from "../query/compile-query.ts";
import type { RankedPassage } from "../ranking/ranking.ts";

/** One criterion of whether the first passage can answer: false if it lacks what is asked for. */
export type AnswerabilityCheck = (first: RankedPassage, compiled: CompiledQuery) => boolean;
