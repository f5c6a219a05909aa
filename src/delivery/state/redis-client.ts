import { setTimeout as sleep } from "node:timers/promises";
import { Redis } from "ioredis";

/** A Redis that answers later than this is away: every update waits for it twice. */
const COMMAND_TIMEOUT_MS = 100;
const CONNECT_TIMEOUT_MS = 1000;
const LONGEST_PAUSE_MS = 1000;
/** Without a password, or with a wrong one. */
const REFUSED = /NOAUTH|WRONGPASS|invalid password|invalid username-password/u;

type RedisOpened =
  | { readonly kind: "opened"; readonly redis: Redis }
  /** A wrong password does not become right by waiting. */
  | { readonly kind: "refused" };

/** Connects, and goes on trying in the background where Redis is away: the bot starts without it. */
export async function openRedis(url: string): Promise<RedisOpened> {
  const redis = new Redis(url, {
    lazyConnect: true,
    // What cannot be asked now is decided without Redis, not later with it.
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: COMMAND_TIMEOUT_MS,
    connectTimeout: CONNECT_TIMEOUT_MS,
    retryStrategy: (tries) => Math.min(50 * tries, LONGEST_PAUSE_MS),
  });
  let isRefused = false;
  redis.on("error", ({ message }: Error) => {
    isRefused ||= REFUSED.test(message);
  });
  await Promise.race([redis.connect().catch(() => undefined), sleep(CONNECT_TIMEOUT_MS)]);
  if (!isRefused) return { kind: "opened", redis };
  redis.disconnect();
  return { kind: "refused" };
}
