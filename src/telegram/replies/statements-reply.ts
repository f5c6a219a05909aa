import { FormattedString } from "@grammyjs/parse-mode";
import type { Citation, StatementsAnswer } from "../../answer/answer.ts";
import { statementOf } from "../../answer/statement.ts";
import { snippetVoice } from "../../search/snippet-voice.ts";
import { referenceTo } from "../../article/reference-to.ts";
import { inRows, openButton, pageButtons } from "./buttons.ts";
import { answeringLine } from "./card/attribution.ts";
import { shortQuotation } from "./card/short-quotation.ts";
import { inOtherLanguage } from "./card/passage-card.ts";
import { publicationDate } from "./format-day.ts";
import { paginate } from "./paginate.ts";
import { blocks, capitalise, lines, NOTHING, plain, truncate, type Reply } from "./reply.ts";
import { alsoInLine, articleAndPublisher, articleName } from "./source-line.ts";
import type { Wording } from "../wording/wording.ts";

/** `question` finds the other pages: it is what the list answers. */
type Shown = { readonly page: number; readonly question: string };

/**
 * Who said what about something, below the day of each article:
 *
 *     About the harbour: who said what
 *
 *     14 April 2026
 *     1. “The harbour cannot wait for another winter.” · Ann Marlow, harbour master · The north quay closes
 */
export function statementsReply(
  answer: StatementsAnswer,
  { page, question }: Shown,
  wording: Wording,
): Reply {
  const { statements } = answer;
  if (statements.length === 0) return nobodyReply(answer, wording);

  const entries = statements.map((one, at) => entryOf(one, at, wording));
  const pages = paginate(entries);
  const { from, upTo } = pages[page] ?? { from: 0, upTo: 0 };
  const onPage = statements.slice(from, upTo);
  const numbers = onPage.map((one, at) => openButton(one, String(from + at + 1)));
  return {
    text: blocks(
      FormattedString.bold(headingOf(answer, wording)),
      ...byDay(onPage, entries.slice(from, upTo), wording),
      onlyArticleLine(answer, wording),
    ),
    buttons: [
      ...inRows(numbers),
      pageButtons(pages, page, wording, (at) => ({ ask: "said", of: referenceTo(question), at })),
    ],
  };
}

/** Readers know what they asked. */
const MAX_ABOUT = 120;

function headingOf({ about, speaker }: StatementsAnswer, { replies }: Wording): string {
  const topic = truncate(about, MAX_ABOUT);
  return speaker
    ? `${capitalise(speaker.name)} ${topic}`
    : replies.whoSaidWhatAbout(capitalise(topic));
}

/** The words, who says them in what capacity, and where. */
function entryOf(statement: Citation, at: number, wording: Wording): FormattedString {
  const { speaker } = snippetVoice(statement);
  const who = [capitalise(speaker?.name ?? ""), speaker?.capacity].filter(Boolean).join(", ");
  const where = articleName(statement.article);
  const language = inOtherLanguage(statement, wording);
  const origin = [who, where.text, language.text].filter((part) => part !== "").join(" · ");
  return lines(
    FormattedString.join([
      `${at + 1}. ${capitalise(statementOf(statement))} · `,
      FormattedString.italic(origin),
    ]),
    alsoInLine(statement, wording),
  );
}

/** The entries of a day below it. */
function byDay(
  statements: readonly Citation[],
  entries: readonly FormattedString[],
  { language }: Wording,
): FormattedString[] {
  const days: FormattedString[] = [];
  let last: string | undefined;
  for (const [at, { article }] of statements.entries()) {
    const day = publicationDate(article, language);
    const entry = entries[at] ?? NOTHING;
    const above = days.at(-1);
    if (above && day === last) days.splice(-1, 1, lines(above, entry));
    else days.push(lines(FormattedString.bold(day), entry));
    last = day;
  }
  return days;
}

/** Readers see that the others are silent on it, not left out. */
function onlyArticleLine({ statements }: StatementsAnswer, { replies }: Wording): FormattedString {
  const [article, ...others] = new Set(statements.map((one) => one.article));
  const isOnly = others.length === 0 && article?.isOneOfSeveral === true;
  const isCopied = statements.some(({ alsoIn = [] }) => alsoIn.length > 0);
  return isOnly && !isCopied ? plain(replies.onlyArticleQuotes) : NOTHING;
}

/** That nobody is quoted, or that the article does not tell who speaks. */
export function nobodyLine(
  { about, speaker, nearest }: StatementsAnswer,
  { replies }: Wording,
): string {
  if (nearest?.article.lacksSpeakers === true) return replies.speakersNotMarked(about);
  return speaker ? replies.notQuotedAbout(speaker.name, about) : replies.nobodyQuotedAbout(about);
}

/** Nobody is quoted: what the articles have instead, as that. */
function nobodyReply(answer: StatementsAnswer, wording: Wording): Reply {
  const { nearest } = answer;
  const { replies, buttons } = wording;
  const said = nobodyLine(answer, wording);
  if (!nearest) return { text: FormattedString.bold(said), buttons: [] };
  return {
    text: blocks(
      FormattedString.bold(said),
      lines(
        plain(replies.nearest),
        shortQuotation(nearest),
        answeringLine(nearest, wording),
        articleAndPublisher(nearest.article, wording),
      ),
    ),
    buttons: [[openButton(nearest, buttons.show)]],
  };
}
