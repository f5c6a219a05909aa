import type { Article, Person, Section, Source } from "../../article/article.ts";
import { derivedPassageId } from "../../article/parsing/parse-passage.ts";
import { slugify } from "../../article/slug.ts";
import type { ExtractedSource } from "../extracted-article.ts";
import type { ProposedArticle } from "../propose-article.ts";
import { draftPassage } from "./draft-passage.ts";
import { headingText, paragraphText, plainField } from "./plain-field.ts";

/** A proposal as an article that an editor can go on with. */
export function draftArticle(proposed: ProposedArticle, slug: string): Article {
  const { language, sections, questions, embargo } = proposed;
  const title = paragraphText(proposed.title);
  const people = draftPeople(proposed);
  const publisher = publisherAmong(people, proposed.source.publisher);
  const all = publisher && !people.includes(publisher) ? [...people, publisher] : people;
  const byId = new Map(all.map((person) => [person.id, person]));
  return {
    slug,
    title,
    language,
    text: "verbatim",
    source: { ...(publisher && { publisher }), ...draftSource(proposed.source, title) },
    ...(embargo !== undefined && { embargo }),
    people: all,
    sections: draftSections(sections, { byId, publisher }),
    suggestedQuestions: questions,
    ...(questions.length > 0 && { proposedQuestions: questions }),
    translations: [],
  };
}

function draftPeople({ people }: ProposedArticle): Person[] {
  return people.flatMap(({ id, capacity, ...person }) => {
    const name = plainField(person.name);
    if (name === undefined) return [];
    const role = plainField(capacity);
    const aliases = person.aliases.flatMap((alias) => plainField(alias) ?? []);
    return [{ id, name, ...(role !== undefined && { capacity: role }), aliases }];
  });
}

/** One of the people if the article speaks of its publisher as well. */
function publisherAmong(people: readonly Person[], stated: string | undefined): Person | undefined {
  const name = plainField(stated);
  if (name === undefined) return undefined;
  const known = people.find((person) => person.name === name || person.aliases.includes(name));
  if (known) return known;
  const id = slugify(name);
  const isTaken = people.some((person) => person.id === id);
  return { id: isTaken ? `${id}-publisher` : id, name, aliases: [] };
}

function draftSource({ title, url, author, published }: ExtractedSource, headline: string): Source {
  const by = plainField(author);
  const day = plainField(published);
  return {
    title: plainField(title) ?? headline,
    ...(url !== undefined && URL.canParse(url) && { url }),
    ...(by !== undefined && { author: by }),
    ...(day !== undefined && { publishedOn: day }),
  };
}

function draftSections(
  sections: ProposedArticle["sections"],
  people: Parameters<typeof draftPassage>[1],
): Section[] {
  const sectionId = idGiver();
  const passageId = idGiver();
  return sections.map(({ heading, summary, passages }) => ({
    ...(heading === undefined
      ? { id: "text" }
      : { id: sectionId(slugify(headingText(heading))), heading: headingText(heading) }),
    ...(summary !== undefined && { summary, isProposed: true }),
    passages: passages.map((passage) => ({
      id: passageId(derivedPassageId(passage.text)),
      ...draftPassage(passage, people),
    })),
  }));
}

/** `waiting`, then `waiting-2`. */
function idGiver(): (derived: string) => string {
  const taken = new Set<string>();
  return (derived) => {
    let id = derived;
    for (let count = 2; taken.has(id); count += 1) id = `${derived}-${count}`;
    taken.add(id);
    return id;
  };
}
