import type { AnswerabilityCheck } from "../answerability-check.ts";
import { askedRoles, type AskedRoles } from "../roles/asked-roles.ts";
import { RECOGNISABLE } from "./time-or-number.ts";
import { namesWithin } from "../roles/clause-word.ts";

/** The sum of how near its missing words are: with more, another word may stand for the deed. */
const NEAR_ENOUGH = 0.3;

/**
 * "When is Putin visiting Beijing?" takes more than both names: a passage that says in no word that he visits, or
 * anything near it, tells of something else.
 */
export const saysWhatIsDone: AnswerabilityCheck = ({ matches, features }, compiled) => {
  const { query } = compiled;
  if (RECOGNISABLE[query.answerType] === undefined && query.answerType !== "place") return true;
  if (features.nearMissing >= NEAR_ENOUGH) return true;
  const isTranslated = query.likelyPacks[0] !== query.pack;
  const asked = isTranslated ? [] : askedRoles(compiled).filter(namesBoth);
  return (
    asked.length === 0 ||
    asked.some(({ verb, words }) =>
      matches.termMatches.some(
        ({ queryTerm }) => ((words[verb]?.terms ?? 0) & (1 << queryTerm)) !== 0,
      ),
    )
  );
};

function namesBoth({ words, doer, object }: AskedRoles): boolean {
  return namesWithin(words, doer).length > 0 && namesWithin(words, object).length > 0;
}
