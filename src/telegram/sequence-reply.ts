import { FormattedString } from "@grammyjs/parse-mode";
import type { Citation } from "../answer/answer.ts";
import { overviewOf } from "../answer/answer-on-article.ts";
import { citationsOf, pointsOf } from "../answer/citations.ts";
import type { Article } from "../article/article.ts";
import { referenceTo, type PressedButton, type Sequence } from "./callback-data.ts";
import { passageCard } from "./passage-card.ts";
import {
  blocks,
  capitalised,
  lines,
  NOTHING,
  plain,
  publisherOf,
  topicOf,
  type Button,
  type Reply,
} from "./reply.ts";
import type { Wording } from "./wording/wording.ts";

/** A row of passages: a section's, a person's, the key facts or the dates. `of` is an id. */
export type PassageSequence = { readonly sequence: Sequence; readonly of: string };

/** A page of its list, or one of its passages. */
export type SequencePlace = PassageSequence & { readonly at: number };

/** Fits into a message, and with its numbers into two rows of buttons. */
const PAGE_LENGTH = 12;
const BUTTONS_IN_A_ROW = 6;

/** The passages of a sequence, in the article's order. */
export function passagesIn(article: Article, { sequence, of }: PassageSequence): Citation[] {
  switch (sequence) {
    case "section":
      return citationsOf(article).filter(({ section }) => section.id === of);
    case "person":
      return pointsOf(article, of);
    case "facts":
      return [...overviewOf(article, "key-facts").passages];
    case "dates":
      return [...overviewOf(article, "dates").passages];
  }
}

/** A page of a list, a line a passage, with a button for each. */
export function listReply(article: Article, wanted: SequencePlace, wording: Wording): Reply {
  const passages = passagesIn(article, wanted);
  const first = wanted.at * PAGE_LENGTH;
  const shown = passages.slice(first, first + PAGE_LENGTH);
  const text = blocks(
    headOf(article, wanted, wording),
    passages.length === 0 ? plain(wording.noDates) : NOTHING,
    lines(
      ...shown.map((citation, index) =>
        listLine(citation, { ...wanted, at: first + index }, wording),
      ),
    ),
    FormattedString.join([
      publisherOf(article),
      article.text === "digest" ? ` · ${wording.retoldInDigest}` : "",
    ]),
  );
  const numbers = shown.map((_, index) => ({
    label: String(first + index + 1),
    data: pressOn(article, wanted, { ask: "see", at: first + index }),
  }));
  const hasLater = first + shown.length < passages.length;
  return {
    text,
    buttons: [...inRows(numbers), pageRow(article, { ...wanted, hasLater }, wording)],
  };
}

/** One passage of a sequence, with the way to its neighbours. */
export function seeReply(
  article: Article,
  wanted: SequencePlace,
  wording: Wording,
): Reply | undefined {
  const { at } = wanted;
  const passages = passagesIn(article, wanted);
  const citation = passages[at];
  if (!citation) return undefined;

  const step = (label: string, to: number): Button[] =>
    passages[to] ? [{ label, data: pressOn(article, wanted, { ask: "see", at: to }) }] : [];
  const position = wording.buttons.position(at, passages.length);
  const page = Math.floor(at / PAGE_LENGTH);
  const buttons = [
    [
      ...step(wording.buttons.earlier, at - 1),
      { label: position, data: { ask: "stay" } as const },
      ...step(wording.buttons.later, at + 1),
    ],
    [{ label: wording.buttons.list, data: pressOn(article, wanted, { ask: "list", at: page }) }],
  ];
  return { text: passageCard(citation, wording), buttons };
}

function pressOn(
  article: Article,
  { sequence, of }: PassageSequence,
  press: { readonly ask: "see" | "list"; readonly at: number },
): PressedButton {
  return { ...press, article: referenceTo(article.slug), sequence, of: referenceTo(of) };
}

function headOf(
  article: Article,
  { sequence, of }: PassageSequence,
  wording: Wording,
): FormattedString {
  switch (sequence) {
    case "section": {
      const section = article.sections.find(({ id }) => id === of);
      return FormattedString.bold(section?.heading ?? article.title);
    }
    case "person": {
      const person = article.people.find(({ id }) => id === of);
      return lines(
        FormattedString.bold(wording.mainPoints(capitalised(person?.name ?? ""))),
        FormattedString.italic(person?.capacity ?? ""),
      );
    }
    case "facts":
      return FormattedString.bold(wording.keyFacts);
    case "dates":
      return FormattedString.bold(wording.dates);
  }
}

/** Where the head does not say who speaks, the line does; where it does not say where, likewise. */
function listLine(
  { section, passage }: Citation,
  { sequence, at }: SequencePlace,
  wording: Wording,
): FormattedString {
  const who = `${capitalised(passage.speaker.name)}, ${wording.kinds[passage.kind]}`;
  const beside = sequence === "person" ? `§ ${section.heading}` : who;
  return FormattedString.join([
    `${at + 1}. ${topicOf(passage)} · `,
    FormattedString.italic(beside),
  ]);
}

function inRows(buttons: readonly Button[]): Button[][] {
  const rows: Button[][] = [];
  for (let from = 0; from < buttons.length; from += BUTTONS_IN_A_ROW) {
    rows.push(buttons.slice(from, from + BUTTONS_IN_A_ROW));
  }
  return rows;
}

function pageRow(
  article: Article,
  { at: page, hasLater, ...wanted }: SequencePlace & { readonly hasLater: boolean },
  { buttons }: Wording,
): Button[] {
  const turn = (label: string, to: number) => ({
    label,
    data: pressOn(article, wanted, { ask: "list", at: to }),
  });
  return [
    ...(page > 0 ? [turn(buttons.fewer, page - 1)] : []),
    ...(hasLater ? [turn(buttons.more, page + 1)] : []),
  ];
}
