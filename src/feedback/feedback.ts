import { LRUCache } from "lru-cache";
import type { QuestionLog } from "./question-log.ts";
import type { Trace } from "./trace.ts";
import type { TraceIds } from "./trace-id.ts";
import type { JudgedAnswer, Judgement, Vote } from "./vote.ts";

/** How many answers there were by kind, and how many of them are judged how. */
export type Figures = {
  readonly answers: ReadonlyMap<string, number>;
  readonly votes: ReadonlyMap<Judgement, number>;
};

/** Where answers and votes are told of. */
export type Feedback = {
  readonly traceId: TraceIds;
  readonly noteAnswer: (trace: Trace) => void;
  readonly noteVote: (vote: Vote) => void;
  /** One of the latest answers. */
  readonly find: (id: string) => JudgedAnswer | undefined;
  /** Since the start. */
  readonly figures: () => Figures;
};

/** About a kilobyte each. */
const LATEST_ANSWERS = 500;

/** Remembers the latest answers and counts all of them, in this process. */
export function openFeedback(traceId: TraceIds, questionLog?: QuestionLog): Feedback {
  const latest = new LRUCache<string, { readonly trace: Trace; judgement?: Judgement }>({
    max: LATEST_ANSWERS,
  });
  const answers = new Map<string, number>();
  const votes = new Map<Judgement, number>();

  return {
    traceId,
    noteAnswer(trace) {
      // An update that Telegram hands out twice is one question.
      if (latest.has(trace.id)) return;
      latest.set(trace.id, { trace });
      count(answers, trace.kind, 1);
      questionLog?.noteAnswer(trace);
    },
    noteVote(vote) {
      // Looked at without being put on top again: only the latest answers are kept.
      const known = latest.peek(vote.trace);
      if (known?.judgement === vote.judgement) return;
      if (known?.judgement !== undefined) count(votes, known.judgement, -1);
      if (known) known.judgement = vote.judgement;
      count(votes, vote.judgement, 1);
      questionLog?.noteVote(vote);
    },
    find: (id) => latest.peek(id),
    figures: () => ({ answers, votes }),
  };
}

/** The same figures of answers that are kept. */
export function figuresOf(answers: readonly JudgedAnswer[]): Figures {
  const kinds = new Map<string, number>();
  const votes = new Map<Judgement, number>();
  for (const { trace, judgement } of answers) {
    count(kinds, trace.kind, 1);
    if (judgement !== undefined) count(votes, judgement, 1);
  }
  return { answers: kinds, votes };
}

export function count<Key>(counts: Map<Key, number>, key: Key, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}
