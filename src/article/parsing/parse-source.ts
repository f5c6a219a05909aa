import type { Person, Source } from "../article.ts";
import type { FrontMatter } from "../front-matter/fields.ts";
import type { FrontMatterResult } from "../front-matter/read-front-matter.ts";
import { listed, type Report } from "../diagnostic.ts";
import { SLUG, slugify } from "../slug.ts";

/** One of the people by id, or somebody new by name; nobody where none is given. */
export function findPublisher(
  { data, lineOf }: FrontMatterResult<FrontMatter>,
  people: readonly Person[],
  report: Report,
): Person | undefined {
  const { publisher } = data.source;
  if (publisher === undefined) return undefined;

  const known = people.find(({ id }) => id === publisher);
  if (known) return known;
  if (SLUG.test(publisher) && people.length > 0) {
    const names = listed(people.map(({ id }) => id));
    const message = `publisher \`${publisher}\` is not among the people (${names}): add it to them, or write the publisher's full name`;
    report(lineOf(["source", "publisher"]), message);
  }
  return { id: slugify(publisher), name: publisher, capacity: "the publisher", aliases: [] };
}

/** The source without its publisher; an article that names no source is its own. */
export function describeSource(data: FrontMatter, title: string): Omit<Source, "publisher"> {
  const { url, author, published } = data.source;
  return {
    title: data.source.title ?? title,
    ...(url !== undefined && { url }),
    ...(author !== undefined && { author }),
    ...(published !== undefined && { publishedOn: published }),
  };
}
