import type { Redis } from "ioredis";
import { describeError } from "../../logging/describe-error.ts";
import { outboxInRedis } from "../outbox/redis-outbox.ts";
import { openRedis } from "./redis-client.ts";
import { redisKey, stateInRedis } from "./redis-state.ts";
import type { LeaseCommands, OpenSharedStore, Replica } from "./shared-store.ts";

/** Redis as what replicas share. */
export function redisStore(url: string): OpenSharedStore {
  return async () => {
    const opened = await openRedis(url);
    if (opened.kind === "refused")
      return {
        kind: "refused",
        problem: "Redis refuses the bot: correct the password in REDIS_URL",
      };
    const { redis } = opened;
    const store = {
      part: "redis",
      name: "Redis",
      whyDown: whyRedisIsDown,
      state: (replica: Replica) => stateInRedis(redis, replica),
      outbox: (botId: number) => outboxInRedis(redis, botId),
      leases: (botId: number) => leasesInRedis(redis, botId),
      close: () => redis.disconnect(),
    } as const;
    return { kind: "opened", store };
  };
}

/** Sets or renews a lease that is free or the caller's own. */
const HOLD = `
local holder = redis.call('GET', KEYS[1])
if holder and holder ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1`;
const RELEASE = `if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end`;

function leasesInRedis(redis: Redis, botId: number): LeaseCommands {
  const key = (name: string) => redisKey(botId, "lease", name);
  return {
    hold: async (name, holder, forMs) =>
      (await redis.eval(HOLD, 1, key(name), holder, forMs)) === 1,
    release: async (name, holder) => void (await redis.eval(RELEASE, 1, key(name), holder)),
  };
}

const REFUSAL = /^[A-Z]{2,}/u;
/** Messages without a code, from a client that has no connection or no answer. */
const CLIENT_FAILURES = [
  { message: /timed out/u, name: "no answer in time" },
  { message: /writeable|connection is closed|max retries/iu, name: "not connected" },
];

/** The first word of a Redis error is its code: `READONLY`, `OOM`, `LOADING`. */
function whyRedisIsDown(error: unknown): string {
  if (!(error instanceof Error)) return describeError(error);
  const refusal = REFUSAL.exec(error.message)?.[0];
  const failure = CLIENT_FAILURES.find(({ message }) => message.test(error.message))?.name;
  return refusal ?? failure ?? describeError(error);
}
