import type { Article, Person, Section } from "../../article/article.ts";
import { referenceTo, type PressedButton } from "../callback/callback-data.ts";
import { capitalise, type Button } from "./reply.ts";
import type { Wording } from "../wording/wording.ts";

/** One row for each suggested question, because they are long. */
export function questionButtons(article: Article, questions: readonly string[]): Button[][] {
  return questions.map((question) => [
    {
      label: question,
      data: { ask: "question", article: referenceTo(article.slug), of: referenceTo(question) },
    },
  ]);
}

/** Opens the overview of an article. */
export function articleButton({ slug }: Article, label: string): Button {
  return { label, data: { ask: "brief", article: referenceTo(slug), at: 0 } };
}

/** Opens the list of a section's passages. */
export function sectionButton({ slug, title }: Article, { id, heading = title }: Section): Button {
  return { label: heading, data: openList(slug, "section", id) };
}

/** Opens the list of a person's passages. */
export function pointsButton({ slug }: Article, person: Person, wording: Wording): Button {
  return {
    label: wording.replies.mainPoints(capitalise(person.name)),
    data: openList(slug, "person", person.id),
  };
}

function openList(slug: string, sequence: "section" | "person", id: string): PressedButton {
  return { ask: "list", article: referenceTo(slug), sequence, of: referenceTo(id), at: 0 };
}
