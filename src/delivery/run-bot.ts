import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { Bot } from "grammy";
import type { Redis } from "ioredis";
import type { ChatMemory } from "../telegram/chat-memory.ts";
import { ALLOWED_UPDATES } from "../telegram/create-bot.ts";
import { publishProfile } from "../telegram/profile.ts";
import { installApiPolicy } from "./api-policy.ts";
import type { Observe } from "./delivery-event.ts";
import { describeError } from "./describe-error.ts";
import { openDoneUpdates } from "./done-updates.ts";
import { grammySignal } from "./grammy-signal.ts";
import type { Log } from "./log.ts";
import { isOnlyInstance } from "./only-instance.ts";
import { keepPace } from "./pace.ts";
import { persist } from "./persist.ts";
import { pollUpdates } from "./polling.ts";
import { openBreaker } from "./redis-breaker.ts";
import { openRedis } from "./redis-client.ts";
import { shareInRedis } from "./state-in-redis.ts";
import { openState } from "./state.ts";
import { openTurns } from "./turns.ts";
import { serveWebhook, type WebhookAddress } from "./webhook.ts";

export type RunOptions = {
  readonly log: Log;
  /** Aborted, the bot ends once the updates under way are answered. */
  readonly signal: AbortSignal;
  readonly stateDir: string;
  /** The memory that the bot was created with. */
  readonly memory: ChatMemory;
  /** How Telegram posts updates to us; without it they are fetched. */
  readonly webhook?: WebhookAddress | undefined;
  /** What replicas share; without it this process is the only one. */
  readonly redisUrl?: string | undefined;
  readonly observe?: Observe;
  /** Those who run the bot, and have commands of their own. */
  readonly admins?: readonly number[];
};

type TakingEnd = Awaited<ReturnType<typeof pollUpdates | typeof serveWebhook>>;

/** Runs the bot until it is told to stop, or Telegram refuses it for good. */
export async function runBot(bot: Bot, options: RunOptions): Promise<TakingEnd | "redis-refused"> {
  const { log, signal, redisUrl } = options;
  installApiPolicy(bot.api, log);

  // grammY's own `init` would retry out of sight.
  const me = await persist(() => bot.api.getMe(grammySignal(signal)), options);
  if (me.kind !== "value") return me.kind;
  bot.botInfo = me.value;
  const shared = redisUrl === undefined ? undefined : await openRedis(redisUrl);
  if (shared?.kind === "refused") {
    log("Redis refuses the bot: put the password right in REDIS_URL");
    return "redis-refused";
  }

  // Not awaited: readers' questions come first.
  void publishProfile(bot.api, options.admins).catch((error: unknown) => {
    if (!signal.aborted) log("commands were not published", { error: describeError(error) });
  });
  try {
    return await takeUpdates(bot, options, shared?.redis);
  } finally {
    shared?.redis.disconnect();
  }
}

async function takeUpdates(
  bot: Bot,
  { log, signal, stateDir, memory, webhook, observe = () => {} }: RunOptions,
  redis: Redis | undefined,
): Promise<TakingEnd> {
  // Ids of updates are each bot's own; and two that listen on this machine write a file each.
  const place = [bot.botInfo.id, webhook?.port].filter((part) => part !== undefined).join("-");
  const state = openState({
    done: openDoneUpdates(join(stateDir, `done-updates-${place}.txt`), log, () =>
      observe({ kind: "degraded", part: "disk", isDegraded: true }),
    ),
    pace: keepPace(now),
    shared:
      redis &&
      shareInRedis({
        redis,
        ifThere: openBreaker(log, now, (isDegraded) =>
          observe({ kind: "degraded", part: "redis", isDegraded }),
        ),
        botId: bot.botInfo.id,
        // Only one process polls, so it takes over at once what it had claimed before it was killed.
        holder: webhook ? randomUUID() : "the one that polls",
      }),
  });
  const takeTurn = openTurns();
  const delivery = { bot, state, memory, takeTurn, log, signal, allowedUpdates: ALLOWED_UPDATES };
  if (webhook) {
    return serveWebhook({ ...delivery, webhook, file: join(stateDir, `webhook-${place}.txt`) });
  }
  if (await isOnlyInstance(join(stateDir, `polling-${place}.sock`))) return pollUpdates(delivery);
  log("this bot is running on this machine already: stop it first");
  return "another-instance";
}

/** Never goes back, whatever is done to the clock on the wall. */
function now(): number {
  return performance.now();
}
