import type { Redis } from "ioredis";
import { LRUCache } from "lru-cache";
import type { RedisBreaker } from "../state/redis-breaker.ts";
import { ADD, ADD_LEASED, OWED, POSTPONE, REMOVE, LEASE } from "./redis-outbox-scripts.ts";
import type { OutboxStore } from "./outbox-store.ts";
import { afterFailure, type OwedCall, owedCallSchema } from "./owed-call.ts";

export type RedisOutboxParts = {
  readonly redis: Redis;
  /** Keeps the bot from waiting for a Redis that is down. */
  readonly tryRedis: RedisBreaker;
  readonly botId: number;
  /** Unix time in milliseconds. */
  readonly now: () => number;
};

/** The store that replicas share. `add` returns whether Redis has the call. */
export type RedisOutbox = Omit<OutboxStore, "add"> & {
  readonly add: (call: OwedCall) => Promise<boolean>;
};

/** The key of a lane's list of calls. */
export function laneKey(botId: number, lane: string): string {
  return `${outboxPrefix(botId)}lane:${lane}`;
}

/** What the keys of owed calls begin with. */
export function outboxPrefix(botId: number): string {
  return `{ask-the-article:${botId}}:owed:`;
}

/** Calls settled here, in case Redis was down and does not know. */
const REMEMBERED = 1000;

/** Owed calls that any replica may make. */
export function openRedisOutbox({ redis, tryRedis, botId, now }: RedisOutboxParts): RedisOutbox {
  const prefix = outboxPrefix(botId);
  /** The JSON in Redis, which shows whether another replica has since changed the call. */
  const leased = new WeakMap<OwedCall, string>();
  const settled = new LRUCache<string, true>({ max: REMEMBERED });
  /** Removals that Redis missed while it was down: at most the calls in progress then. */
  const missedRemovals: (readonly (string | number)[])[] = [];
  const msUntilDue = ({ dueAt }: OwedCall) => Math.max(0, Math.round(dueAt - now()));
  const run = (script: string, ...args: (string | number)[]) =>
    tryRedis(() => redis.eval(script, 1, prefix, ...args));

  /** Catches up, before another replica mistakes a settled call for one whose sender crashed. */
  async function removeMissed(): Promise<boolean> {
    for (let [next] = missedRemovals; next; [next] = missedRemovals) {
      if ((await run(REMOVE, ...next)) === undefined) return false;
      missedRemovals.shift();
    }
    return true;
  }

  return {
    async add(call) {
      const { lane, id } = call;
      const added = await run(ADD, lane, id, JSON.stringify(call), msUntilDue(call));
      return added !== undefined;
    },
    async addLeased(call) {
      const text = JSON.stringify(call);
      const isAdded = (await run(ADD_LEASED, call.lane, call.id, text)) === "yes";
      if (isAdded) leased.set(call, text);
      return isAdded;
    },
    async lease() {
      if (!(await removeMissed())) return undefined;
      for (;;) {
        const [text, wasTried, lane] = textsOf(await run(LEASE));
        if (text === undefined || lane === undefined) return undefined;
        const call = readCall(text);
        if (call && !settled.has(call.id)) {
          const tried = wasTried === "yes" ? afterFailure(call, { kind: "unclear" }, now()) : call;
          leased.set(tried, text);
          return tried;
        }
        // Settled while Redis was down, or left by another version of this bot.
        await run(REMOVE, lane, text, call?.id ?? "", "", "");
      }
    },
    async postpone(call, again) {
      await run(
        POSTPONE,
        call.lane,
        leased.get(call) ?? "",
        JSON.stringify(again),
        msUntilDue(again),
      );
    },
    async remove(call, messageId) {
      settled.set(call.id, true);
      const { lane, id, standIn = "" } = call;
      const removal = [lane, leased.get(call) ?? "", id, standIn, messageId ?? ""];
      if ((await run(REMOVE, ...removal)) === undefined) missedRemovals.push(removal);
    },
    async messageIdOf(standIn) {
      const id = await tryRedis(() => redis.get(`${prefix}message:${standIn}`));
      return id ? Number(id) : undefined;
    },
    async owed() {
      const [count, oldestAt] = textsOf(await run(OWED));
      return { count: Number(count ?? 0), oldestAt: oldestAt ? Number(oldestAt) : undefined };
    },
  };
}

function readCall(text: string): OwedCall | undefined {
  try {
    return owedCallSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function textsOf(answer: unknown): string[] {
  return Array.isArray(answer) ? answer.map(String) : [];
}
