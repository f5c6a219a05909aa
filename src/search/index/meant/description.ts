import type { Referent, Referents } from "./referents.ts";
import { isNoun, isVerb } from "./introduction.ts";
import {
  gapBefore,
  hasKind,
  isCapital,
  isJoined,
  type SentenceToRead,
} from "./sentence-to-read.ts";
import { WORD_KIND } from "../../../languages/word-kinds.ts";

/** "The former minister": the places of its words, without the article. */
export type Description = {
  readonly from: number;
  readonly noun: number;
  readonly to: number;
  /** "The", or a noun alone where there are no articles; not "a minister". */
  readonly isKnown: boolean;
  readonly isAge: boolean;
};

const { known, limiting, person, preposition, title, unknown, yearsOld } = WORD_KIND;

const MAX_WORDS = 4;
const DIGITS = /^\d{1,2}$/u;
const POSSESSIVE = /['’]s?$/u;

/** The description that begins at a word, its article included. */
export function descriptionAt(at: number, sentence: SentenceToRead): Description | undefined {
  const hasArticle = hasKind(sentence, at, known | unknown);
  if (!hasArticle && !(sentence.isInflected && at === sentence.from)) return undefined;
  const from = hasArticle ? at + 1 : at;
  const isKnown = !hasKind(sentence, at, unknown);
  const byAge = ageAt(from, sentence);
  if (byAge) return { ...byAge, isKnown };
  for (let noun = from; noun < Math.min(sentence.to, from + MAX_WORDS); noun += 1) {
    if (noun > from && !isJoined(sentence, noun)) return undefined;
    if (hasKind(sentence, noun, preposition)) return undefined;
    const isLast = !isJoined(sentence, noun + 1) || !isNoun(sentence, noun + 1);
    if (isNoun(sentence, noun) && isLast)
      return { from, noun, to: noun + 1, isKnown, isAge: false };
    if (sentence.isInflected && !hasKind(sentence, noun, limiting)) return undefined;
  }
  return undefined;
}

/** "The 34-year-old", and the man or woman behind it. */
function ageAt(from: number, sentence: SentenceToRead): Omit<Description, "isKnown"> | undefined {
  if (!DIGITS.test(sentence.words[from]?.folded ?? "")) return undefined;
  let to = from + 1;
  while (to < sentence.to && hasKind(sentence, to, yearsOld)) to += 1;
  if (to === from + 1) return undefined;
  if (isJoined(sentence, to) && hasKind(sentence, to, person)) to += 1;
  return { from, noun: from, to, isAge: true };
}

/** Something more is said, which may tell another one: "the minister of defence", "the minister's wife". */
function goesOn({ to, isAge }: Description, sentence: SentenceToRead): boolean {
  if (to >= sentence.to) return POSSESSIVE.test(sentence.words[to - 1]?.word.text ?? "");
  if (POSSESSIVE.test(sentence.words[to - 1]?.word.text ?? "")) return true;
  if (!isJoined(sentence, to)) return OPENS_MARKS.test(gapBefore(sentence, to));
  if (isCapital(sentence, to) && !sentence.words[to]?.isStopWord) return true;
  if (!sentence.isInflected) return hasKind(sentence, to, OF);
  if (isAge) return false;
  return !isVerb(sentence, to) && sentence.words[to]?.isStopWord !== true;
}

const OPENS_MARKS = /[«“"„]/u;
const OF = WORD_KIND.of;

/** In an inflected language, several: «министры». */
const PLURAL = /[иіїы]$/u;

/** Those of the article whom it fits; none if it may be somebody without a name. */
export function whoIsDescribed(
  description: Description,
  sentence: SentenceToRead,
  referents: Referents,
): readonly Referent[] {
  const { noun, isKnown, isAge } = description;
  const { folded = "" } = sentence.words[noun] ?? {};
  if (!isKnown || goesOn(description, sentence)) return [];
  if (isAge) return referents.all.filter(({ age }) => age === folded);
  if (sentence.isInflected && PLURAL.test(folded)) return [];
  const called = nounsOf(noun, description.from, sentence, "is");
  if (called.some((one) => referents.ofOthers.has(one))) return [];
  const others = othersBefore(description, sentence);
  return referents.all.filter(
    ({ nouns, described }) =>
      called.some((one) => nouns.includes(one)) && others.every((term) => described.includes(term)),
  );
}

/** The words before the noun that limit nothing by themselves: "energy". */
function othersBefore({ from, noun }: Description, sentence: SentenceToRead): readonly string[] {
  return sentence.words
    .slice(from, noun)
    .filter((_, offset) => !hasKind(sentence, from + offset, limiting))
    .map(({ term }) => term);
}

/** What a noun calls somebody, with what limits it; `fits`: all that a body may be called later. */
export function nounsOf(
  noun: number,
  from: number,
  sentence: SentenceToRead,
  as: "is" | "fits",
): readonly string[] {
  const { words, bodyNouns } = sentence;
  const limits = words
    .slice(from, noun)
    .filter((_, offset) => hasKind(sentence, from + offset, limiting))
    .map(({ term }) => `${term} `);
  const own = hasKind(sentence, noun, person | title) ? [words[noun]?.term ?? ""] : [];
  const { fits, is } = bodyNouns(words[noun]?.folded ?? "");
  const ofBody = as === "fits" ? fits : is === undefined ? [] : [is];
  return [...own, ...ofBody].map((one) => limits.join("") + one);
}
