import { LRUCache } from "lru-cache";
import type { QuestionLog } from "./question-log.ts";
import { replyName, type Trace } from "./trace.ts";
import type { CreateTraceId } from "./trace.ts";
import { tracesOfChat } from "./traces-of-chat.ts";
import type { RatedAnswer, Rating, Vote } from "./vote.ts";

/** Answers by name, and votes by rating. */
export type FeedbackStats = {
  readonly answers: ReadonlyMap<string, number>;
  readonly votes: ReadonlyMap<Rating, number>;
};

/** Records answers and votes. */
export type Feedback = {
  readonly traceId: CreateTraceId;
  readonly recordAnswer: (trace: Trace) => void;
  readonly recordVote: (vote: Vote) => void;
  /** Finds only the latest answers. */
  readonly find: (id: string) => RatedAnswer | undefined;
  /** Forgets the answers among the latest that these updates of a chat got. */
  readonly forgetChat: (chatId: number, updateIds: Iterable<number>) => void;
  /** Since startup. */
  readonly stats: () => FeedbackStats;
};

/** About a kilobyte each. */
const LATEST_ANSWERS = 500;

/** Remembers the latest answers and counts all of them, in memory. */
export function openFeedback(traceId: CreateTraceId, questionLog?: QuestionLog): Feedback {
  const latest = new LRUCache<string, { readonly trace: Trace; rating?: Rating }>({
    max: LATEST_ANSWERS,
  });
  const answers = new Map<string, number>();
  const votes = new Map<Rating, number>();

  return {
    traceId,
    recordAnswer(trace) {
      // Telegram may deliver an update twice.
      if (latest.has(trace.id)) return;
      latest.set(trace.id, { trace });
      count(answers, replyName(trace), 1);
      questionLog?.recordAnswer(trace);
    },
    recordVote(vote) {
      // `peek`, because a vote does not make an answer recent.
      const known = latest.peek(vote.trace);
      if (known?.rating === vote.rating) return;
      if (known?.rating !== undefined) count(votes, known.rating, -1);
      if (known) known.rating = vote.rating;
      count(votes, vote.rating, 1);
      questionLog?.recordVote(vote);
    },
    find: (id) => latest.peek(id),
    forgetChat(chatId, updateIds) {
      const known = new Set(latest.keys());
      for (const id of tracesOfChat(chatId, updateIds, { known, traceId })) latest.delete(id);
    },
    stats: () => ({ answers, votes }),
  };
}

/** The same counts, for answers from a question log. */
export function statsOf(answers: readonly RatedAnswer[]): FeedbackStats {
  const kinds = new Map<string, number>();
  const votes = new Map<Rating, number>();
  for (const { trace, rating } of answers) {
    count(kinds, replyName(trace), 1);
    if (rating !== undefined) count(votes, rating, 1);
  }
  return { answers: kinds, votes };
}

export function count<Key>(counts: Map<Key, number>, key: Key, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}
