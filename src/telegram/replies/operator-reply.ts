import { FormattedString } from "@grammyjs/parse-mode";
import { escapeControls } from "../../text/escape-controls.ts";
import { statsOf, type FeedbackStats } from "../../feedback/feedback.ts";
import { replyName } from "../../feedback/trace.ts";
import type { RatedAnswer, Rating } from "../../feedback/vote.ts";
import { replyWords, sureness } from "../explanation/explanation-words.ts";
import type { Gap } from "../../feedback/question-log.ts";
import { blocks, fitToMessage, lines, plain, truncate, type Reply } from "./reply.ts";
import type { Wording } from "../wording/wording.ts";

/** More would not fit on a screen. */
const MAX_GAPS = 10;
const MAX_QUESTION_LENGTH = 200;

type LoggedAnswers = { readonly days: number; readonly answers: readonly RatedAnswer[] };

/** Counts of answers and votes, since startup and in the question log. */
export function statsReply(
  stats: FeedbackStats,
  logged: LoggedAnswers | undefined,
  wording: Wording,
): Reply {
  const { sinceStart, inQuestionLog, noQuestionLog } = wording.operator;
  return textReply(
    statsBlock(sinceStart, stats, wording),
    logged
      ? statsBlock(inQuestionLog(logged.days), statsOf(logged.answers), wording)
      : plain(noQuestionLog),
  );
}

function statsBlock(heading: string, { answers, votes }: FeedbackStats, { operator }: Wording) {
  const total = sum(answers.values());
  const unanswered = (answers.get("not-covered") ?? 0) + (answers.get("near") ?? 0);
  const good = votes.get("good") ?? 0;
  return lines(
    FormattedString.bold(heading),
    plain(operator.answers(total, total === 0 ? 0 : Math.round((100 * unanswered) / total))),
    plain(countsLine(answers)),
    plain(operator.votes(good, sum(votes.values()) - good)),
    plain(countsLine(votes)),
  );
}

/** "answered 12 · unsure 3", by the names that the question log uses. */
function countsLine(counts: ReadonlyMap<string, number>): string {
  const counted = [...counts].filter(([, number]) => number > 0);
  const largestFirst = counted.toSorted(([, one], [, other]) => other - one);
  return largestFirst.map(([name, number]) => `${escapeControls(name)} ${number}`).join(" · ");
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}

/** Questions that were not answered well, in groups. */
export function gapsReply(gaps: readonly Gap[] | undefined, { operator }: Wording): Reply {
  if (!gaps) return textReply(plain(operator.noQuestionLog));
  if (gaps.length === 0) return textReply(plain(operator.noGaps));
  const groups = gaps
    .slice(0, MAX_GAPS)
    .map(({ question, asked, wordings, traces: [trace = ""] }) => {
      const summary = operator.gap({ asked, wordings: wordings.length + 1, trace });
      return lines(
        plain(truncate(escapeControls(question), MAX_QUESTION_LENGTH)),
        FormattedString.italic(summary),
      );
    });
  return textReply(FormattedString.bold(operator.gaps(gaps.length)), ...groups);
}

/** How the bot arrived at an answer. */
export function traceReply(id: string, found: RatedAnswer | undefined, wording: Wording): Reply {
  const { operator } = wording;
  if (id === "") return textReply(plain(operator.whichTrace));
  if (!found) return textReply(plain(operator.noTrace(id)));

  const { trace, rating } = found;
  const { question, language, shown, candidates } = trace;
  const summary = [
    replyWords(replyName(trace), wording),
    sureness(trace, wording),
    language,
    rating === undefined ? undefined : ratingWords(rating, wording),
  ];
  const ranked = candidates.map(({ passage, score }, at) =>
    plain(`${at + 1}. ${escapeControls(passage)} ${score}`),
  );
  return textReply(
    FormattedString.bold(escapeControls(question)),
    lines(
      plain(escapeControls(summary.filter(Boolean).join(" · "))),
      plain(operator.shown(shown.map(escapeControls))),
    ),
    lines(...ranked),
  );
}

function ratingWords(rating: Rating, { feedback }: Wording): string {
  if (rating === "good") return "👍";
  return rating === "bad" ? "👎" : `👎 ${feedback.reasons[rating]}`;
}

function textReply(...parts: FormattedString[]): Reply {
  return { text: fitToMessage(blocks(...parts)), buttons: [] };
}
