import { runInBackground } from "../../content/run-in-slices.ts";
import type { Gap } from "../../feedback/question-log.ts";
import { replyName, type Trace } from "../../feedback/trace.ts";
import { gapsInSteps, isBad, isMissed } from "../../question-log/gaps.ts";
import { type DatedAnswer, nameOfDay } from "../../question-log/summarize-log.ts";
import type { Steps } from "../../languages/steps.ts";
import {
  answerNow,
  type AnswerNow,
  type Current,
  type Excerpt,
  excerptNamed,
  excerptOf,
} from "./answer-now.ts";
import { betweenReaders } from "./between-readers.ts";
import { votedSentences, type VotedSentence } from "./voted-sentences.ts";

/** A reply in short: its name, and the passage that it shows first. */
type ReplyView = { readonly reply: string; readonly shown?: Excerpt };

/** Questions about one article that ask the same and had no good answer. */
export type GroupView = Pick<
  Gap,
  "question" | "wordings" | "language" | "asked" | "unanswered" | "unsure" | "votes" | "traces"
> & {
  /** The article's slug; "" if they are about none. */
  readonly slug: string;
  /** How often on each day that it was asked, in order: `["2026-05-04", 2]`. */
  readonly days: readonly (readonly [day: string, asked: number])[];
  /** What the last of them was answered, and what it would be now. */
  readonly before: ReplyView;
  readonly now: ReplyView | undefined;
  /** It would have a good answer now, and not the one that was voted down. */
  readonly isMended: boolean;
  readonly voted: readonly VotedSentence[];
};

/** The largest first. `most`: how many groups are worth asking again. */
export async function groupReaderQuestions(
  missed: readonly DatedAnswer[],
  current: Current,
  most: number,
): Promise<{ readonly groups: readonly GroupView[]; readonly left: number }> {
  const answers = new Map(missed.map((answer) => [answer.trace.id, answer]));
  const ordered = await runInBackground(groupedByArticle(missed));
  const groups = await betweenReaders(ordered.slice(0, most), ({ slug, gap }) => {
    const own = gap.traces.flatMap((id) => answers.get(id) ?? []);
    return viewGroup(gap, slug, own, current);
  });
  return { groups, left: ordered.length - groups.length };
}

type ArticleGap = { readonly slug: string; readonly gap: Gap };

function* groupedByArticle(missed: readonly DatedAnswer[]): Steps<readonly ArticleGap[]> {
  const found: ArticleGap[] = [];
  for (const slug of new Set(missed.map(({ trace }) => slugOf(trace)))) {
    const own = missed.filter(({ trace }) => slugOf(trace) === slug);
    found.push(...(yield* gapsInSteps(own)).map((gap) => ({ slug, gap })));
  }
  return found.toSorted((one, other) => other.gap.asked - one.gap.asked);
}

/** The article that the question was about, or that came closest. */
function slugOf({ article, candidates }: Trace): string {
  return article ?? candidates[0]?.passage.split("/")[0] ?? "";
}

async function viewGroup(
  gap: Gap,
  slug: string,
  answers: readonly DatedAnswer[],
  current: Current,
): Promise<GroupView> {
  const { question, wordings, language, asked, unanswered, unsure, votes, traces } = gap;
  const inOrder = answers.toSorted((one, other) => one.at.getTime() - other.at.getTime());
  const days = new Map<string, number>();
  for (const { at } of inOrder) days.set(nameOfDay(at), (days.get(nameOfDay(at)) ?? 0) + 1);
  const last = inOrder.at(-1)?.trace;
  const shownThen = last?.shown[0];
  const excerpt =
    shownThen === undefined ? undefined : await excerptNamed(shownThen, language, current);
  const now = await answerNow(question, slug, current);
  const [first] = now?.shown ?? [];
  return {
    question,
    wordings,
    language,
    asked,
    unanswered,
    unsure,
    votes,
    traces,
    slug,
    days: [...days],
    before: { reply: last ? replyName(last) : "", ...(excerpt && { shown: excerpt }) },
    now: now && { reply: replyName(now.trace), ...(first && { shown: excerptOf(first) }) },
    isMended: now !== undefined && isMendedBy(now, answers),
    voted: await votedSentences(answers, current),
  };
}

/** A good answer, and not the one that was voted down. */
export function isMendedBy({ trace }: AnswerNow, answers: readonly DatedAnswer[]): boolean {
  const [shown] = trace.shown;
  const votedDown = answers.filter(({ rating }) => isBad(rating));
  return !isMissed({ trace }) && votedDown.every((one) => one.trace.shown[0] !== shown);
}
