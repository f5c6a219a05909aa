import type { OutboxCommands } from "../outbox/shared-outbox.ts";
import type { UpdateIds } from "../incoming-update.ts";
import type { ChatNotes } from "../../telegram/chat-memory.ts";
import type { Breaker } from "./breaker.ts";
import type { Claim, SharedState } from "./delivery-state.ts";

/** What replicas share claims, notes, owed answers and leases in. */
export type SharedStore = {
  /** As metrics call it. */
  readonly part: "redis" | "replicas";
  /** As the log calls it. */
  readonly name: "Redis" | "the database";
  /** What an error of its commands means, in the log. */
  readonly whyDown: (error: unknown) => string;
  readonly state: (replica: Replica) => StateCommands;
  readonly outbox: (botId: number) => OutboxCommands;
  readonly leases: (botId: number) => LeaseCommands;
  readonly close: () => void;
};

export type Replica = {
  readonly botId: number;
  /** Unique name of this replica, recorded in its claims. */
  readonly holder: string;
};

/** Each step is atomic, and rejects if the store cannot take it. Whatever they store expires. */
export type StateCommands = {
  readonly claim: (ids: UpdateIds) => Promise<Claim>;
  readonly markResent: (updateId: number) => Promise<void>;
  readonly finish: (ids: UpdateIds, notes: ChatNotes | undefined) => Promise<void>;
  readonly reportCrash: (updateId: number) => Promise<void>;
};

/** A lease by its name; it ends by itself. */
export type LeaseCommands = {
  /** Takes or renews it if it is free or the holder's own; returns whether the holder has it. */
  readonly hold: (name: string, holder: string, forMs: number) => Promise<boolean>;
  readonly release: (name: string, holder: string) => Promise<void>;
};

/** Opens the store, or says what the operator has to correct. One that is down is opened all the same. */
export type OpenSharedStore = () => Promise<
  | { readonly kind: "opened"; readonly store: SharedStore }
  | { readonly kind: "refused"; readonly problem: string }
>;

/** The state in such a store; `ask` keeps the bot from waiting for one that is down. */
export function openSharedState(commands: StateCommands, ask: Breaker): SharedState {
  return {
    claim: (ids) => ask(() => commands.claim(ids)),
    markResent: ({ updateId }) => ask(() => commands.markResent(updateId)),
    finish: (ids, notes) => ask(() => commands.finish(ids, notes)),
    reportCrash: (updateId) => ask(() => commands.reportCrash(updateId)),
  };
}
