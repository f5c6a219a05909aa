import type { Person } from "../../article/article.ts";
import { genderOfName, type Gender } from "../../languages/gender.ts";
import type { LanguagePack } from "../../languages/language-pack.ts";
import { TOKEN_CLASS } from "../../languages/token-classes.ts";
import { wordTest } from "../../languages/word-test.ts";
import type { AnalysedWord } from "../analysis/analyse-text.ts";
import type { Names } from "./people.ts";

/** Who was told of last, as far as a pronoun may mean them. */
export type ToldOf = {
  readonly people: readonly string[];
  /** Somebody else may be named as well. */
  readonly hasOthers: boolean;
  /** Sentences since then that name nobody. */
  readonly since: number;
};

export const NOBODY_TOLD_OF: ToldOf = { people: [], hasOthers: false, since: 0 };

/** A pronoun means nobody told of before more sentences than these. */
const MAX_SINCE = 2;

/** Finds whom "she" and "he" mean at the beginning of a sentence. */
export type PronounReader = {
  /** `mentions` are those by name. What is found is added to them by the sentence. */
  readonly read: (passage: PassageToRead) => {
    readonly meant: readonly Named[];
    readonly toldOf: ToldOf;
  };
};

type PassageToRead = {
  readonly text: string;
  readonly words: readonly AnalysedWord[];
  readonly mentions: readonly Named[];
  readonly before: ToldOf;
};

type Named = { readonly person: string; readonly sentence: number };

export function createPronounReader(names: Names, { attribution }: LanguagePack): PronounReader {
  const people = [...new Set([...names.values()].flat().map(({ person }) => person))];
  const termsOfNames = new Set([...names.values()].flat().flatMap(({ terms }) => terms));
  const lists = {
    femaleTitles: wordTest(attribution.femaleTitles),
    maleTitles: wordTest(attribution.maleTitles),
    femaleNames: wordTest(attribution.femaleNames),
    maleNames: wordTest(attribution.maleNames),
  };
  const bodies = wordTest(attribution.bodies);
  const genders = new Map(
    people
      .filter((person) => isOnePerson(person, bodies))
      .map((person) => [
        person.id,
        genderOfName(person.capacity ?? "", person.name.split(" "), lists),
      ]),
  );
  // The first of each list is the form of a subject.
  const [he = ""] = attribution.pronouns.he.trim().split(" ");
  const [she = ""] = attribution.pronouns.she.trim().split(" ");
  const genderOf = ({ folded }: AnalysedWord): Gender | undefined =>
    folded === he ? "he" : folded === she ? "she" : undefined;

  function isOtherName({ classes, term, isStopWord }: AnalysedWord): boolean {
    const isName = (classes & TOKEN_CLASS.name) !== 0 && (classes & NO_NAME) === 0;
    return isName && !isStopWord && !termsOfNames.has(term);
  }

  function whoIsMeant(gender: Gender, { people: told, hasOthers, since }: ToldOf) {
    if (since > MAX_SINCE) return undefined;
    const fitting = told.filter(
      (person) => genders.has(person) && (genders.get(person) ?? gender) === gender,
    );
    const [only, another] = fitting;
    return another || (hasOthers && only && genders.get(only) === undefined) ? undefined : only;
  }

  return {
    read({ text, words, mentions, before }) {
      let toldOf = before;
      const meant: Named[] = [];
      for (const [sentence, inSentence] of bySentence(words)) {
        const named = mentions.filter((one) => one.sentence === sentence).map((one) => one.person);
        const first = inSentence.findIndex((word) => isOtherName(word) || genderOf(word));
        const isQuoted = QUOTE_BEFORE.test(text.slice(0, inSentence[0]?.word.start));
        const pronoun = first < EARLY && !isQuoted ? inSentence[first] : undefined;
        const gender = pronoun && genderOf(pronoun);
        const person = gender && whoIsMeant(gender, toldOf);
        if (person && !named.includes(person)) {
          meant.push({ person, sentence });
          named.unshift(person);
        }
        const hasOthers = inSentence.some(isOtherName);
        toldOf =
          named.length > 0 || hasOthers
            ? { people: [...new Set(named)], hasOthers, since: 0 }
            : { ...toldOf, since: toldOf.since + 1 };
      }
      return { meant, toldOf };
    },
  };
}

const QUOTE_BEFORE = /["“«„]$/u;
/** "In May she …": as a subject, a pronoun is among so many words. */
const EARLY = 4;
/** A name behind a preposition is mostly a place, and no pronoun for people means one. */
const NO_NAME = TOKEN_CLASS.place | TOKEN_CLASS.time | TOKEN_CLASS.number;
const MAX_WORDS_OF_PERSON = 3;
const CAPITAL = /^\p{Lu}/u;

function isOnePerson({ name }: Person, bodies: (lower: string) => boolean): boolean {
  const words = name.split(" ");
  return (
    words.length > 1 &&
    words.length <= MAX_WORDS_OF_PERSON &&
    words.every((word) => CAPITAL.test(word) && !bodies(word.toLowerCase()))
  );
}

function bySentence(words: readonly AnalysedWord[]): ReadonlyMap<number, AnalysedWord[]> {
  const sentences = new Map<number, AnalysedWord[]>();
  for (const word of words) {
    const same = sentences.get(word.sentence);
    if (same) same.push(word);
    else sentences.set(word.sentence, [word]);
  }
  return sentences;
}
