import { FormattedString } from "@grammyjs/parse-mode";
import type { NoArticles } from "../../answer/answer.ts";
import type { Outcome } from "../../answer/answer-question.ts";
import type { ArticleScope } from "../../article/article-scope.ts";
import { articleButton } from "./buttons.ts";
import { formatDay, formatDays, publicationDate } from "./format-day.ts";
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
  const published = publicationDate(nearest, wording.language);
  return {
    text: blocks(said, plain(wording.replies.nearestArticle(nearest.title, published))),
    buttons: [[articleButton(nearest, truncate(nearest.title, MAX_LABEL))]],
  };
}

/** "by the Herald of 11–17 May 2026" */
function whichArticles(
  { days, publisher, section }: ArticleScope,
  { language, replies }: Wording,
): string {
  const by = [
    ...(publisher === undefined ? [] : [replies.byPublisher(publisher)]),
    ...(section === undefined ? [] : [replies.ofSection(section)]),
  ].join(" ");
  if (!days) return by;
  const { from, to } = days;
  if (to === Infinity) return joined(by, replies.sinceDay(formatDay(from, language)));
  if (from === -Infinity) return joined(by, replies.untilDay(formatDay(to, language)));
  return joined(by, replies.ofDays(formatDays(from, to, language)));
}

function joined(by: string, when: string): string {
  return by === "" ? when : `${by} ${when}`;
}
