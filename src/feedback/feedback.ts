import { LRUCache } from "lru-cache";
import type { QuestionLog } from "./question-log.ts";
import type { Trace } from "./trace.ts";
import type { CreateTraceId } from "./trace.ts";
import type { RatedAnswer, Rating, Vote } from "./vote.ts";

/** How many answers there were by kind, and how many of them are judged how. */
export type FeedbackStats = {
  readonly answers: ReadonlyMap<string, number>;
  readonly votes: ReadonlyMap<Rating, number>;
};

/** Where answers and votes are told of. */
export type Feedback = {
  readonly traceId: CreateTraceId;
  readonly recordAnswer: (trace: Trace) => void;
  readonly recordVote: (vote: Vote) => void;
  /** One of the latest answers. */
  readonly find: (id: string) => RatedAnswer | undefined;
  /** Since the start. */
  readonly stats: () => FeedbackStats;
};

/** About a kilobyte each. */
const LATEST_ANSWERS = 500;

/** Remembers the latest answers and counts all of them, in this process. */
export function openFeedback(traceId: CreateTraceId, questionLog?: QuestionLog): Feedback {
  const latest = new LRUCache<string, { readonly trace: Trace; rating?: Rating }>({
    max: LATEST_ANSWERS,
  });
  const answers = new Map<string, number>();
  const votes = new Map<Rating, number>();

  return {
    traceId,
    recordAnswer(trace) {
      // An update that Telegram hands out twice is one question.
      if (latest.has(trace.id)) return;
      latest.set(trace.id, { trace });
      count(answers, trace.kind, 1);
      questionLog?.recordAnswer(trace);
    },
    recordVote(vote) {
      // Looked at without being put on top again: only the latest answers are kept.
      const known = latest.peek(vote.trace);
      if (known?.rating === vote.rating) return;
      if (known?.rating !== undefined) count(votes, known.rating, -1);
      if (known) known.rating = vote.rating;
      count(votes, vote.rating, 1);
      questionLog?.recordVote(vote);
    },
    find: (id) => latest.peek(id),
    stats: () => ({ answers, votes }),
  };
}

/** The same stats of answers that are kept. */
export function statsOf(answers: readonly RatedAnswer[]): FeedbackStats {
  const kinds = new Map<string, number>();
  const votes = new Map<Rating, number>();
  for (const { trace, rating } of answers) {
    count(kinds, trace.kind, 1);
    if (rating !== undefined) count(votes, rating, 1);
  }
  return { answers: kinds, votes };
}

export function count<Key>(counts: Map<Key, number>, key: Key, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}
