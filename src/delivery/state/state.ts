import type { ChatNotes } from "../../telegram/chat-memory.ts";
import type { DoneUpdates } from "./processed-updates.ts";
import type { Pace } from "./rate-limiter.ts";
import type { Origin } from "../update-origin.ts";

/** What may be done about an update. */
export type Claim =
  /** Answer it. */
  | ({ readonly kind: "yours" } & ClaimedChat)
  /** Answered already. */
  | { readonly kind: "done" }
  /** Its answer was on its way twice when the process ended: the reader has it. */
  | { readonly kind: "sent-twice" }
  /** The process has ended twice while it worked on this: a third time would be no better. */
  | { readonly kind: "set-aside" }
  /** Somebody else is answering it, or has died doing so. */
  | { readonly kind: "held" }
  /** Its sender asks faster than anybody reads; told once, then met with silence. */
  | ({ readonly kind: "too-fast"; readonly isFirst: boolean } & ClaimedChat);

/** What comes with a claim. */
type ClaimedChat = {
  /** What other replicas know of the chat, where there are any. */
  readonly notes?: ChatNotes;
  /** True where other replicas owe this chat an answer. */
  readonly isOwed?: boolean;
  /** True where an earlier try may have been answered. */
  readonly isAgain?: boolean;
};

/** Keeps updates from being answered twice, and one reader from taking the time of the others. */
export type DeliveryState = {
  readonly claim: (origin: Origin) => Promise<Claim>;
  /** The work on these begins. Should the process end meanwhile, the next one knows on what. */
  readonly begin: (updateIds: readonly number[]) => void;
  /** The answer is found. */
  readonly worked: (origin: Origin) => void;
  /** An answer that may be the second one is on its way, unless it is done: there will be no third. */
  readonly sendAgain: (origin: Origin) => void;
  /** Done for good. */
  readonly finish: (origin: Origin, notes?: ChatNotes) => Promise<void>;
};

/** The same among replicas; `undefined` where it cannot tell, so that each goes on by itself. */
export type SharedState = {
  readonly claim: (origin: Origin) => Promise<Claim | undefined>;
  readonly sendAgain: (origin: Origin) => Promise<void>;
  readonly finish: (origin: Origin, notes?: ChatNotes) => Promise<void>;
  /** A process has ended while it worked on this update. */
  readonly reportCrash: (updateId: number) => Promise<void>;
};

export type StateParts = {
  readonly done: DoneUpdates;
  readonly pace: Pace;
  readonly shared?: SharedState | undefined;
};

/** The first crash may have been a chance. */
export const MOST_CRASHES = 2;

export function openState({ done, pace, shared }: StateParts): DeliveryState {
  const underWay = new Set<number>();
  // Not waited for: an update that ends every process is handed out more than once.
  for (const updateId of done.lastCrash) void shared?.reportCrash(updateId);

  return {
    async claim(origin) {
      const known = claimOf(origin);
      if (known !== undefined) return known;
      underWay.add(origin.updateId);
      const claim = (await shared?.claim(origin)) ?? paceOf(origin);
      if (claim.kind !== "yours" && claim.kind !== "too-fast") {
        underWay.delete(origin.updateId);
        return claim;
      }
      return done.wasBegun(origin.updateId) ? { ...claim, isAgain: true } : claim;
    },
    begin: done.begin,
    worked: ({ updateId }) => done.worked(updateId),
    sendAgain(origin) {
      if (!underWay.has(origin.updateId)) return;
      void shared?.sendAgain(origin);
      done.sendAgain(origin.updateId);
    },
    async finish(origin, notes) {
      // On its way before the disk is written: a kill in between leaves one mark at least.
      const finished = shared?.finish(origin, notes);
      done.add(origin.updateId);
      underWay.delete(origin.updateId);
      await finished;
    },
  };

  function claimOf({ updateId }: Origin): Claim | undefined {
    if (done.has(updateId)) return { kind: "done" };
    if (underWay.has(updateId)) return { kind: "held" };
    if (done.wasSentAgain(updateId)) return { kind: "sent-twice" };
    return done.crashes(updateId) >= MOST_CRASHES ? { kind: "set-aside" } : undefined;
  }

  function paceOf({ userId }: Origin): Claim {
    const step = userId === undefined ? "fine" : pace(userId);
    return step === "fine" ? { kind: "yours" } : { kind: "too-fast", isFirst: step === "too-fast" };
  }
}
