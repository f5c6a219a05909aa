import type { Person } from "../../article/article.ts";
import { packFor } from "../../languages/packs.ts";
import { foldWord, wordsIn } from "../../text/words.ts";
import { keyOfInflected } from "../attribute/people/key-of-inflected.ts";
import type { ProposedPerson } from "../attribute/people/propose-people.ts";

type SameSpeaker = (filed: Person, proposed: ProposedPerson) => boolean;

/** Tells whether a file and import mean the same person: one of the names is the same, or the surname. */
export function sameSpeakerIn(language: string): SameSpeaker {
  const keyOf = packFor(language).attribution.cues ? keyOfInflected : foldWord;
  return (filed, proposed) => {
    const own = namesOf(filed, keyOf);
    return filed.id === proposed.id || [...namesOf(proposed, keyOf)].some((name) => own.has(name));
  };
}

const ARTICLE = /^the\s+/iu;
/** "Tobias Renn", "Anna Maria Renn"; not "Bank of Vellan", whose last word is no surname. */
const FULL_NAME = /^\p{Lu}[^\s]*(?:\s\p{Lu}[^\s]*){1,2}$/u;

function namesOf(
  { name, aliases }: Pick<Person, "name" | "aliases">,
  keyOf: (word: string) => string,
): ReadonlySet<string> {
  const names = [name, ...aliases].flatMap((one) => {
    const surname = FULL_NAME.test(one) ? (one.split(" ").at(-1) ?? one) : one;
    return [one.replace(ARTICLE, ""), surname];
  });
  return new Set(
    names.map((one) =>
      wordsIn(one)
        .map(({ text }) => keyOf(text))
        .join(" "),
    ),
  );
}
