import type { SpeechForms } from "./language-pack.ts";
import { pattern } from "./pattern.ts";

/** Sources of patterns for the words around the name of a speaker. */
type SpeakerWords = {
  /** Verbs of saying and thinking, in all their forms. */
  readonly reportingVerbs: string;
  /** A verb that reports only before one of `claimFollows`: "considers that", but not "considers them". */
  readonly considers?: string;
  readonly claimFollows?: string;
  /** "Opinion", "words", "statement". */
  readonly opinion: string;
  /** What may stand between a name and its verb. */
  readonly adverbs: string;
  /** What may stand between a name and the noun of an opinion. */
  readonly qualities: string;
  /** "According to" and its like, before a name. */
  readonly accordingTo: string;
};

const NOTHING = "(?!)";

/** For languages in which the verb stands before a name as well as after it. */
export function isSpeakerBy({
  reportingVerbs,
  considers = NOTHING,
  claimFollows = NOTHING,
  opinion,
  adverbs,
  qualities,
  accordingTo,
}: SpeakerWords): SpeechForms["isSpeaker"] {
  const verbBehind = pattern(`^${adverbs} (?:${reportingVerbs}|${considers}${claimFollows})`);
  const verbBefore = pattern(`\\b${reportingVerbs}${adverbs} $`);
  const considersBefore = pattern(`\\b${considers}${adverbs} $`);
  const claimBehind = pattern(`^${claimFollows}`);
  const nounBehind = pattern(`^${qualities} ${opinion}`);
  const ownerBefore = pattern(`\\b(?:${accordingTo}|${opinion}) $`);

  return (before, _name, behind) =>
    verbBehind.test(behind) ||
    verbBefore.test(before) ||
    (considersBefore.test(before) && claimBehind.test(behind)) ||
    nounBehind.test(behind) ||
    ownerBefore.test(before);
}
