import type { Person } from "../../article/article.ts";
import type { LanguagePack } from "../../languages/language-pack.ts";
import type { Query } from "../../search/query/parse-query.ts";
import type { NamedPerson } from "../../search/query/query-words.ts";
import { foldName } from "../../article/fold-name.ts";
import { isSamePerson } from "../archive/same-person.ts";

/**
 * The people who share the name by which a question names somebody: that person, or the first one if
 * none is given. One person if the name is clear; a whole name or alias counts more than a part of one.
 */
export function namesakesIn({ text, mentions, pack }: Query, named?: Person): readonly Person[] {
  const first = mentions.find(({ person }) => person === named) ?? mentions[0];
  if (!first) return [];
  const alike = mentions.filter(({ start, end }) => start === first.start && end === first.end);
  if (alike.length === 1) return [first.person];
  const isPartOfLonger = mentions.some(({ start, end }) => {
    return start <= first.start && end >= first.end && end - start > first.end - first.start;
  });
  if (isPartOfLonger || alike.every(({ person }) => person === first.person)) return [first.person];

  const written = foldName(text.slice(first.start, first.end));
  const whole = alike.filter(({ person }) => namesOf(person).includes(written));
  return differentPeople(whole.length > 0 ? whole : alike, pack);
}

/** Somebody whom several articles introduce is one person. Compares only equal names: an archive has thousands with a first name. */
function differentPeople(mentions: readonly NamedPerson[], pack: LanguagePack): readonly Person[] {
  const people: Person[] = [];
  const byName = new Map<string, readonly Person[]>();
  for (const { person } of mentions) {
    const name = foldName(person.name);
    const known = byName.get(name) ?? [];
    if (known.some((one) => isSamePerson(one, person, pack))) continue;
    byName.set(name, [...known, person]);
    people.push(person);
  }
  return people;
}

/** Whether a question names people by the same words only. */
export function namesOneOnly({ mentions }: Query): boolean {
  const [first] = mentions;
  return mentions.every(({ start, end }) => start === first?.start && end === first.end);
}

function namesOf({ name, aliases, otherNames = [] }: Person): string[] {
  return [name, ...aliases, ...otherNames].map(foldName);
}
