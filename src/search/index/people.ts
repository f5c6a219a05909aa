import type { Person } from "../../article/article.ts";
import { groupedBy } from "../../article/grouped-by.ts";
import { scriptOf } from "../analysis/sounds.ts";
import { type Content, contentOf } from "../analysis/analyse-text.ts";
import { analyseKnownText } from "../analysis/known-texts.ts";
import { runSteps, type Steps } from "../../languages/steps.ts";
import type { Terms } from "../../languages/terms.ts";
import { isCapitalised } from "../../text/words.ts";

/** One way a text may name a person, as a sequence of terms. */
type Name = { readonly person: Person; readonly terms: readonly string[] };

/** Names by their first term. */
export type Names = ReadonlyMap<string, readonly Name[]>;

/** Parts of a personal name also count as names. Longer names are organisations', whose words are too common. */
const MAX_WORDS_IN_PERSONAL_NAME = 3;

export function namesOf(people: readonly Person[], terms: Terms): Names {
  return runSteps(namesInSteps(people, terms));
}

export function namesInSteps(people: readonly Person[], terms: Terms): Steps<Names> {
  return namesByFirst(people, (person) => phrasesFor(person, terms));
}

/** `waysToName`: the different ways to name a person, who is at this place among all. */
export function* namesByFirst(
  people: readonly Person[],
  waysToName: (person: Person, at: number) => readonly (readonly string[])[],
): Steps<Names> {
  const byFirst = new Map<string, Name[]>();
  for (const [at, person] of people.entries()) {
    for (const phrase of waysToName(person, at)) {
      const [first] = phrase;
      if (first === undefined) continue;
      const alike = byFirst.get(first) ?? [];
      alike.push({ person, terms: phrase });
      byFirst.set(first, alike);
    }
    yield;
  }
  return byFirst;
}

/** Once for all articles that list somebody under the same id: the publisher of an archive is in each. */
export function withoutRepeatedPeople(names: Names): Names {
  const distinct = new Map<string, readonly Name[]>();
  for (const [first, alike] of names) {
    const byPersonAndTerms = new Map(
      alike.map((name) => [[name.person.id, ...name.terms].join(" "), name]),
    );
    distinct.set(first, [...byPersonAndTerms.values()]);
  }
  return distinct;
}

/** An alias may be a part of the name: "Kerr" of Ada Kerr. */
function withoutRepeated(phrases: readonly string[][]): string[][] {
  return [...new Map(phrases.map((phrase) => [phrase.join(" "), phrase])).values()];
}

/** The different ways to name a person. */
export function phrasesFor(person: Person, terms: Terms): string[][] {
  const { name, aliases, otherNames = [] } = person;
  const whole = [...name.split(","), ...aliases, ...otherNames].flatMap((one) =>
    phrasesOf(one, terms),
  );
  const inOtherScript = otherNames.filter((other) => scriptOf(other) !== scriptOf(name));
  const parts = [name, ...inOtherScript].flatMap((one) => partsOfName(one, terms));
  return withoutRepeated([...whole, ...parts.map((term) => [term])]);
}

/** The terms of a name; once more with each added term in place of its words: "Jean-Luc" is "Jeanluc". */
function phrasesOf(name: string, terms: Terms): string[][] {
  const { words, added } = contentOf(analyseKnownText(name, terms));
  const plain = words.map(({ term }) => term);
  return [
    plain,
    ...added.map(({ term, first, last }) => plain.toSpliced(first, last - first + 1, term)),
  ];
}

/** "Dr.", "Prof.", "J." */
const TITLES = /(?<!\S)\p{Lu}\p{Ll}{0,4}\.\s+/gu;
/** "Vogel-Ruiz" counts as one word. */
const SPACES = /\s+/u;

function partsOfName(name: string, terms: Terms): string[] {
  const untitled = name.replace(TITLES, "");
  const { words, added } = analyseKnownText(untitled, terms);
  const isPersonal =
    untitled.split(SPACES).length <= MAX_WORDS_IN_PERSONAL_NAME &&
    words.every(({ word }) => isCapitalised(word.text));
  const parts = [...words.filter(({ word }) => word.text.length > 1), ...added];
  return isPersonal ? parts.map(({ term }) => term) : [];
}

/** The terms of each person's capacity, and of a name that is no more than a description: "fire brigade". */
export type Roles = ReadonlyMap<Person, ReadonlySet<string>>;

export function* roleTermsOf(people: readonly Person[], terms: Terms): Steps<Roles> {
  const termsIn = (text: string) =>
    contentOf(analyseKnownText(text, terms)).words.map(({ term }) => term);
  const fullNames: FullName[] = [];
  for (const [at, person] of people.entries()) {
    const named = termsIn(person.name);
    if (named.length > 1) fullNames.push({ person, named, at });
    yield;
  }
  const byFirst = groupedBy(fullNames, ({ named: [first = ""] }) => first);
  const roles = new Map<Person, ReadonlySet<string>>();
  for (const person of people) {
    const descriptions = [person.name, ...person.aliases].filter(isDescription);
    const role = new Set(termsIn([person.capacity ?? "", ...descriptions].join(" ")));
    // "Tobias Renn's deputy" is not Tobias Renn.
    const others = [...role]
      .flatMap((term) => byFirst.get(term) ?? [])
      .toSorted((one, other) => one.at - other.at);
    for (const { person: other, named } of others) {
      const isNamed = other !== person && named.every((term) => role.has(term));
      if (isNamed) for (const term of named) role.delete(term);
    }
    if (role.size > 0) roles.set(person, role);
    yield;
  }
  return roles;
}

/** `at`: of the person, among all. */
type FullName = { readonly person: Person; readonly named: readonly string[]; readonly at: number };

const SMALL_LETTER_FIRST = /(?:^|\s)\p{Ll}{4}/u;

function isDescription(name: string): boolean {
  return SMALL_LETTER_FIRST.test(name);
}

/** A mention of a person: position of its first term, and number of terms. */
export type Mention = { readonly person: Person; readonly at: number; readonly length: number };

/** Everybody mentioned, in order; the longest name at a position wins ("Russian leader" is not "Russian"). */
export function mentionsIn(
  { words, added }: Content<{ readonly term: string }>,
  names: Names,
): Mention[] {
  const terms = words.map(({ term }) => term);
  const addedAt = groupedBy(added, ({ first }) => first);
  const mentions: Mention[] = [];
  let at = 0;
  while (at < terms.length) {
    // Nobody at most places.
    if (!names.has(terms[at] ?? "") && !addedAt.has(at)) {
      at += 1;
      continue;
    }
    const here = [
      ...namesAt(terms[at] ?? "", at, { terms, names }),
      ...(addedAt.get(at) ?? []).flatMap(({ term, last }) => namesAt(term, last, { terms, names })),
    ].map(({ person, end }) => ({ person, at, length: end - at }));
    const longest = Math.max(1, ...here.map(({ length }) => length));
    mentions.push(...here.filter(({ length }) => length === longest));
    at += longest;
  }
  return mentions;
}

type Place = { readonly terms: readonly string[]; readonly names: Names };

/** Names that begin with a term and go on behind its last word; `end` is the position after them. */
function namesAt(term: string, last: number, { terms, names }: Place) {
  return (names.get(term) ?? [])
    .filter((name) =>
      name.terms.every((one, offset) => offset === 0 || terms[last + offset] === one),
    )
    .map(({ person, terms: { length } }) => ({ person, end: last + length }));
}
