import type { CompiledQuery } from "../query/compile-query.ts";
import type { RankedPassage } from "../ranking/ranking.ts";
import type { Answerability, AnswerabilityCheck } from "./answerability-check.ts";
import { hasWhatIsListed } from "./checks/listed-items.ts";
import {
  hasValueBesideTopic,
  hasValueOfWhoIsNamed,
  numbersWhatIsCounted,
} from "./checks/place-of-value.ts";
import { hasAskedQuantity } from "./checks/quantity.ts";
import { hasWordsOfWhoIsAsked } from "./checks/words-of-speaker.ts";
import { matchesAnyTerm, matchesMoreThanNames } from "./checks/matched-terms.ts";
import { coversHalf, hasTimeOrNumber, hasWhatIsCounted } from "./checks/time-or-number.ts";
import { usesEveryName } from "./checks/used-names.ts";

/** All checks run. */
export const ANSWERABILITY_CHECKS = {
  matchesAnyTerm,
  matchesMoreThanNames,
  usesEveryName,
  hasTimeOrNumber,
  coversHalf,
  hasWhatIsCounted,
  hasWhatIsListed,
  hasAskedQuantity,
  numbersWhatIsCounted,
  hasValueBesideTopic,
  hasValueOfWhoIsNamed,
  hasWordsOfWhoIsAsked,
} as const satisfies Readonly<Record<string, AnswerabilityCheck>>;

export type CheckName = keyof typeof ANSWERABILITY_CHECKS;

export const CHECK_NAMES = [
  "matchesAnyTerm",
  "matchesMoreThanNames",
  "usesEveryName",
  "hasTimeOrNumber",
  "coversHalf",
  "hasWhatIsCounted",
  "hasWhatIsListed",
  "hasAskedQuantity",
  "numbersWhatIsCounted",
  "hasValueBesideTopic",
  "hasValueOfWhoIsNamed",
  "hasWordsOfWhoIsAsked",
] as const satisfies readonly CheckName[];

/** The checks that a passage fails, with their results. */
export type FailedChecks = ReadonlyMap<CheckName, Answerability>;

export function failedChecksOf(first: RankedPassage, compiled: CompiledQuery): FailedChecks {
  const results = CHECK_NAMES.map(
    (name) => [name, ANSWERABILITY_CHECKS[name](first, compiled)] as const,
  );
  return new Map(results.filter(([, result]) => result !== "answers"));
}
