import { type ChatNotes, REMEMBERED_MS, REMEMBERED_POSTS_MS } from "../../telegram/chat-memory.ts";
import type { ProcessedUpdates } from "./processed-updates.ts";
import type { RateLimiter } from "./rate-limiter.ts";
import type { UpdateIds } from "../incoming-update.ts";

/** Whether an update may be answered. */
export type Claim =
  | ({ readonly kind: "granted" } & ClaimedChat)
  /** Answered already. */
  | { readonly kind: "done" }
  /** Its answer was being sent each of the two times the process ended: the reader has it. */
  | { readonly kind: "sent-twice" }
  /** The process crashed three times while working on it: another try would do no better. */
  | { readonly kind: "set-aside" }
  /** Another worker is answering it, or died doing so. */
  | { readonly kind: "held" }
  /** Its sender writes faster than anybody reads: gets one notice, then no reply. */
  | ({ readonly kind: "rate-limited"; readonly isFirst: boolean } & ClaimedChat);

/** What a claim says about the chat. */
type ClaimedChat = {
  /** Other replicas' notes on the chat, if there are any. */
  readonly notes?: ChatNotes;
  /** True if another replica owes this chat an answer. */
  readonly isOwed?: boolean;
  /** True if an earlier try may have been answered. */
  readonly isRetry?: boolean;
  /** True if a process ended while working on it, and perhaps because of it. */
  readonly isSuspect?: boolean;
};

/** Prevents double answers, and keeps one reader from starving the others. */
export type DeliveryState = {
  readonly claim: (ids: UpdateIds) => Promise<Claim>;
  /** Work on it starts. If the process crashes, the next one knows what it was working on. */
  readonly start: (updateId: number) => void;
  /** The answer is found; what remains is sending it. */
  readonly answerFound: (ids: UpdateIds) => void;
  /** The answer may have been sent before and is being sent again, but must not be sent a third time. */
  readonly markResent: (ids: UpdateIds) => void;
  /** The update is done for good. */
  readonly finish: (ids: UpdateIds, notes?: ChatNotes) => Promise<void>;
  /** The update is not done, and Telegram will send it again. */
  readonly release: (ids: UpdateIds) => void;
};

/** State shared by replicas. A claim is `undefined` while it is down; each replica then decides alone. */
export type SharedState = {
  readonly claim: (ids: UpdateIds) => Promise<Claim | undefined>;
  readonly markResent: (ids: UpdateIds) => Promise<void>;
  readonly finish: (ids: UpdateIds, notes?: ChatNotes) => Promise<void>;
  /** A process crashed while working on this update. */
  readonly reportCrash: (updateId: number) => Promise<void>;
};

export type StateParts = {
  readonly processed: ProcessedUpdates;
  readonly rateLimiter: RateLimiter;
  readonly shared?: SharedState | undefined;
};

/** Longer than an update may take, so only a dead replica loses its claim. */
export const CLAIMED_MS = 10_000;
/** Telegram retries within two minutes; an hour also covers a restart of any proxy in between. */
export const DONE_MS = 60 * 60_000;
/**
 * Two may be a coincidence: of a process that is killed every second or two, one kill in 75 hits what the last one
 * hit, and an update that is set aside gets no answer.
 */
export const MAX_CRASHES = 3;

/** How long a shared store keeps notes on a chat. */
export function keptMs(notes: ChatNotes | undefined): number {
  return notes?.posts ? REMEMBERED_POSTS_MS : REMEMBERED_MS;
}

export function openDeliveryState({ processed, rateLimiter, shared }: StateParts): DeliveryState {
  const inProgress = new Set<number>();
  // Not awaited: a poisoned update comes back more than once.
  for (const updateId of processed.lastCrash) void shared?.reportCrash(updateId);

  return {
    async claim(ids) {
      const known = knownClaim(ids);
      if (known !== undefined) return known;
      inProgress.add(ids.updateId);
      const claim = (await shared?.claim(ids)) ?? rateLimited(ids);
      if (claim.kind !== "granted" && claim.kind !== "rate-limited") {
        inProgress.delete(ids.updateId);
        return claim;
      }
      return {
        ...claim,
        ...(processed.wasStarted(ids.updateId) && { isRetry: true }),
        ...(processed.crashes(ids.updateId) > 0 && { isSuspect: true }),
      };
    },
    start: processed.start,
    answerFound: ({ updateId }) => processed.answerFound(updateId),
    markResent(ids) {
      if (!inProgress.has(ids.updateId)) return;
      void shared?.markResent(ids);
      processed.markResent(ids.updateId);
    },
    async finish(ids, notes) {
      // Started before the disk write, so that a process killed in between leaves at least one mark.
      const finished = shared?.finish(ids, notes);
      processed.add(ids.updateId);
      inProgress.delete(ids.updateId);
      await finished;
    },
    release: ({ updateId }) => void inProgress.delete(updateId),
  };

  function knownClaim({ updateId }: UpdateIds): Claim | undefined {
    if (processed.has(updateId)) return { kind: "done" };
    if (inProgress.has(updateId)) return { kind: "held" };
    if (processed.wasResent(updateId)) return { kind: "sent-twice" };
    return processed.crashes(updateId) >= MAX_CRASHES ? { kind: "set-aside" } : undefined;
  }

  function rateLimited({ userId }: UpdateIds): Claim {
    const verdict = userId === undefined ? "allowed" : rateLimiter(userId);
    if (verdict === "allowed") return { kind: "granted" };
    return { kind: "rate-limited", isFirst: verdict === "limited" };
  }
}
