import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { Api, Bot } from "grammy";
import type { Redis } from "ioredis";
import type { ChatMemory } from "../telegram/chat-memory.ts";
import { ALLOWED_UPDATES } from "../telegram/create-bot.ts";
import { publishProfile } from "../telegram/profile.ts";
import { parseBot } from "./transport/response-schemas.ts";
import { installApiPolicy } from "./transport/api-policy.ts";
import { callFailureOf } from "./transport/call-failure.ts";
import { connectionLimit } from "./transport/http-client.ts";
import type { DeliverOptions } from "./deliver-update.ts";
import type { Observe } from "./delivery-event.ts";
import { describeCallError } from "./transport/describe-call-error.ts";
import { openProcessedUpdates } from "./state/processed-updates.ts";
import { grammySignal } from "./transport/grammy-signal.ts";
import type { Log } from "../logging/log.ts";
import { isOnlyInstance } from "./polling/only-instance.ts";
import { openFileOutbox } from "./outbox/outbox-in-file.ts";
import { openRedisOutbox } from "./outbox/outbox-in-redis.ts";
import { openOutbox } from "./outbox/outbox.ts";
import { createRateLimiter } from "./state/rate-limiter.ts";
import { untilReachable } from "./transport/until-reachable.ts";
import { pollUpdates } from "./polling/polling.ts";
import { openRedisBreaker } from "./state/redis-breaker.ts";
import { openRedis } from "./state/redis-client.ts";
import { openRedisState } from "./state/redis-state.ts";
import { openDeliveryState } from "./state/delivery-state.ts";
import { openTurns } from "./polling/turns.ts";
import { serveWebhook, type WebhookAddress } from "./webhook/webhook.ts";

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
  const { log, signal, redisUrl, observe = () => {} } = options;
  const onStarts = new WeakMap<object, () => void>();
  const onStart = (payload: object) => onStarts.get(payload)?.();
  installApiPolicy(bot.api, { log, observe, onStart, maxConnections: connectionLimit() });

  // grammY's own `init` would retry out of sight.
  const me = await untilReachable(
    () => bot.api.getMe(grammySignal(signal)).then(parseBot),
    options,
  );
  if (me.kind !== "value") return me.kind;
  bot.botInfo = me.value;
  const shared = redisUrl === undefined ? undefined : await openRedis(redisUrl);
  if (shared?.kind === "refused") {
    log("Redis refuses the bot: put the password right in REDIS_URL");
    return "redis-refused";
  }

  // Not awaited: readers' questions come first.
  void publishInTime(bot.api, options);
  try {
    return await takeUpdates(bot, { ...options, observe, onStarts }, shared?.redis);
  } finally {
    shared?.redis.disconnect();
  }
}

/** Until Telegram has taken commands and descriptions; it may be away, or tell to wait. */
async function publishInTime(api: Api, options: RunOptions): Promise<void> {
  const publish = () =>
    publishProfile(api, options.admins).catch((error: unknown) => {
      if (callFailureOf(error)?.kind !== "refused") throw error;
      options.log("commands were not published", { error: describeCallError(error) });
    });
  // That Telegram is away is told where updates are taken.
  await untilReachable(publish, { ...options, log: () => {} });
}

type TakingOptions = RunOptions &
  Required<Pick<RunOptions, "observe">> &
  Pick<DeliverOptions, "onStarts">;

async function takeUpdates(
  bot: Bot,
  { log, signal, stateDir, memory, webhook, observe, onStarts }: TakingOptions,
  redis: Redis | undefined,
): Promise<TakingEnd> {
  // Ids of updates are each bot's own; and two that listen on this machine write a file each.
  const place = [bot.botInfo.id, webhook?.port].filter((part) => part !== undefined).join("-");
  const botId = bot.botInfo.id;
  // Before the files are read: until it ends, another process goes on writing them.
  if (!webhook && !(await isOnlyInstance(join(stateDir, `polling-${place}.sock`), log))) {
    log("this bot is running on this machine already: stop it first");
    return "another-instance";
  }
  const onDegraded = watchParts(observe);
  const inRedis = redis && {
    redis,
    ifThere: openRedisBreaker(log, now, onDegraded("redis", "redis")),
    botId,
    now: wallClock,
    // Only one process polls, so it takes over at once what it had claimed before it was killed.
    holder: webhook ? randomUUID() : "the one that polls",
  };
  const state = openDeliveryState({
    processed: openProcessedUpdates(
      join(stateDir, `done-updates-${place}.txt`),
      log,
      onDegraded("disk", "processed updates"),
    ),
    rateLimiter: createRateLimiter(now),
    shared: inRedis && openRedisState(inRedis),
  });
  const outbox = openOutbox({
    api: bot.api,
    file: openFileOutbox({
      file: join(stateDir, `owed-answers-${place}.jsonl`),
      log,
      onDegraded: onDegraded("disk", "owed answers"),
      now: wallClock,
    }),
    shared: inRedis && openRedisOutbox(inRedis),
    log,
    observe,
    now: wallClock,
    onLostChat: memory.forget,
  });
  const delivery = {
    bot,
    state,
    outbox,
    onStarts,
    memory,
    takeTurn: openTurns(state.start),
    now: wallClock,
    log,
    signal,
    allowedUpdates: ALLOWED_UPDATES,
  };
  if (webhook) {
    return serveWebhook({ ...delivery, webhook, file: join(stateDir, `webhook-${place}.txt`) });
  }
  return pollUpdates(delivery);
}

/** The disk is back when each of its files is. */
function watchParts(observe: Observe) {
  const away = { disk: new Set<string>(), redis: new Set<string>() };
  return (part: "disk" | "redis", what: string) => (isDegraded: boolean) => {
    if (isDegraded) away[part].add(what);
    else away[part].delete(what);
    observe({ kind: "degraded", part, isDegraded: away[part].size > 0 });
  };
}

/** Never goes back, whatever is done to the clock on the wall. */
function now(): number {
  return performance.now();
}

/** Unix time in milliseconds that does not jump while the process runs. */
function wallClock(): number {
  return performance.timeOrigin + performance.now();
}
