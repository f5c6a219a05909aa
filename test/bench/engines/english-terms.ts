import { packFor } from "../../../src/languages/packs.ts";
import { wordsIn } from "../../../src/text/words.ts";

/** The project's words and stems, so libraries that accept them differ in ranking only. */
export function englishTerms(text: string): string[] {
  const terms = packFor("en").terms;
  return wordsIn(text)
    .map((word) => terms.read(word.text))
    .filter(({ isStopWord }) => !isStopWord)
    .map(({ term }) => term);
}
