import type { Person } from "../../article/article.ts";
import type { LanguagePack } from "../../languages/language-pack.ts";
import { openStrings, packStrings, type PackedStrings } from "../../text/string-table.ts";
import type { Steps } from "../../languages/steps.ts";
import { growing32 } from "./growing.ts";
import { startIn } from "./passage-pool.ts";
import { type Names, namesByFirst, phrasesFor, type Roles, roleTermsOf } from "./people.ts";

/** The terms of the names and roles of people, in their order: reading 9,000 names takes half a second. */
export type PeopleRecord = {
  readonly terms: PackedStrings;
  /** By person, where their names end; by name, where its terms end. */
  readonly nameEnds: Int32Array;
  readonly nameTermEnds: Int32Array;
  readonly nameTerms: Int32Array;
  /** By person. */
  readonly roleEnds: Int32Array;
  readonly roleTerms: Int32Array;
};

export function* recordPeople(
  people: readonly Person[],
  { terms }: Pick<LanguagePack, "terms">,
): Steps<PeopleRecord> {
  const numbers = new Map<string, number>();
  const numberOf = (term: string) => {
    const number = numbers.get(term) ?? numbers.size;
    numbers.set(term, number);
    return number;
  };
  const [nameEnds, nameTermEnds, nameTerms] = [growing32(), growing32(), growing32()];
  const [roleEnds, roleTerms] = [growing32(), growing32()];
  const roles = yield* roleTermsOf(people, terms);
  for (const person of people) {
    for (const phrase of phrasesFor(person, terms)) {
      for (const term of phrase) nameTerms.push(numberOf(term));
      nameTermEnds.push(nameTerms.length());
    }
    nameEnds.push(nameTermEnds.length());
    for (const term of roles.get(person) ?? []) roleTerms.push(numberOf(term));
    roleEnds.push(roleTerms.length());
    yield;
  }
  return {
    terms: packStrings([...numbers.keys()]),
    nameEnds: nameEnds.toArray(),
    nameTermEnds: nameTermEnds.toArray(),
    nameTerms: nameTerms.toArray(),
    roleEnds: roleEnds.toArray(),
    roleTerms: roleTerms.toArray(),
  };
}

/** `people`: those that were recorded. */
export function* openPeople(
  record: PeopleRecord,
  people: readonly Person[],
): Steps<{ readonly names: Names; readonly roles: Roles }> {
  const { nameEnds, nameTermEnds, nameTerms, roleEnds, roleTerms } = record;
  const texts: string[] = [];
  for (const text of openStrings(record.terms).keys()) {
    texts.push(text);
    yield;
  }
  const termsIn = (numbers: Int32Array, ends: Int32Array, at: number) =>
    Array.from(numbers.subarray(startIn(ends, at), ends[at]), (number) => texts[number] ?? "");
  const waysToName = (_person: Person, at: number) => {
    const [from, to] = [startIn(nameEnds, at), nameEnds[at] ?? 0];
    return Array.from({ length: to - from }, (_, offset) =>
      termsIn(nameTerms, nameTermEnds, from + offset),
    );
  };
  const roles = new Map<Person, ReadonlySet<string>>();
  for (const [at, person] of people.entries()) {
    const role = new Set(termsIn(roleTerms, roleEnds, at));
    if (role.size > 0) roles.set(person, role);
    yield;
  }
  return { names: yield* namesByFirst(people, waysToName), roles };
}
