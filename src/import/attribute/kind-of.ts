import type { Kind } from "../../article/article.ts";
import type { FactForms } from "../../languages/language-pack.ts";
import type { Figure } from "./people/people-of.ts";
import type { WordTests } from "./word-lists.ts";

const WORDS = /[^\p{L}'’-]+/u;

/** What kind of statement a sentence is: of a body or an office-holder, news, unless it is a view. */
export function kindOf(
  text: string,
  speaker: Figure | undefined,
  { hedge }: FactForms,
  words: WordTests,
): Kind {
  if (!speaker) return "report";
  const roles = (speaker.capacity ?? "").toLowerCase().split(WORDS);
  const isOfficial = speaker.isBody || roles.some(words.offices);
  return isOfficial && !hedge.test(text) ? "announcement" : "opinion";
}
