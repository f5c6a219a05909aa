import type { RatedAnswer, Rating } from "../feedback/vote.ts";
import type { Trace } from "../feedback/trace.ts";
import { isMissed, isUnanswered } from "./gaps.ts";
import type { EachAnswer } from "./log-store.ts";

/** How far a reply went; `other`: to a question that no passage was judged for, such as “who is she?”. */
type OutcomeName = "answered" | "unsure" | "unanswered" | "other";

/** What was asked on a day of UTC; the hours in a log are UTC's. */
export type DayFigures = {
  /** 2026-05-04 */
  readonly day: string;
  readonly answers: Readonly<Record<OutcomeName, number>>;
  /** By confidence, in tenths: 0–10 % first. Without `other`. */
  readonly confidence: readonly number[];
  readonly votes: Readonly<Partial<Record<Rating, number>>>;
};

export type DatedAnswer = RatedAnswer & { readonly at: Date };

/** A question log in figures, and the answers in it that were missing or judged badly. */
export type LogSummary = {
  /** From the first entry's to the last one's, without days on which nobody asked. */
  readonly days: readonly DayFigures[];
  /** The latest ones, in order. */
  readonly missed: readonly DatedAnswer[];
};

/** As many as can be grouped within a second. */
const MAX_MISSED = 1000;

/** Only figures and the latest missed answers stay in memory. */
export async function summarizeLog(each: EachAnswer, since: Date): Promise<LogSummary> {
  const days = new Map<string, OpenDay>();
  const missed: DatedAnswer[] = [];
  await each(since, ({ votedAt, ...answer }) => {
    const { at, trace, rating } = answer;
    countAnswer(dayOf(at, days), trace);
    if (votedAt && rating !== undefined) countVote(dayOf(votedAt, days), rating);
    if (!isMissed(answer)) return;
    missed.push(answer);
    if (missed.length > 2 * MAX_MISSED) missed.splice(0, missed.length - MAX_MISSED);
  });
  const inOrder = [...days.values()].toSorted((one, other) => (one.day < other.day ? -1 : 1));
  return { days: inOrder, missed: missed.slice(-MAX_MISSED) };
}

type OpenDay = DayFigures & {
  readonly answers: Record<OutcomeName, number>;
  readonly confidence: number[];
  readonly votes: Partial<Record<Rating, number>>;
};

function dayOf(at: Date, days: Map<string, OpenDay>): OpenDay {
  const day = nameOfDay(at);
  const known = days.get(day);
  if (known) return known;
  const fresh: OpenDay = {
    day,
    answers: { answered: 0, unsure: 0, unanswered: 0, other: 0 },
    confidence: Array<number>(TENTHS).fill(0),
    votes: {},
  };
  days.set(day, fresh);
  return fresh;
}

const TENTHS = 10;

/** 2026-05-04 */
export function nameOfDay(at: Date): string {
  return at.toISOString().slice(0, 10);
}

function countAnswer({ answers, confidence }: OpenDay, trace: Trace): void {
  const outcome = outcomeOf(trace);
  answers[outcome] += 1;
  if (outcome === "other") return;
  const tenth = Math.min(TENTHS - 1, Math.max(0, Math.floor(trace.confidence * TENTHS)));
  confidence[tenth] = (confidence[tenth] ?? 0) + 1;
}

function countVote({ votes }: OpenDay, rating: Rating): void {
  votes[rating] = (votes[rating] ?? 0) + 1;
}

function outcomeOf(trace: Trace): OutcomeName {
  if (isUnanswered(trace)) return "unanswered";
  if (trace.kind === "answered") return "answered";
  return trace.kind === "unsure" || trace.kind === "menu" ? "unsure" : "other";
}
