import type { Person } from "../../article/article.ts";
import { groupedBy } from "../../article/grouped-by.ts";
import { scriptOf } from "../analysis/phonetic-names.ts";
import type { Terms } from "../../languages/terms.ts";
import { isCapitalised, wordsIn } from "../../text/words.ts";

/** One way a text may name a person, as a sequence of terms. */
type Name = { readonly person: Person; readonly terms: readonly string[] };

/** Names by their first term. */
export type Names = ReadonlyMap<string, readonly Name[]>;

/** Parts of a personal name also count as names. Longer names are organisations', whose words are too common. */
const MAX_WORDS_IN_PERSONAL_NAME = 3;

export function namesOf(people: readonly Person[], terms: Terms): Names {
  const names = people.flatMap((person) =>
    phrasesFor(person, terms).map((phrase) => ({ person, terms: phrase })),
  );
  return groupedBy(
    names.filter((name) => name.terms.length > 0),
    (name) => name.terms[0] ?? "",
  );
}

function phrasesFor(person: Person, terms: Terms): string[][] {
  const { name, aliases, otherNames = [] } = person;
  const whole = [...name.split(","), ...aliases, ...otherNames].map((one) => phraseOf(one, terms));
  const inOtherScript = otherNames.filter((other) => scriptOf(other) !== scriptOf(name));
  const parts = [name, ...inOtherScript].flatMap((one) => partsOfName(one, terms));
  return [...whole, ...parts.map((term) => [term])];
}

function phraseOf(name: string, terms: Terms): string[] {
  return wordsIn(name)
    .filter((word) => !terms.isStopWord(word.text))
    .map((word) => terms.of(word.text));
}

function partsOfName(name: string, terms: Terms): string[] {
  const words = wordsIn(name).map((word) => word.text);
  const isPersonal =
    words.length <= MAX_WORDS_IN_PERSONAL_NAME && words.every((word) => isCapitalised(word));
  return isPersonal ? words.filter((word) => word.length > 1).map((word) => terms.of(word)) : [];
}

/** A mention of a person: position of its first term, and number of terms. */
export type Mention = { readonly person: Person; readonly at: number; readonly length: number };

/** Everybody mentioned, in order; the longest name at a position wins ("Russian leader" is not "Russian"). */
export function mentionsIn(terms: readonly string[], names: Names): Mention[] {
  const mentions: Mention[] = [];
  let at = 0;
  while (at < terms.length) {
    const longest = longestAt(terms, at, names);
    mentions.push(...longest);
    at += longest[0]?.length ?? 1;
  }
  return mentions;
}

function longestAt(terms: readonly string[], at: number, names: Names): Mention[] {
  const here = (names.get(terms[at] ?? "") ?? []).filter((name) =>
    name.terms.every((term, offset) => terms[at + offset] === term),
  );
  const length = Math.max(0, ...here.map((name) => name.terms.length));
  return here
    .filter((name) => name.terms.length === length)
    .map(({ person }) => ({ person, at, length }));
}
