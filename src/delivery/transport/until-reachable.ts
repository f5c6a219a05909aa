import { GrammyError } from "grammy";
import { toldToWaitMs } from "./call-failure.ts";
import { type Conflicts, openConflicts } from "../polling/conflicts.ts";
import { describeCallError, oddAnswerIn } from "./describe-call-error.ts";
import type { Log } from "../../logging/log.ts";
import { backoffMs, pause } from "../pause.ts";

export type PersistOptions = {
  readonly log: Log;
  readonly signal: AbortSignal;
  /** How long to wait after the n-th failure in a row, in milliseconds. */
  readonly waitMs?: (failures: number) => number;
  /** Shared by calls that follow each other; each call counts its own unless it is given. */
  readonly conflicts?: Conflicts;
  readonly rest?: typeof pause;
};

export type GivenUp = "token-refused" | "another-instance";

type Persisted<Value> =
  | { readonly kind: "value"; readonly value: Value }
  | { readonly kind: "stopped" | GivenUp };

const AWAY = "Telegram cannot be reached: trying again";
const ODD = "Telegram's answer makes no sense: asking again";

/** Calls Telegram until it answers, however long it is away; tells once that it is, and once that it is back. */
export async function persist<Value>(
  call: () => Promise<Value>,
  options: PersistOptions,
): Promise<Persisted<Value>> {
  const { log, signal, waitMs = backoffMs, conflicts = openConflicts(), rest = pause } = options;
  for (let failures = 1; ; failures += 1) {
    const outcome = await settle(call);
    if ("value" in outcome) {
      if (failures > 1) log("Telegram answers again");
      return { kind: "value", value: outcome.value };
    }
    if (signal.aborted) return { kind: "stopped" };

    const refusal = outcome.error instanceof GrammyError ? outcome.error : undefined;
    if (refusal?.error_code === 401 || refusal?.error_code === 404) {
      log("Telegram does not know this token (any more): get one from @BotFather");
      return { kind: "token-refused" };
    }
    if (refusal?.error_code === 409) {
      const conflict = conflicts.note();
      log409(conflict, log);
      if (conflict.kind === "too-many") return { kind: "another-instance" };
      await rest(waitMs(conflict.nth), signal);
    } else {
      if (failures === 1) {
        const isOdd = oddAnswerIn(outcome.error) !== undefined;
        log(isOdd ? ODD : AWAY, { error: describeCallError(outcome.error) });
      }
      await rest((refusal && toldToWaitMs(refusal)) ?? waitMs(failures), signal);
    }
    if (signal.aborted) return { kind: "stopped" };
  }
}

function log409(conflict: ReturnType<Conflicts["note"]>, log: Log): void {
  if (conflict.kind === "too-many") {
    log("another instance goes on taking this bot's updates: this one ends");
  } else if (conflict.nth === 1) {
    log("another instance takes this bot's updates: stop it, or this one");
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
