import type { Article, Person, Section } from "../../article/article.ts";
import type { Citation } from "../../answer/answer.ts";
import { openAt } from "../callback/sequence.ts";
import { referenceTo } from "../../article/reference-to.ts";
import { type PressedButton, type Sequence } from "../callback/callback-data.ts";
import type { Page } from "./paginate.ts";
import { capitalise, MAX_ROWS, truncate, type Button } from "./reply.ts";
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

/** Sends the whole passage below: the reply with the button stays. */
export function openButton({ article, section, passage }: Citation, label: string): Button {
  const at = section.passages.indexOf(passage);
  const position = { sequence: "section", of: section.id, at } as const;
  return { label, data: openAt("open", article, position) };
}

/** In one row: a phone shows two titles. */
const MAX_ALSO_IN = 2;
const MAX_TITLE = 30;

/** Open the passages of other articles that say the same. */
export function alsoInButtons({ alsoIn = [] }: Pick<Citation, "alsoIn">): Button[] {
  return alsoIn
    .slice(0, MAX_ALSO_IN)
    .map((copy) => openButton(copy, `↗ ${truncate(copy.article.title, MAX_TITLE)}`));
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

/** Opens the list of what others say of a person. */
export function mentionsButton(
  { slug }: Article,
  person: Person,
  count: number,
  { buttons }: Wording,
): Button {
  return { label: buttons.othersSay(count), data: openList(slug, "about", person.id) };
}

/** Opens who a person is. */
export function whoButton({ slug }: Article, { id, name }: Person): Button {
  const data = { ask: "who", article: referenceTo(slug), of: referenceTo(id) } as const;
  return { label: capitalise(name), data };
}

/** Back to everybody whom an article introduces. */
export function peopleButton({ slug }: Article, { replies }: Wording): Button {
  return { label: replies.people, data: { ask: "people", article: referenceTo(slug), at: 0 } };
}

/** Opens the list of key facts. */
export function factsButton({ slug }: Article, { replies }: Wording): Button {
  return { label: replies.keyFacts, data: openList(slug, "facts", "") };
}

/** Below a reply that has nothing to show: what the article does answer. */
export function leadOnButtons(article: Article, { buttons }: Wording): Button[][] {
  const questions = article.suggestedQuestions.slice(0, MAX_ROWS - 1);
  return [...questionButtons(article, questions), [articleButton(article, buttons.overview)]];
}

const BUTTONS_IN_A_ROW = 6;

/** Numbers below a list. */
export function inRows(buttons: readonly Button[]): Button[][] {
  const rows: Button[][] = [];
  for (let from = 0; from < buttons.length; from += BUTTONS_IN_A_ROW) {
    rows.push(buttons.slice(from, from + BUTTONS_IN_A_ROW));
  }
  return rows;
}

/** To the pages before and after. */
export function pageButtons(
  pages: readonly Page[],
  page: number,
  { buttons }: Wording,
  dataFor: (at: number) => PressedButton,
): Button[] {
  const turn = (label: string, at: number): Button[] =>
    pages[at] ? [{ label, data: dataFor(at) }] : [];
  return [...turn(buttons.fewer, page - 1), ...turn(buttons.more, page + 1)];
}

function openList(slug: string, sequence: Sequence, id: string): PressedButton {
  return { ask: "list", article: referenceTo(slug), sequence, of: referenceTo(id), at: 0 };
}
