import type { SpeechForms } from "./language-pack.ts";
import { atEnd, pattern } from "./pattern.ts";

/** Pattern sources for the words around a speaker's name. */
type SpeakerWords = {
  /** Verbs of saying and thinking, in all their forms. */
  readonly reportingVerbs: string;
  /** A verb that reports only before one of `claimFollows`: "considers that", but not "considers them". */
  readonly considers?: string;
  readonly claimFollows?: string;
  /** "Opinion", "words", "statement". */
  readonly opinion: string;
  /** What may come between a name and its verb. */
  readonly adverbs: string;
  /** What may come between a name and "opinion": "own", "main". */
  readonly qualities: string;
  /** "According to" and the like, before a name. */
  readonly accordingTo: string;
};

const NOTHING = "(?!)";

/** For languages in which the verb may come before or after the name. */
export function createIsSpeaker({
  reportingVerbs,
  considers = NOTHING,
  claimFollows = NOTHING,
  opinion,
  adverbs,
  qualities,
  accordingTo,
}: SpeakerWords): SpeechForms["isSpeaker"] {
  const verbAfter = pattern(`^${adverbs} (?:${reportingVerbs}|${considers}${claimFollows})`);
  const verbBefore = atEnd(`\\b${reportingVerbs}${adverbs} `);
  const considersBefore = atEnd(`\\b${considers}${adverbs} `);
  const claimAfter = pattern(`^${claimFollows}`);
  const nounAfter = pattern(`^${qualities} ${opinion}`);
  const ownerBefore = atEnd(`\\b(?:${accordingTo}|${opinion}) `);

  return (before, _name, after) =>
    verbAfter.test(after) ||
    verbBefore.test(before) ||
    (considersBefore.test(before) && claimAfter.test(after)) ||
    nounAfter.test(after) ||
    ownerBefore.test(before);
}
