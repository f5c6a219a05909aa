import type { CompiledQuery } from "../query/compile-query.ts";
import type { RankedPassage } from "../ranking/ranking.ts";
import type { AnswerabilityCheck } from "./answerability-check.ts";
import { hasAgeOfWhoIsAsked } from "./checks/age.ts";
import { saysWhatIsDone } from "./checks/deed.ts";
import { hasWhatIsListed } from "./checks/listed-items.ts";
import {
  hasValueBesideTopic,
  hasValueOfWhoIsNamed,
  numbersWhatIsCounted,
} from "./checks/place-of-value.ts";
import { hasNegationAsAsked } from "./checks/negation.ts";
import { hasAskedQuantity } from "./checks/quantity.ts";
import { hasWordsOfWhoIsAsked } from "./checks/words-of-speaker.ts";
import { matchesAnyTerm, matchesMoreThanNames } from "./checks/matched-terms.ts";
import { coversHalf, hasTimeOrNumber, hasWhatIsCounted } from "./checks/time-or-number.ts";
import { keepsRoles } from "./checks/roles.ts";
import { hasNameAskedFor } from "./checks/name-asked-for.ts";
import { usesEveryName } from "./checks/used-names.ts";

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
  hasNegationAsAsked,
  keepsRoles,
  saysWhatIsDone,
  hasAgeOfWhoIsAsked,
  hasNameAskedFor,
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
  "hasNegationAsAsked",
  "keepsRoles",
  "saysWhatIsDone",
  "hasAgeOfWhoIsAsked",
  "hasNameAskedFor",
] as const satisfies readonly CheckName[];

export type FailedChecks = ReadonlySet<CheckName>;

/** They take longest, and are asked only of a passage that passes all others. */
const READS_SENTENCES: ReadonlySet<CheckName> = new Set([
  "keepsRoles",
  "saysWhatIsDone",
  "hasAgeOfWhoIsAsked",
  "hasNameAskedFor",
]);

/** The checks that the first passage fails; none if there is none. */
export function failedChecksOf(
  first: RankedPassage | undefined,
  compiled: CompiledQuery,
): FailedChecks {
  const failed = new Set<CheckName>();
  if (!first) return failed;
  for (const name of CHECK_NAMES) {
    if (failed.size > 0 && READS_SENTENCES.has(name)) continue;
    if (!ANSWERABILITY_CHECKS[name](first, compiled)) failed.add(name);
  }
  return failed;
}
