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
): Map<Figure, ProposedPerson> {
  const people = new Map<Figure, ProposedPerson>();
  const taken = new Map<string, number>();
  for (const figure of speakers) {
    if (!figure || people.has(figure)) continue;
    const slug = slugify(figure.name);
    const count = (taken.get(slug) ?? 0) + 1;
    taken.set(slug, count);
    people.set(figure, proposed(figure, count === 1 ? slug : `${slug}-${count}`));
  }
  return people;
}

function proposed({ name, capacity, aliases }: Figure, id: string): ProposedPerson {
  return {
    id,
    name,
    ...(capacity === undefined ? {} : { capacity }),
    aliases: [...aliases].filter((alias) => alias !== name),
  };
}
