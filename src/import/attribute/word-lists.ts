import type { AttributionWords } from "../../languages/language-pack.ts";

/** Whether a word in small letters is on a list. */
export type WordTest = (lower: string) => boolean;

export type WordTests = {
  readonly [List in Exclude<keyof AttributionWords, "pronouns" | "cues">]: WordTest;
} & {
  readonly pronouns: Readonly<Record<keyof AttributionWords["pronouns"], WordTest>>;
  readonly isStopWord: WordTest;
};

export function wordTests(lists: AttributionWords, isStopWord: WordTest): WordTests {
  const { he, she, they, who, own } = lists.pronouns;
  return {
    titles: wordTest(lists.titles),
    femaleTitles: wordTest(lists.femaleTitles),
    maleTitles: wordTest(lists.maleTitles),
    roles: wordTest(lists.roles),
    offices: wordTest(lists.offices),
    writings: wordTest(lists.writings),
    bodies: wordTest(lists.bodies),
    pronouns: {
      he: wordTest(he),
      she: wordTest(she),
      they: wordTest(they),
      who: wordTest(who),
      own: wordTest(own),
    },
    notNames: wordTest(lists.notNames),
    particles: wordTest(lists.particles),
    ofBody: wordTest(lists.ofBody),
    known: wordTest(lists.known),
    unknown: wordTest(lists.unknown),
    prepositions: wordTest(lists.prepositions),
    places: wordTest(lists.places),
    joining: wordTest(lists.joining),
    told: wordTest(lists.told),
    asSays: wordTest(lists.asSays),
    femaleNames: wordTest(lists.femaleNames),
    maleNames: wordTest(lists.maleNames),
    isStopWord,
  };
}

/** `*` at the end of a word is any ending. */
export function wordTest(list: string): WordTest {
  const words = list.trim().split(/\s+/u);
  const whole = new Set(words.filter((word) => !word.endsWith("*")));
  const beginnings = new Set(
    words.filter((word) => word.endsWith("*")).map((word) => word.slice(0, -1)),
  );
  const longest = Math.max(0, ...Array.from(beginnings, ({ length }) => length));
  return (lower) => {
    if (whole.has(lower)) return true;
    for (let length = Math.min(longest, lower.length); length > 0; length -= 1) {
      if (beginnings.has(lower.slice(0, length))) return true;
    }
    return false;
  };
}
