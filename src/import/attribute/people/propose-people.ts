import { slugify } from "../../../article/slug.ts";
import type { Figure } from "./people-of.ts";

/** Somebody who speaks in an article, with all the ways it calls them. */
export type ProposedPerson = {
  /** Lower-case Latin letters, digits and hyphens. */
  readonly id: string;
  readonly name: string;
  /** In what role they speak, if the article says so. */
  readonly capacity?: string;
  readonly aliases: readonly string[];
};

/** Those who speak, in the order in which they first do, each with an id of their own. */
export function proposePeople(
  speakers: readonly (Figure | undefined)[],
  nominative: (name: string) => string = (name) => name,
): Map<Figure, ProposedPerson> {
  const people = new Map<Figure, ProposedPerson>();
  const taken = new Map<string, number>();
  for (const figure of speakers) {
    if (!figure || people.has(figure)) continue;
    const name = nameOf(figure, nominative);
    const slug = slugify(name);
    const count = (taken.get(slug) ?? 0) + 1;
    taken.set(slug, count);
    people.set(figure, proposed(figure, name, count === 1 ? slug : `${slug}-${count}`));
  }
  return people;
}

/** As the subject of a verb, if it ever is; a name that is in the genitive only is changed. */
function nameOf({ name, subjects, isGenitive }: Figure, nominative: (name: string) => string) {
  const words = name.split(" ").length;
  const plain = [...(subjects ?? [])];
  const whole = plain.find((subject) => subject.split(" ").length === words);
  if (whole !== undefined || isGenitive !== true) return whole ?? name;
  const surname = plain.find((subject) => !subject.includes(" "));
  const changed = nominative(name);
  return surname === undefined
    ? changed
    : `${changed.split(" ").slice(0, -1).join(" ")} ${surname}`.trim();
}

function proposed(
  { capacity, aliases, name: written }: Figure,
  name: string,
  id: string,
): ProposedPerson {
  return {
    id,
    name,
    ...(capacity === undefined ? {} : { capacity }),
    aliases: [...new Set([...aliases, written])].filter((alias) => alias !== name),
  };
}
