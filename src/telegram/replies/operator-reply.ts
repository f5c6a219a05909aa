import { FormattedString } from "@grammyjs/parse-mode";
import { escapeControls } from "../../text/escape-controls.ts";
import { statsOf, type FeedbackStats } from "../../feedback/feedback.ts";
import type { RatedAnswer } from "../../feedback/vote.ts";
import type { Gap } from "../../feedback/question-log.ts";
import { blocks, fitToMessage, lines, plain, truncate, type Reply } from "./reply.ts";
import type { Wording } from "../wording/wording.ts";

/** More groups fill more than a screen. */
const MOST_GAPS = 10;
const LONGEST_QUESTION = 200;

type Kept = { readonly days: number; readonly answers: readonly RatedAnswer[] };

/** Answers by kind, the share that was not answered, and votes: since the start, and of the questionLog. */
export function statsReply(stats: FeedbackStats, kept: Kept | undefined, wording: Wording): Reply {
  const { sinceStart, inQuestionLog, noQuestionLog } = wording.operator;
  return textReply(
    statsBlock(sinceStart, stats, wording),
    kept
      ? statsBlock(inQuestionLog(kept.days), statsOf(kept.answers), wording)
      : plain(noQuestionLog),
  );
}

function statsBlock(head: string, { answers, votes }: FeedbackStats, { operator }: Wording) {
  const total = sum(answers.values());
  const unanswered = answers.get("not-covered") ?? 0;
  const good = votes.get("good") ?? 0;
  return lines(
    FormattedString.bold(head),
    plain(operator.answers(total, total === 0 ? 0 : Math.round((100 * unanswered) / total))),
    plain(countsLine(answers)),
    plain(operator.votes(good, sum(votes.values()) - good)),
    plain(countsLine(votes)),
  );
}

/** "answered 12 · unsure 3": kinds and judgements by the names they have in the question log. */
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

/** What readers asked in vain, a line a group. */
export function gapsReply(gaps: readonly Gap[] | undefined, { operator }: Wording): Reply {
  if (!gaps) return textReply(plain(operator.noQuestionLog));
  if (gaps.length === 0) return textReply(plain(operator.noGaps));
  const shown = gaps
    .slice(0, MOST_GAPS)
    .map(({ question, asked, wordings, traces: [trace = ""] }) => {
      const counted = operator.gap({ asked, wordings: wordings.length + 1, trace });
      return lines(
        plain(truncate(escapeControls(question), LONGEST_QUESTION)),
        FormattedString.italic(counted),
      );
    });
  return textReply(FormattedString.bold(operator.gaps(gaps.length)), ...shown);
}

/** What led to an answer. */
export function traceReply(
  id: string,
  found: RatedAnswer | undefined,
  { operator }: Wording,
): Reply {
  if (id === "") return textReply(plain(operator.whichTrace));
  if (!found) return textReply(plain(operator.noTrace(id)));

  const { trace, rating } = found;
  const { question, language, kind, verdict, confidence, shown, candidates } = trace;
  const ranked = candidates.map(({ passage, score }, at) =>
    plain(`${at + 1}. ${escapeControls(passage)} ${score}`),
  );
  return textReply(
    FormattedString.bold(escapeControls(question)),
    lines(
      plain(
        escapeControls(
          [kind, language, `${verdict} ${confidence}`, rating].filter(Boolean).join(" · "),
        ),
      ),
      plain(operator.shown(shown.map(escapeControls))),
    ),
    lines(...ranked),
  );
}

function textReply(...parts: FormattedString[]): Reply {
  return { text: fitToMessage(blocks(...parts)), buttons: [] };
}
