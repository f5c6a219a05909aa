import type { AttributionWords } from "../../languages/language-pack.ts";
import { wordTest, type WordTest } from "../../languages/word-test.ts";

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
