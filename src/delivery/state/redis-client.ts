import { setTimeout as sleep } from "node:timers/promises";
import { Redis } from "ioredis";

/** A Redis that takes longer counts as down: every update waits for it twice. */
const COMMAND_TIMEOUT_MS = 100;
const CONNECT_TIMEOUT_MS = 1000;
const MAX_PAUSE_MS = 1000;
/** The password is missing or wrong. */
const REFUSED = /NOAUTH|WRONGPASS|invalid password|invalid username-password/u;

type RedisOpened =
  | { readonly kind: "opened"; readonly redis: Redis }
  /** The password is wrong: waiting does not help. */
  | { readonly kind: "refused" };

/** Connects. If Redis is down, the bot starts without it and keeps reconnecting in the background. */
export async function openRedis(url: string): Promise<RedisOpened> {
  const redis = new Redis(url, {
    lazyConnect: true,
    // A command that cannot run now fails at once: the caller decides without Redis.
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: COMMAND_TIMEOUT_MS,
    connectTimeout: CONNECT_TIMEOUT_MS,
    retryStrategy: (tries) => Math.min(50 * tries, MAX_PAUSE_MS),
    // While Redis reads its data.
    maxLoadingRetryTime: MAX_PAUSE_MS,
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
