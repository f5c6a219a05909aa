import type { Redis } from "ioredis";
import { ADD, ADD_LEASED, OWED, POSTPONE, REMOVE, LEASE } from "./redis-outbox-scripts.ts";
import type { OutboxCommands } from "./shared-outbox.ts";

/** The key of a lane's list of calls. */
export function laneKey(botId: number, lane: string): string {
  return `${outboxPrefix(botId)}lane:${lane}`;
}

/** What the keys of owed calls begin with. */
export function outboxPrefix(botId: number): string {
  return `{ask-the-article:${botId}}:owed:`;
}

/** Owed calls in Redis. */
export function outboxInRedis(redis: Redis, botId: number): OutboxCommands {
  const prefix = outboxPrefix(botId);
  const run = (script: string, ...args: (string | number)[]) =>
    redis.eval(script, 1, prefix, ...args);

  return {
    async add({ lane, id, text }, dueInMs) {
      await run(ADD, lane, id, text, dueInMs);
    },
    addLeased: async ({ lane, id, text }) => (await run(ADD_LEASED, lane, id, text)) === "yes",
    async lease() {
      const [text, wasTried, lane] = textsOf(await run(LEASE));
      if (text === undefined || lane === undefined) return undefined;
      return { lane, text, wasTried: wasTried === "yes" };
    },
    async postpone({ lane, text }, again, dueInMs) {
      await run(POSTPONE, lane, text, again, dueInMs);
    },
    async remove({ lane, id, text, standIn = "", messageId = "" }) {
      await run(REMOVE, lane, text, id, standIn, messageId);
    },
    async messageIdOf(standIn) {
      const id = await redis.get(`${prefix}message:${standIn}`);
      return id ? Number(id) : undefined;
    },
    async owed() {
      const [count, oldestAt] = textsOf(await run(OWED));
      return { count: Number(count ?? 0), oldestAt: oldestAt ? Number(oldestAt) : undefined };
    },
  };
}

function textsOf(answer: unknown): string[] {
  return Array.isArray(answer) ? answer.map(String) : [];
}
