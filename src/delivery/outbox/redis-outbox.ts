import type { Redis } from "ioredis";
import { LRUCache } from "lru-cache";
import type { RedisBreaker } from "../state/redis-breaker.ts";
import { ADD, ADD_TAKEN, OWED, POSTPONE, REMOVE, TAKE } from "./redis-outbox-scripts.ts";
import type { OutboxStore } from "./outbox-store.ts";
import { afterFailure, type OwedCall, owedCallSchema } from "./owed-call.ts";

export type RedisOutboxParts = {
  readonly redis: Redis;
  /** Keeps the bot from waiting for a Redis that is away. */
  readonly ifThere: RedisBreaker;
  readonly botId: number;
  /** Unix time in milliseconds. */
  readonly now: () => number;
};

/** The same where replicas share it. `add` says whether Redis has it; the others give nothing without Redis. */
export type RedisOutbox = Omit<OutboxStore, "add"> & {
  readonly add: (call: OwedCall) => Promise<boolean>;
};

/** Under this key the calls of a chat's lane are owed. */
export function laneKey(botId: number, lane: string): string {
  return `${startOfKeys(botId)}lane:${lane}`;
}

function startOfKeys(botId: number): string {
  return `{ask-the-article:${botId}}:owed:`;
}

/** Calls settled here, in case Redis was away and does not know of it. */
const REMEMBERED = 1000;

/** Owed calls that any replica may make. */
export function openRedisOutbox({ redis, ifThere, botId, now }: RedisOutboxParts): RedisOutbox {
  const start = startOfKeys(botId);
  /** As they stand in Redis, by which a call that another has changed meanwhile is known. */
  const taken = new WeakMap<OwedCall, string>();
  const settled = new LRUCache<string, true>({ max: REMEMBERED });
  /** What Redis was to remove while it was away, at most what was under way then. */
  const unsaid: (readonly (string | number)[])[] = [];
  const inMs = ({ dueAt }: OwedCall) => Math.max(0, Math.round(dueAt - now()));
  const run = (script: string, ...args: (string | number)[]) =>
    ifThere(() => redis.eval(script, 1, start, ...args));

  /** Says so once Redis is back, before another replica takes it for a try that nobody survived. */
  async function sayRemoved(): Promise<boolean> {
    for (let [next] = unsaid; next; [next] = unsaid) {
      if ((await run(REMOVE, ...next)) === undefined) return false;
      unsaid.shift();
    }
    return true;
  }

  return {
    async add(call) {
      const { lane, id } = call;
      const added = await run(ADD, lane, id, JSON.stringify(call), inMs(call));
      return added !== undefined;
    },
    async addTaken(call) {
      const text = JSON.stringify(call);
      const isAdded = (await run(ADD_TAKEN, call.lane, call.id, text)) === "yes";
      if (isAdded) taken.set(call, text);
      return isAdded;
    },
    async take() {
      if (!(await sayRemoved())) return undefined;
      for (;;) {
        const [text, wasTried, lane] = textsOf(await run(TAKE));
        if (text === undefined || lane === undefined) return undefined;
        const call = readCall(text);
        if (call && !settled.has(call.id)) {
          const tried = wasTried === "yes" ? afterFailure(call, { kind: "unclear" }, now()) : call;
          taken.set(tried, text);
          return tried;
        }
        // Settled while Redis was away, or left by another version of this bot.
        await run(REMOVE, lane, text, call?.id ?? "", "", "");
      }
    },
    async postpone(call, again) {
      await run(POSTPONE, call.lane, taken.get(call) ?? "", JSON.stringify(again), inMs(again));
    },
    async remove(call, messageId) {
      settled.set(call.id, true);
      const { lane, id, standIn = "" } = call;
      const removal = [lane, taken.get(call) ?? "", id, standIn, messageId ?? ""];
      if ((await run(REMOVE, ...removal)) === undefined) unsaid.push(removal);
    },
    async messageIdOf(standIn) {
      const id = await ifThere(() => redis.get(`${start}message:${standIn}`));
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
