import type { CompiledQuery } from "../query/compile-query.ts";
import type { RankedPassage } from "../ranking/ranking.ts";
import type { Answerability, AnswerabilityCheck } from "./answerability-check.ts";
import { hasWhatIsListed } from "./checks/listed-items.ts";
import { matchesAnyTerm, matchesMoreThanNames } from "./checks/matched-terms.ts";
import { coversHalf, hasTimeOrNumber, hasWhatIsCounted } from "./checks/time-or-number.ts";
import { usesEveryName } from "./checks/used-names.ts";

/** All checks run; the worst result counts. */
export const ANSWERABILITY_CHECKS = {
  matchesAnyTerm,
  matchesMoreThanNames,
  usesEveryName,
  hasTimeOrNumber,
  coversHalf,
  hasWhatIsCounted,
  hasWhatIsListed,
} as const satisfies Readonly<Record<string, AnswerabilityCheck>>;

/** The names of the checks that a passage fails, with their results. */
export type FailedChecks = ReadonlyMap<string, Answerability>;

const CHECKS = Object.entries(ANSWERABILITY_CHECKS);

export function failedChecksOf(first: RankedPassage, compiled: CompiledQuery): FailedChecks {
  const results = CHECKS.map(([name, check]) => [name, check(first, compiled)] as const);
  return new Map(results.filter(([, result]) => result !== "answers"));
}

const WORST_FIRST = ["nothing", "elsewhere", "near"] as const;

export function worstOf(failed: FailedChecks): Answerability {
  const results = new Set(failed.values());
  return WORST_FIRST.find((result) => results.has(result)) ?? "answers";
}

export function answerabilityOf(
  first: RankedPassage | undefined,
  compiled: CompiledQuery,
): Answerability {
  return first ? worstOf(failedChecksOf(first, compiled)) : "nothing";
}
