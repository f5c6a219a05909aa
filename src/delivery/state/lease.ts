import { join } from "node:path";
import type { Log } from "../../logging/log.ts";
import { acquireInstanceLock } from "../polling/instance-lock.ts";
import { openRedis } from "./redis-client.ts";

export type Lease = {
  /** Whether this process has the lease; takes or renews it. Never throws. */
  readonly hold: () => Promise<boolean>;
  /** Lets another process have it at once. */
  readonly close: () => Promise<void>;
};

export type LeaseOptions = {
  /** What only one process does. */
  readonly name: string;
  readonly stateDir: string;
  readonly redisUrl: string | undefined;
  readonly botId: string;
  /** Unique name of this process. */
  readonly holder: string;
  readonly log: Log;
};

/** A process that was killed has its lease for no longer. */
const LEASE_MS = 45_000;

/** Sets or renews a lease that is free or the caller's own. */
const HOLD = `
local holder = redis.call('GET', KEYS[1])
if holder and holder ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1`;
const RELEASE = `if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end`;

/** A task that one process has: among replicas by Redis, otherwise among those with one STATE_DIR on this machine. */
export function openLease(options: LeaseOptions): Lease {
  return options.redisUrl === undefined ? openLocalLease(options) : openSharedLease(options);
}

function openLocalLease({ name, stateDir, log }: LeaseOptions): Lease {
  let isHeld = false;
  return {
    hold: async () => (isHeld ||= await acquireInstanceLock(join(stateDir, `${name}.sock`), log)),
    close: () => Promise.resolve(),
  };
}

/** While Redis is away, whoever has the lease keeps it for as long as it would have lasted. */
function openSharedLease({ name, redisUrl = "", botId, holder }: LeaseOptions): Lease {
  const key = `{ask-the-article:${botId}}:lease:${name}`;
  const opening = openRedis(redisUrl);
  let heldUntil = 0;
  return {
    async hold() {
      const opened = await opening;
      if (opened.kind === "refused") return false;
      const askedAt = performance.now();
      try {
        const isHeld = (await opened.redis.eval(HOLD, 1, key, holder, LEASE_MS)) === 1;
        heldUntil = isHeld ? askedAt + LEASE_MS : 0;
      } catch {
        // Nobody can take it from whoever has it.
      }
      return performance.now() < heldUntil;
    },
    async close() {
      const opened = await opening;
      if (opened.kind === "refused") return;
      await opened.redis.eval(RELEASE, 1, key, holder).catch(() => undefined);
      opened.redis.disconnect();
    },
  };
}
