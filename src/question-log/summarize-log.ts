import type { RatedAnswer, Rating, Vote } from "../feedback/vote.ts";
import type { Trace } from "../feedback/trace.ts";
import { isMissed, isUnanswered } from "./gaps.ts";
import { parseEntry, type LogEntry } from "./log-entry.ts";
import { readLines } from "./read-question-log.ts";

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

/** Only votes have this; in a question, its quotation marks are escaped. */
const VOTE_FIELD = '"judgement"';

/**
 * Reads a log twice, line by line: first the votes, then the answers that they are about. Only figures and the latest
 * missed answers stay in memory.
 */
export async function summarizeLog(file: string, since: Date): Promise<LogSummary> {
  const votes = new Map<string, { readonly vote: Vote; readonly at: Date }>();
  const takeVote = (entry: LogEntry) => {
    if (entry.kind === "vote") votes.set(entry.vote.trace, entry);
  };
  await eachEntry(file, since, takeVote, VOTE_FIELD);

  const days = new Map<string, OpenDay>();
  const known = new Set<string>();
  const missed: DatedAnswer[] = [];
  await eachEntry(file, since, (entry) => {
    if (entry.kind === "vote" || known.has(entry.trace.id)) return;
    const { at, trace } = entry;
    known.add(trace.id);
    countAnswer(dayOf(at, days), trace);
    const voted = votes.get(trace.id);
    if (voted) countVote(dayOf(voted.at, days), voted.vote);
    const answer = { at, trace, ...(voted && { rating: voted.vote.rating }) };
    if (!isMissed(answer)) return;
    missed.push(answer);
    if (missed.length > 2 * MAX_MISSED) missed.splice(0, missed.length - MAX_MISSED);
  });
  const inOrder = [...days.values()].toSorted((one, other) => (one.day < other.day ? -1 : 1));
  return { days: inOrder, missed: missed.slice(-MAX_MISSED) };
}

/** `having`: lines without it are passed over unread. Unreadable lines are left out. */
async function eachEntry(
  file: string,
  since: Date,
  take: (entry: LogEntry) => void,
  having = "",
): Promise<void> {
  await readLines(file, (text) => {
    if (!text.includes(having)) return;
    const read = parseEntry(text);
    if (read.kind === "entry" && read.entry.at >= since) take(read.entry);
  });
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

function countVote({ votes }: OpenDay, { rating }: Vote): void {
  votes[rating] = (votes[rating] ?? 0) + 1;
}

function outcomeOf(trace: Trace): OutcomeName {
  if (isUnanswered(trace)) return "unanswered";
  if (trace.kind === "answered") return "answered";
  return trace.kind === "unsure" || trace.kind === "menu" ? "unsure" : "other";
}
