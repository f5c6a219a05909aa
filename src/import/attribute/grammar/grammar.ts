import type { CueWords } from "../../../languages/language-pack.ts";
import { pattern } from "../../../languages/pattern.ts";
import { wordTest, type WordTest } from "../../../languages/word-test.ts";
import type { WordTests } from "../word-lists.ts";

/** How a language says that somebody speaks. */
export type Grammar = {
  readonly words: WordTests;
  /** A verb of saying, thinking or planning. */
  readonly isCue: WordTest;
  /** Any verb, by its ending: after a dash behind somebody's words it says that they speak. */
  readonly looksLikeVerb: WordTest;
  /** A verb that says without more that somebody speaks. */
  readonly isPlain: WordTest;
  /** With a "not" before it: nobody speaks. */
  readonly isAnswer: WordTest;
  readonly isNot: WordTest;
  readonly isThat: WordTest;
  readonly isAdverb: WordTest;
  readonly accordingTo: RegExp;
  readonly ownAccordingTo: RegExp;
  readonly aboutThat: RegExp;
};

/** Shorter words end like verbs by chance. */
const MIN_VERB = 4;

export function grammarOf(cues: CueWords, words: WordTests): Grammar {
  const isVerb = wordTest(cues.verbs);
  const isPlain = wordTest(cues.plain);
  const isNoVerb = wordTest(cues.notVerbs);
  const ending = new RegExp(cues.verbEnding, "u");
  const isCue: WordTest = (lower) => isVerb(lower) && ending.test(lower) && !isNoVerb(lower);
  return {
    words,
    isCue,
    looksLikeVerb: (lower) => lower.length >= MIN_VERB && ending.test(lower) && !isNoVerb(lower),
    isPlain: (lower) => isPlain(lower) && isCue(lower),
    isAnswer: wordTest(cues.answers),
    isNot: wordTest(cues.not),
    isThat: wordTest(cues.that),
    isAdverb: wordTest(cues.adverbs),
    accordingTo: pattern(`\\b(?:${cues.accordingTo})\\b`),
    ownAccordingTo: pattern(`\\b(?:${cues.ownAccordingTo})\\b`),
    aboutThat: pattern(cues.aboutThat),
  };
}
