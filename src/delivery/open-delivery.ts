import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { Bot } from "grammy";
import type { Redis } from "ioredis";
import { openAdmission } from "./admission.ts";
import type { Clock } from "./clock.ts";
import type { DeliverOptions } from "./deliver-update.ts";
import type { Observe } from "./delivery-event.ts";
import { openFileOutbox } from "./outbox/file-outbox.ts";
import { openOutbox } from "./outbox/outbox.ts";
import { openRedisOutbox } from "./outbox/redis-outbox.ts";
import { openDeliveryState } from "./state/delivery-state.ts";
import { openProcessedUpdates, type ProcessedUpdates } from "./state/processed-updates.ts";
import { createRateLimiter } from "./state/rate-limiter.ts";
import { openRedisBreaker } from "./state/redis-breaker.ts";
import { openRedisState } from "./state/redis-state.ts";

export type DeliveryParts = Pick<
  DeliverOptions,
  "log" | "signal" | "memory" | "onStartByPayload"
> & {
  readonly observe: Observe;
  readonly clock: Clock;
  readonly stateDir: string;
  /** Distinguishes this bot's files in `stateDir` from those of others. */
  readonly name: string;
  readonly webhook?: object | undefined;
  readonly redis: Redis | undefined;
};

/** Opens everything that delivery needs: processed updates, rate limits and the outbox, on disk and in Redis. */
export function openDelivery(
  bot: Bot,
  {
    log,
    signal,
    memory,
    onStartByPayload,
    observe,
    clock,
    stateDir,
    name,
    webhook,
    redis,
  }: DeliveryParts,
): Omit<DeliverOptions, "isRateLimited"> & Pick<ProcessedUpdates, "updateIds"> {
  const onDegraded = trackDegradedParts(observe);
  const inRedis = redis && {
    redis,
    tryRedis: openRedisBreaker(log, clock.elapsed, onDegraded("redis", "redis")),
    botId: bot.botInfo.id,
    now: clock.now,
    // Only one process polls. If it is killed, its successor takes over its claims.
    holder: webhook ? randomUUID() : "the one that polls",
  };
  // Both are read before anything else happens: a file of a newer version ends the start here.
  const processed = openProcessedUpdates(
    join(stateDir, `done-updates-${name}.txt`),
    log,
    onDegraded("disk", "processed updates"),
    clock.timerMs,
  );
  const file = openFileOutbox({
    file: join(stateDir, `owed-answers-${name}.jsonl`),
    log,
    onDegraded: onDegraded("disk", "owed answers"),
    timerMs: clock.timerMs,
    now: clock.now,
  });
  const state = openDeliveryState({
    processed,
    rateLimiter: createRateLimiter(clock.elapsed),
    shared: inRedis && openRedisState(inRedis),
  });
  const outbox = openOutbox({
    api: bot.api,
    file,
    shared: inRedis && openRedisOutbox(inRedis),
    log,
    observe,
    clock,
    onLostChat: memory.forget,
  });
  const admit = openAdmission(state.start);
  const { updateIds } = processed;
  return {
    updateIds,
    bot,
    state,
    outbox,
    onStartByPayload,
    memory,
    admit,
    now: clock.now,
    log,
    signal,
  };
}

/** The disk counts as restored once all of its files can be written. */
function trackDegradedParts(observe: Observe) {
  const degraded = { disk: new Set<string>(), redis: new Set<string>() };
  return (part: "disk" | "redis", what: string) => (isDegraded: boolean) => {
    if (isDegraded) degraded[part].add(what);
    else degraded[part].delete(what);
    observe({ kind: "degraded", part, isDegraded: degraded[part].size > 0 });
  };
}
