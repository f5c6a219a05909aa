import { GrammyError } from "grammy";
import { backoffMs, pause } from "../pause.ts";
import type { Log } from "../../logging/log.ts";
import { retryAfterMs } from "./call-failure.ts";
import { describeCallError, malformedResponseIn } from "./describe-call-error.ts";

export type RetryOptions = {
  readonly log: Log;
  readonly signal: AbortSignal;
  /** How long to wait after the n-th failure in a row, in milliseconds. */
  readonly waitMs?: (failures: number) => number;
  /** Shared by consecutive calls; by default each call counts its own. */
  readonly conflicts?: ConflictCount;
  readonly rest?: typeof pause;
};

/** Why there is no point in calling again. */
export type FatalRefusal = "token-refused" | "another-instance";

type Reached<Value> =
  | { readonly kind: "value"; readonly value: Value }
  | { readonly kind: "stopped" | FatalRefusal };

const UNREACHABLE = "Telegram cannot be reached: trying again";
const MALFORMED = "Telegram's answer makes no sense: asking again";

/** Calls Telegram until it answers, however long it is away. Logs the outage and the recovery once each. */
export async function untilReachable<Value>(
  call: () => Promise<Value>,
  options: RetryOptions,
): Promise<Reached<Value>> {
  const { log, signal, waitMs = backoffMs, conflicts = countConflicts(), rest = pause } = options;
  for (let failures = 1; ; failures += 1) {
    const outcome = await settle(call);
    if ("value" in outcome) {
      if (failures > 1) log("Telegram answers again");
      return { kind: "value", value: outcome.value };
    }
    if (signal.aborted) return { kind: "stopped" };

    const refusal = outcome.error instanceof GrammyError ? outcome.error : undefined;
    if (refusal?.error_code === 401 || refusal?.error_code === 404) {
      log("Telegram rejects this token: get a new one from @BotFather");
      return { kind: "token-refused" };
    }
    if (refusal?.error_code === 409) {
      const conflict = conflicts.add();
      logConflict(conflict, log);
      if (conflict.kind === "too-many") return { kind: "another-instance" };
      await rest(waitMs(conflict.nth), signal);
    } else {
      if (failures === 1) {
        const isMalformed = malformedResponseIn(outcome.error) !== undefined;
        log(isMalformed ? MALFORMED : UNREACHABLE, { error: describeCallError(outcome.error) });
      }
      await rest((refusal && retryAfterMs(refusal)) ?? waitMs(failures), signal);
    }
    if (signal.aborted) return { kind: "stopped" };
  }
}

async function settle<Value>(
  call: () => Promise<Value>,
): Promise<{ readonly value: Value } | { readonly error: unknown }> {
  try {
    return { value: await call() };
  } catch (error) {
    return { error };
  }
}

/** Counts Telegram's 409: another instance polls with the same token. */
export type ConflictCount = { readonly add: () => Conflict };

type Conflict =
  /** The n-th of this series; waits grow with it. */
  { readonly kind: "tolerated"; readonly nth: number } | { readonly kind: "too-many" };

/**
 * With waits that double up to half a minute this takes three minutes, and twice as long if the two
 * instances alternate: enough for a deployment that starts the new process before it stops the old one.
 */
const MAX_TOLERATED = 11;
/** Longer than a poll plus the longest wait, so that two competing instances never look calm. */
const CALM_AFTER_MS = 2 * 60_000;

/** Successful polls in between do not end a series: two competing instances each get some updates. */
export function countConflicts(now: () => number = () => performance.now()): ConflictCount {
  let count = 0;
  let last = Number.NEGATIVE_INFINITY;
  return {
    add() {
      if (now() - last > CALM_AFTER_MS) count = 0;
      last = now();
      count += 1;
      return count > MAX_TOLERATED ? { kind: "too-many" } : { kind: "tolerated", nth: count };
    },
  };
}

function logConflict(conflict: Conflict, log: Log): void {
  if (conflict.kind === "too-many") {
    log("another instance keeps taking this bot's updates: this one stops");
  } else if (conflict.nth === 1) {
    log("another instance is taking this bot's updates: stop it, or this one");
  }
}
