import { FormattedString } from "@grammyjs/parse-mode";
import type { Citation } from "../../answer/answer.ts";
import type { Article } from "../../article/article.ts";
import { paginate, type Page } from "./paginate.ts";
import { shortAttribution } from "./card/attribution.ts";
import { blocks, capitalise, lines, NOTHING, plain } from "./reply.ts";
import type { Button, Reply } from "./reply.ts";
import {
  openAt,
  passagesIn,
  type PassageSequence,
  type SequencePosition,
} from "../callback/sequence.ts";
import { sourceLine } from "./source-line.ts";
import { headlineOf } from "./card/headline.ts";
import type { Wording } from "../wording/wording.ts";

const BUTTONS_IN_A_ROW = 6;

/** A page of a list, a line a passage, with a button for each. */
export function listReply(article: Article, wanted: SequencePosition, wording: Wording): Reply {
  const passages = passagesIn(article, wanted);
  const pages = paginate(entriesOf(passages, wanted, wording));
  const { from, upTo } = pages[wanted.at] ?? { from: 0, upTo: 0 };
  const shown = passages.slice(from, upTo);
  const numbers = shown.map((_, index) => ({
    label: String(from + index + 1),
    data: openAt("see", article, { ...wanted, at: from + index }),
  }));
  return {
    text: blocks(
      headOf(article, wanted, wording),
      passages.length === 0 ? plain(wording.replies.noDates) : NOTHING,
      lines(...entriesOf(shown, { ...wanted, from }, wording)),
      sourceLine(article, wording),
    ),
    buttons: [...inRows(numbers), pageRow(article, { ...wanted, pages }, wording)],
  };
}

/** The page of the list on which a passage of the sequence stands. */
export function pageWith(article: Article, place: SequencePosition, wording: Wording): number {
  const pages = paginate(entriesOf(passagesIn(article, place), place, wording));
  return pages.findIndex(({ upTo }) => place.at < upTo);
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
        FormattedString.bold(wording.replies.mainPoints(capitalise(person?.name ?? ""))),
        FormattedString.italic(person?.capacity ?? ""),
      );
    }
    case "facts":
      return FormattedString.bold(wording.replies.keyFacts);
    case "dates":
      return FormattedString.bold(wording.replies.dates);
  }
}

type Numbered = Pick<PassageSequence, "sequence"> & {
  /** How many entries stand on the pages before. */
  readonly from?: number;
};

/** Where the head does not say who speaks, the entry does; where it does not say where, likewise. */
function entriesOf(
  passages: readonly Citation[],
  { sequence, from = 0 }: Numbered,
  wording: Wording,
): FormattedString[] {
  return passages.map((citation, index) => {
    const topic = plain(`${from + index + 1}. ${headlineOf(citation)}`);
    if (sequence === "person") return belowSection(topic, citation, passages[index - 1]);
    const who = FormattedString.italic(shortAttribution(citation, wording));
    return FormattedString.join([topic, " · ", who]);
  });
}

/** The section is named above its first entry. */
function belowSection(
  topic: FormattedString,
  { section }: Citation,
  before: Citation | undefined,
): FormattedString {
  if (section.heading === undefined || before?.section === section) return topic;
  const heading = FormattedString.italic(`§ ${section.heading}`);
  return FormattedString.join([before ? "\n" : "", heading, "\n", topic]);
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
  { pages, ...wanted }: SequencePosition & { readonly pages: readonly Page[] },
  { buttons }: Wording,
): Button[] {
  const turn = (label: string, at: number): Button[] =>
    pages[at] ? [{ label, data: openAt("list", article, { ...wanted, at }) }] : [];
  return [...turn(buttons.fewer, wanted.at - 1), ...turn(buttons.more, wanted.at + 1)];
}
