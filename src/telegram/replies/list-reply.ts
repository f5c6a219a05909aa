import { FormattedString } from "@grammyjs/parse-mode";
import type { Citation } from "../../answer/answer.ts";
import { statementOf } from "../../answer/statement.ts";
import type { Article } from "../../article/article.ts";
import { inRows, leadOnButtons, pageButtons } from "./buttons.ts";
import { paginate } from "./paginate.ts";
import { shortAttribution } from "./card/attribution.ts";
import { blocks, capitalise, lines, plain } from "./reply.ts";
import type { Reply } from "./reply.ts";
import {
  openAt,
  passagesIn,
  type PassageSequence,
  type SequencePosition,
} from "../callback/sequence.ts";
import { sourceBelowTitle, sourceLine } from "./source-line.ts";
import type { Wording } from "../wording/wording.ts";

/** A page of a sequence: one statement for each passage, and a button to open it. */
export function listReply(article: Article, position: SequencePosition, wording: Wording): Reply {
  const passages = passagesIn(article, position);
  if (passages.length === 0) return emptyListReply(article, position, wording);

  const heading = headingOf(article, position, wording);
  const source = heading.text.startsWith(article.title) ? sourceBelowTitle : sourceLine;
  const entries = entriesOf(passages, position, wording);
  const pages = paginate(entries);
  const { from, upTo } = pages[position.at] ?? { from: 0, upTo: 0 };
  const onPage = passages.slice(from, upTo);
  const numbers = onPage.map((_, index) => ({
    label: String(from + index + 1),
    data: openAt("see", article, { ...position, at: from + index }),
  }));
  return {
    text: blocks(
      heading,
      lines(...entriesOf(onPage, { ...position, from }, wording)),
      source(article, wording),
    ),
    buttons: [
      ...inRows(numbers),
      pageButtons(pages, position.at, wording, (at) =>
        openAt("list", article, { ...position, at }),
      ),
    ],
  };
}

/** Says that there is nothing to list, and what can be asked instead. */
function emptyListReply(article: Article, sequence: PassageSequence, wording: Wording): Reply {
  const { noKeyFacts, noDates, namedOnly, askInYourWords } = wording.replies;
  const reasons = {
    facts: noKeyFacts,
    timeline: noDates,
    person: namedOnly,
    about: "",
    points: "",
    section: "",
  };
  return {
    text: blocks(
      headingOf(article, sequence, wording),
      lines(plain(reasons[sequence.sequence]), plain(askInYourWords)),
    ),
    buttons: leadOnButtons(article, wording),
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
    case "about": {
      const person = article.people.find(({ id }) => id === of);
      return lines(
        FormattedString.bold(wording.replies.saidOf(capitalise(person?.name ?? ""))),
        FormattedString.italic(person?.capacity ?? ""),
      );
    }
    case "points":
      return lines(
        FormattedString.bold(article.title),
        FormattedString.italic(wording.replies.points),
      );
    case "facts":
      return FormattedString.bold(wording.replies.keyFacts);
    case "timeline":
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
    // Without the date that introduced it, a sentence starts with a small letter.
    const topic = plain(`${from + index + 1}. ${capitalise(statementOf(citation))}`);
    const who = FormattedString.italic(shortAttribution(citation, wording));
    const entry = sequence === "person" ? topic : FormattedString.join([topic, " · ", who]);
    if (sequence === "timeline") return belowDate(entry, citation, passages[index - 1]);
    const isBySection = sequence === "person" || sequence === "points";
    return isBySection ? belowSection(entry, citation, passages[index - 1]) : entry;
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

/** The first entry of a date has the date above it. */
function belowDate(
  entry: FormattedString,
  { date = "" }: Citation,
  before: Citation | undefined,
): FormattedString {
  if (before?.date === date) return entry;
  return FormattedString.join([
    before ? "\n" : "",
    FormattedString.bold(capitalise(date)),
    "\n",
    entry,
  ]);
}
