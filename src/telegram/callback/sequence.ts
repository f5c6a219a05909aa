import type { Citation } from "../../answer/answer.ts";
import { overviewOf } from "../../answer/respond/answer-about-article.ts";
import { citationsOf, pointsOf } from "../../answer/citations.ts";
import { mentionsOf } from "../../answer/mentions.ts";
import type { Article } from "../../article/article.ts";
import { referenceTo, type PressedButton, type Sequence } from "./callback-data.ts";

/**
 * The passages of a section, by a person or about one, the main points, the key facts or the dates. `of` is
 * the id of the section or person.
 */
export type PassageSequence = { readonly sequence: Sequence; readonly of: string };

/** One of its passages, or a page of its list. */
export type SequencePosition = PassageSequence & { readonly at: number };

/** The passages of a sequence, in the article's order. */
export function passagesIn(article: Article, { sequence, of }: PassageSequence): Citation[] {
  switch (sequence) {
    case "section":
      return citationsOf(article).filter(({ section }) => section.id === of);
    case "person":
      return pointsOf(article, of);
    case "about": {
      const person = article.people.find(({ id }) => id === of);
      return person ? mentionsOf(article, person) : [];
    }
    case "points":
      return [...overviewOf(article, "points").passages];
    case "facts":
      return [...overviewOf(article, "key-facts").passages];
    case "dates":
      return [...overviewOf(article, "dates").passages];
  }
}

/** The data of a button that opens one of the passages, or a page of the list. */
export function openAt(
  ask: "see" | "list",
  article: Article,
  { sequence, of, at }: SequencePosition,
): PressedButton {
  return { ask, article: referenceTo(article.slug), sequence, of: referenceTo(of), at };
}

/** The sequence that a button is about; `undefined` if the section or person is gone. */
export function findSequence(
  { sequence, of }: Pick<Extract<PressedButton, { ask: "list" }>, "sequence" | "of">,
  { sections, people }: Article,
): PassageSequence | undefined {
  const only = [{ id: "" }];
  const ids = {
    section: sections,
    person: people,
    about: people,
    points: only,
    facts: only,
    dates: only,
  };
  const found = ids[sequence].find(({ id }) => referenceTo(id) === of);
  return found && { sequence, of: found.id };
}
