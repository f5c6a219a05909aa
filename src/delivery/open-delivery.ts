import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { Bot } from "grammy";
import { openAdmission } from "./admission.ts";
import { openDatabaseWait } from "./await-database.ts";
import type { Clock } from "./clock.ts";
import type { DeliverOptions } from "./deliver-update.ts";
import type { Observe } from "./delivery-event.ts";
import { openFileOutbox } from "./outbox/file-outbox.ts";
import { openOutbox } from "./outbox/outbox.ts";
import { openSharedOutbox } from "./outbox/shared-outbox.ts";
import { openBreaker } from "./state/breaker.ts";
import { openDeliveryState } from "./state/delivery-state.ts";
import { openProcessedUpdates, type ProcessedUpdates } from "./state/processed-updates.ts";
import { createRateLimiter } from "./state/rate-limiter.ts";
import { openSharedState, type Replica, type SharedStore } from "./state/shared-store.ts";

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
  /** What replicas share. */
  readonly shared: SharedStore | undefined;
  /** See `RunOptions`. */
  readonly isAnswering?: () => boolean;
};

/** Opens everything that delivery needs: processed updates, rate limits and the outbox, on disk and in what replicas share. */
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
    shared,
    isAnswering,
  }: DeliveryParts,
): Omit<DeliverOptions, "isRateLimited"> & Pick<ProcessedUpdates, "updateIds"> {
  const onDegraded = trackDegradedParts(observe);
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
  const sharing =
    shared &&
    shareIn(shared, {
      replica: { botId: bot.botInfo.id, holder: webhook ? randomUUID() : POLLING_HOLDER },
      onDegraded: onDegraded(shared.part, shared.part),
      log,
      clock,
    });
  const state = openDeliveryState({
    processed,
    rateLimiter: createRateLimiter(clock.elapsed),
    shared: sharing?.state,
  });
  const outbox = openOutbox({
    api: bot.api,
    file,
    shared: sharing?.outbox,
    log,
    observe,
    clock,
    onLostChat: memory.forget,
  });
  const admission = openAdmission(state.start, isAnswering);
  const awaitDatabase = openDatabaseWait({
    log,
    signal,
    now: clock.now,
    timerMs: clock.timerMs,
    holdMs: webhook ? WEBHOOK_HOLD_MS : Infinity,
  });
  const { updateIds } = processed;
  return {
    updateIds,
    bot,
    state,
    outbox,
    onStartByPayload,
    memory,
    admission,
    awaitDatabase,
    now: clock.now,
    log,
    signal,
  };
}

/** Telegram opens some connections, and each update that is held up keeps one from others. */
const WEBHOOK_HOLD_MS = 5000;

/** Only one process polls. If it is killed, its successor takes over its claims. */
const POLLING_HOLDER = "the one that polls";

type Sharing = Pick<DeliveryParts, "log" | "clock"> & {
  readonly replica: Replica;
  readonly onDegraded: (isDegraded: boolean) => void;
};

/** State and owed answers share one breaker: where one cannot be asked, neither can the other. */
function shareIn(store: SharedStore, { replica, onDegraded, log, clock }: Sharing) {
  const ask = openBreaker({ store, log, now: clock.elapsed, onChange: onDegraded });
  const commands = store.outbox(replica.botId);
  return {
    state: openSharedState(store.state(replica), ask),
    outbox: openSharedOutbox({ commands, ask, now: clock.now }),
  };
}

/** The disk counts as restored once all of its files can be written. */
function trackDegradedParts(observe: Observe) {
  const degraded = {
    disk: new Set<string>(),
    redis: new Set<string>(),
    replicas: new Set<string>(),
  };
  return (part: keyof typeof degraded, what: string) => (isDegraded: boolean) => {
    if (isDegraded) degraded[part].add(what);
    else degraded[part].delete(what);
    observe({ kind: "degraded", part, isDegraded: degraded[part].size > 0 });
  };
}
