import type { Citation } from "../../answer/answer.ts";
import { overviewOf } from "../../answer/respond/answer-about-article.ts";
import { citationsOf, pointsOf } from "../../answer/citations.ts";
import { mentionsOf } from "../../answer/mentions.ts";
import type { Article } from "../../article/article.ts";
import { referenceTo } from "../../article/reference-to.ts";
import { type PressedButton, type Sequence } from "./callback-data.ts";

/**
 * The passages of a section, by a person or about one, the main points, the key facts or the dates. `of` is
 * the id of the section or person.
 */
export type PassageSequence = {
  readonly sequence: Exclude<Sequence, "dates">;
  readonly of: string;
};

/** One of its passages, or a page of its list. */
export type SequencePosition = PassageSequence & { readonly at: number };

/** The passages of a sequence, in the article's order; dates in that of time. */
export function passagesIn(
  article: Article,
  { sequence, of }: PassageSequence,
): readonly Citation[] {
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
    case "timeline":
      return [...overviewOf(article, "dates").passages];
  }
}

/** The data of a button that opens one of the passages, or a page of the list. */
export function openAt(
  ask: "see" | "open" | "list",
  article: Article,
  { sequence, of, at }: SequencePosition,
): PressedButton {
  return { ask, article: referenceTo(article.slug), sequence, of: referenceTo(of), at };
}

/** What a button opens; `undefined` if the section or person is gone. */
export function findPosition(
  { ask, sequence, of, at }: Extract<PressedButton, { ask: "list" | "see" }>,
  article: Article,
): SequencePosition | undefined {
  if (sequence === "dates") return positionInTimeline(article, { ask, at });
  const { sections, people } = article;
  const only = [{ id: "" }];
  const ids = {
    section: sections,
    person: people,
    about: people,
    points: only,
    facts: only,
    timeline: only,
  };
  const found = ids[sequence].find(({ id }) => referenceTo(id) === of);
  return found && { sequence, of: found.id, at };
}

const WHOLE_TIMELINE = { sequence: "timeline", of: "" } as const;

/**
 * What a button of the sequence "dates" opens, which earlier versions sent: its passages stood in the article's
 * order, each once.
 */
function positionInTimeline(
  article: Article,
  { ask, at }: { readonly ask: "see" | "list"; readonly at: number },
): SequencePosition {
  if (ask === "list") return { ...WHOLE_TIMELINE, at };
  const dated = passagesIn(article, WHOLE_TIMELINE).map(({ passage }) => passage.id);
  const inArticle = citationsOf(article).filter(({ passage }) => dated.includes(passage.id));
  return { ...WHOLE_TIMELINE, at: dated.indexOf(inArticle[at]?.passage.id ?? "") };
}
