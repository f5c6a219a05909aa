import { packFor } from "../../../src/languages/packs.ts";
import { wordsIn } from "../../../src/text/words.ts";

/** The project's own words and stems, so that the peers which take any differ in ranking alone. */
export function englishTerms(text: string): string[] {
  const terms = packFor("en").terms;
  return wordsIn(text)
    .map((word) => terms.read(word.text))
    .filter(({ isStopWord }) => !isStopWord)
    .map(({ term }) => term);
}
