import { FormattedString } from "@grammyjs/parse-mode";
import type { NoArticles } from "../../answer/answer.ts";
import type { Outcome } from "../../answer/answer-question.ts";
import type { ArticleScope } from "../../answer/archive/article-scope.ts";
import { articleButton } from "./buttons.ts";
import { blocks, NOTHING, plain, truncate, type Reply } from "./reply.ts";
import type { Wording } from "../wording/wording.ts";

/** Above an answer: of which articles the question was asked. Where there are none, the answer says so. */
export function scopeLine(
  { answer, scope }: Pick<Outcome, "answer"> & Partial<Pick<Outcome, "scope">>,
  wording: Wording,
): FormattedString {
  if (!scope || answer.kind === "no-articles") return NOTHING;
  return FormattedString.italic(wording.replies.inArticles(whichArticles(scope, wording)));
}

export function noArticlesLine(scope: ArticleScope, wording: Wording): string {
  return wording.replies.noArticlesOf(whichArticles(scope, wording));
}

/** Telegram cuts longer labels. */
const MAX_LABEL = 60;

/** Says that there are no such articles, and which one is nearest in time. */
export function noArticlesReply({ scope, nearest }: NoArticles, wording: Wording): Reply {
  const said = FormattedString.bold(noArticlesLine(scope, wording));
  if (!nearest) return { text: said, buttons: [] };
  const { publishedOn = "" } = nearest.source;
  return {
    text: blocks(said, plain(wording.replies.nearestArticle(nearest.title, publishedOn))),
    buttons: [[articleButton(nearest, truncate(nearest.title, MAX_LABEL))]],
  };
}

/** "by the Herald of 11–17 May 2026" */
function whichArticles({ days, publisher }: ArticleScope, { language, replies }: Wording): string {
  const by = publisher === undefined ? "" : replies.byPublisher(publisher);
  if (!days) return by;
  const { from, to } = days;
  const format = new Intl.DateTimeFormat(LOCALES[language], DAY_FORMAT);
  const [first, last] = [from, to].map((day) => new Date(day * MS_IN_DAY));
  if (!first || !last) return by;
  if (to === Infinity) return joined(by, replies.sinceDay(format.format(first)));
  if (from === -Infinity) return joined(by, replies.untilDay(format.format(last)));
  const range = format.formatRange(first, last).replace(SPACED_DASH, "–");
  return joined(by, replies.ofDays(range));
}

function joined(by: string, when: string): string {
  return by === "" ? when : `${by} ${when}`;
}

/** Between two days of a month; versions of Node differ in the spaces. */
const SPACED_DASH = /(?<=^\d+)\s*–\s*(?=\d)/u;
const MS_IN_DAY = 24 * 60 * 60_000;
/** The day before the month. */
const LOCALES = { en: "en-GB", uk: "uk", ru: "ru" } as const;
/** Days are counted, not times, so that no zone moves them. */
const DAY_FORMAT = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;
