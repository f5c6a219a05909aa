import { FormattedString } from "@grammyjs/parse-mode";
import type { Citation } from "../../answer/answer.ts";
import { statementOf } from "../../answer/statement.ts";
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
import type { Wording } from "../wording/wording.ts";

const BUTTONS_IN_A_ROW = 6;

/** A page of a sequence: one line for each passage, and a button to open it. */
export function listReply(article: Article, position: SequencePosition, wording: Wording): Reply {
  const passages = passagesIn(article, position);
  const pages = paginate(entriesOf(passages, position, wording));
  const { from, upTo } = pages[position.at] ?? { from: 0, upTo: 0 };
  const onPage = passages.slice(from, upTo);
  const numbers = onPage.map((_, index) => ({
    label: String(from + index + 1),
    data: openAt("see", article, { ...position, at: from + index }),
  }));
  return {
    text: blocks(
      headingOf(article, position, wording),
      passages.length === 0 ? plain(wording.replies.noDates) : NOTHING,
      lines(...entriesOf(onPage, { ...position, from }, wording)),
      sourceLine(article, wording),
    ),
    buttons: [...inRows(numbers), pageRow(article, { ...position, pages }, wording)],
  };
}

/** The page of the list that has this passage. */
export function pageWith(article: Article, position: SequencePosition, wording: Wording): number {
  const pages = paginate(entriesOf(passagesIn(article, position), position, wording));
  return pages.findIndex(({ upTo }) => position.at < upTo);
}

function headingOf(
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
  /** How many entries come before, on other pages. */
  readonly from?: number;
};

/** An entry names the speaker or the section, whichever the heading does not. */
function entriesOf(
  passages: readonly Citation[],
  { sequence, from = 0 }: Numbered,
  wording: Wording,
): FormattedString[] {
  return passages.map((citation, index) => {
    const topic = plain(`${from + index + 1}. ${statementOf(citation)}`);
    if (sequence === "person") return belowSection(topic, citation, passages[index - 1]);
    const who = FormattedString.italic(shortAttribution(citation, wording));
    return FormattedString.join([topic, " · ", who]);
  });
}

/** The first entry of a section has the section's heading above it. */
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
  { pages, ...position }: SequencePosition & { readonly pages: readonly Page[] },
  { buttons }: Wording,
): Button[] {
  const turn = (label: string, at: number): Button[] =>
    pages[at] ? [{ label, data: openAt("list", article, { ...position, at }) }] : [];
  return [...turn(buttons.fewer, position.at - 1), ...turn(buttons.more, position.at + 1)];
}
