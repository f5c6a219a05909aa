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

const CHECKS: readonly AnswerabilityCheck[] = Object.values(ANSWERABILITY_CHECKS);

const WORST_FIRST = ["nothing", "elsewhere", "near"] as const;

export function answerabilityOf(
  first: RankedPassage | undefined,
  compiled: CompiledQuery,
): Answerability {
  if (!first) return "nothing";
  const results = new Set(CHECKS.map((check) => check(first, compiled)));
  return WORST_FIRST.find((result) => results.has(result)) ?? "answers";
}
