import type { ChatNotes } from "../telegram/chat-memory.ts";
import type { DoneUpdates } from "./done-updates.ts";
import type { Pace } from "./pace.ts";
import type { Origin } from "./update-origin.ts";

/** What may be done about an update. */
export type Claim =
  /** Answer it; with what other replicas know of the chat, where there are any. */
  | { readonly kind: "yours"; readonly notes?: ChatNotes }
  /** Answered already. */
  | { readonly kind: "done" }
  /** Somebody else is answering it, or has died doing so. */
  | { readonly kind: "held" }
  /** Its sender asks faster than anybody reads; told once, then met with silence. */
  | { readonly kind: "too-fast"; readonly isFirst: boolean; readonly notes?: ChatNotes };

/** Keeps updates from being answered twice, and one reader from taking the time of the others. */
export type DeliveryState = {
  readonly claim: (origin: Origin) => Promise<Claim>;
  /** Done for good. */
  readonly finish: (origin: Origin, notes?: ChatNotes) => Promise<void>;
  /** Not done after all: whoever gets it next may claim it. */
  readonly release: (origin: Origin) => Promise<void>;
};

/** The same among replicas; `undefined` where it cannot tell, so that each goes on by itself. */
export type SharedState = Omit<DeliveryState, "claim"> & {
  readonly claim: (origin: Origin) => Promise<Claim | undefined>;
};

export type StateParts = {
  readonly done: DoneUpdates;
  readonly pace: Pace;
  readonly shared?: SharedState | undefined;
};

export function openState({ done, pace, shared }: StateParts): DeliveryState {
  const underWay = new Set<number>();

  return {
    async claim(origin) {
      const { updateId, userId } = origin;
      if (done.has(updateId)) return { kind: "done" };
      if (underWay.has(updateId)) return { kind: "held" };
      underWay.add(updateId);
      const claim = (await shared?.claim(origin)) ?? paceOf(userId);
      if (claim.kind === "done" || claim.kind === "held") underWay.delete(updateId);
      return claim;
    },
    async finish(origin, notes) {
      // On its way before the disk is written: a kill in between leaves one mark at least.
      const finished = shared?.finish(origin, notes);
      done.add(origin.updateId);
      underWay.delete(origin.updateId);
      await finished;
    },
    async release(origin) {
      underWay.delete(origin.updateId);
      await shared?.release(origin);
    },
  };

  function paceOf(userId: number | undefined): Claim {
    const step = userId === undefined ? "fine" : pace(userId);
    return step === "fine" ? { kind: "yours" } : { kind: "too-fast", isFirst: step === "too-fast" };
  }
}
