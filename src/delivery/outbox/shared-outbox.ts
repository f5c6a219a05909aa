import { LRUCache } from "lru-cache";
import type { Breaker } from "../state/breaker.ts";
import { openCatchUp } from "./catch-up.ts";
import type { Owed, OutboxStore } from "./outbox-store.ts";
import { afterFailure, type OwedCall, owedCallSchema } from "./owed-call.ts";

/** The store that replicas share. `add` returns whether it has the call. */
export type SharedOutbox = Omit<OutboxStore, "add"> & {
  readonly add: (call: OwedCall) => Promise<boolean>;
};

/** Where a call is, and its JSON, which shows whether another replica has since changed it. */
type StoredCall = { readonly lane: string; readonly id: string; readonly text: string };

/** What is stored once a call is settled: that it is, and the id that its message got. */
type Removal = StoredCall & {
  readonly standIn: number | undefined;
  readonly messageId: number | undefined;
};

/** What a shared store does, each step atomically; rejects if it cannot. Lanes and leases are as in OutboxStore. */
export type OutboxCommands = {
  readonly add: (call: StoredCall, dueInMs: number) => Promise<void>;
  /** Whether it was added. */
  readonly addLeased: (call: StoredCall) => Promise<boolean>;
  /** The text of the call, and whether a replica died trying it. */
  readonly lease: () => Promise<
    { readonly lane: string; readonly text: string; readonly wasTried: boolean } | undefined
  >;
  /** Nothing changes if another replica has changed the call since. */
  readonly postpone: (leased: StoredCall, again: string, dueInMs: number) => Promise<void>;
  readonly remove: (removal: Removal) => Promise<void>;
  readonly messageIdOf: (standIn: number) => Promise<number | undefined>;
  readonly owed: () => Promise<Owed>;
};

export type SharedOutboxParts = {
  readonly commands: OutboxCommands;
  /** Keeps the bot from waiting for a store that is down. */
  readonly ask: Breaker;
  /** Unix time in milliseconds. */
  readonly now: () => number;
};

/** How long a dead replica holds up a lane; longer than a call may take. */
export const OWED_TRY_MS = 15_000;
/** In case no replica is left to give a call up. */
export const OWED_KEPT_MS = 60 * 60_000;
/** Calls settled here, in case the store was down and does not know. */
const REMEMBERED = 1000;
const REMOVED_AT_ONCE = 100;

/** Owed calls that any replica may make. */
export function openSharedOutbox({ commands, ask, now }: SharedOutboxParts): SharedOutbox {
  const leased = new WeakMap<OwedCall, string>();
  const settled = new LRUCache<string, true>({ max: REMEMBERED });
  /** Removals that the store missed while it was down: at most the calls in progress then. */
  const missedRemovals: Removal[] = [];
  const catchUp = openCatchUp(now);
  const msUntilDue = ({ dueAt }: OwedCall) => Math.max(0, Math.round(dueAt - now()));

  async function tell<Value>(command: () => Promise<Value>) {
    const told = await ask(async () => ({ value: await command() }));
    catchUp.note(told !== undefined);
    return told;
  }

  /** If it is unknown whether the store has the call, it is to have it no more: the caller keeps it elsewhere. */
  async function tellOf<Value>(stored: StoredCall, command: () => Promise<Value>) {
    let isAsked = false;
    const told = await tell(() => {
      isAsked = true;
      return command();
    });
    if (told === undefined && isAsked)
      missedRemovals.push({ ...stored, standIn: undefined, messageId: undefined });
    return told;
  }

  const isRemoved = async (removal: Removal) =>
    (await tell(() => commands.remove(removal))) !== undefined;

  let removing: Promise<boolean> | undefined;

  /** Catches up, before another replica mistakes a settled call for one whose sender crashed. Returns whether all is told. */
  function tellMissed(): Promise<boolean> {
    removing ??= removeMissed().finally(() => {
      removing = undefined;
    });
    return removing;
  }

  async function removeMissed(): Promise<boolean> {
    const [first] = missedRemovals;
    if (first === undefined) return true;
    if (!(await isRemoved(first))) return false;
    missedRemovals.shift();
    // The store is back. One after another, they could take longer than others wait.
    const more = missedRemovals.splice(0, REMOVED_AT_ONCE);
    const left = more.map(async (removal) => ((await isRemoved(removal)) ? [] : [removal]));
    missedRemovals.push(...(await Promise.all(left)).flat());
    return missedRemovals.length === 0;
  }

  /** Asks a store that was away whether it is back, before anything is leased from it. */
  async function isCaughtUp(): Promise<boolean> {
    if (catchUp.isAway()) await tell(commands.owed);
    return catchUp.isOver();
  }

  return {
    async add(call) {
      const stored = storedAs(JSON.stringify(call), call);
      return (await tellOf(stored, () => commands.add(stored, msUntilDue(call)))) !== undefined;
    },
    async addLeased(call) {
      const stored = storedAs(JSON.stringify(call), call);
      const isAdded = (await tellOf(stored, () => commands.addLeased(stored)))?.value === true;
      if (isAdded) leased.set(call, stored.text);
      return isAdded;
    },
    async lease() {
      if (!(await tellMissed()) || !(await isCaughtUp())) return undefined;
      for (;;) {
        const found = (await tell(commands.lease))?.value;
        if (found === undefined) return undefined;
        const { lane, text, wasTried } = found;
        const call = readCall(text);
        if (call && !settled.has(call.id)) {
          const tried = wasTried ? afterFailure(call, { kind: "unclear" }, now()) : call;
          leased.set(tried, text);
          return tried;
        }
        // Settled while the store was down, or left by another version of this bot.
        const id = call?.id ?? "";
        await isRemoved({ lane, id, text, standIn: undefined, messageId: undefined });
      }
    },
    async postpone(call, again) {
      const stored = storedAs(leased.get(call) ?? "", call);
      await tell(() => commands.postpone(stored, JSON.stringify(again), msUntilDue(again)));
    },
    async remove(call, messageId) {
      settled.set(call.id, true);
      const stored = storedAs(leased.get(call) ?? "", call);
      const removal = { ...stored, standIn: call.standIn, messageId };
      if (!(await isRemoved(removal))) missedRemovals.push(removal);
    },
    messageIdOf: async (standIn) => (await tell(() => commands.messageIdOf(standIn)))?.value,
    async owed() {
      // Asked for all the time, also by a replica with so many calls in progress that it leases none.
      await tellMissed();
      return (await tell(commands.owed))?.value ?? { count: 0, oldestAt: undefined };
    },
  };
}

function storedAs(text: string, { lane, id }: OwedCall): StoredCall {
  return { lane, id, text };
}

function readCall(text: string): OwedCall | undefined {
  try {
    return owedCallSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
