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
  const isOfficial =
    roles.some(words.offices) || (speaker.isBody && !areOrdinary(speaker.name, words));
  return isOfficial && !hedge.test(text) ? "announcement" : "opinion";
}

/** "One baker", "residents", "several experts": people without a name, and without an office. */
function areOrdinary(name: string, words: WordTests): boolean {
  const described = name.toLowerCase().split(WORDS);
  if (described.some((word) => words.offices(word) || words.bodies(word))) return false;
  if (words.unknown(described[0] ?? "")) return !described.some(words.writings);
  return described.some((word) => words.roles(word) || words.roles(word.replace(/s$/u, "")));
}
