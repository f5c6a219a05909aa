import { pattern } from "./cyrillic-pattern.ts";
import type { SpeechForms } from "../language-pack.ts";

/** The parts in which Ukrainian and Russian differ, as sources of patterns. */
type SpeechParts = {
  /** Verbs of saying and thinking: by their beginnings, as they differ in their endings alone. */
  readonly says: string;
  /** Who "вважає" something speaks; who "вважає" somebody something does not. */
  readonly considers: string;
  /** What stands behind them where somebody speaks. */
  readonly ofWhat: string;
  readonly opinion: string;
  /** What may stand between a name and its verb, and before the noun of an opinion. */
  readonly adverbs: string;
  readonly qualities: string;
  /** "In the words of" and its like, before a name. */
  readonly accordingTo: string;
};

/** Verbs stand before a name as well as behind it. */
export function isSpeakerBy(parts: SpeechParts): SpeechForms["isSpeaker"] {
  const { says, considers, ofWhat, opinion, adverbs, qualities, accordingTo } = parts;
  const verbBehind = pattern(`^${adverbs} (?:${says}|${considers}${ofWhat})`);
  const verbBefore = pattern(`\\b${says}${adverbs} $`);
  const considersBefore = pattern(`\\b${considers}${adverbs} $`);
  const whatBehind = pattern(`^${ofWhat}`);
  const nounBehind = pattern(`^${qualities} ${opinion}`);
  const ownerBefore = pattern(`\\b(?:${accordingTo}|${opinion}) $`);

  return (before, _name, behind) =>
    verbBehind.test(behind) ||
    verbBefore.test(before) ||
    (considersBefore.test(before) && whatBehind.test(behind)) ||
    nounBehind.test(behind) ||
    ownerBefore.test(before);
}
