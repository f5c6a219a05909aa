import { GrammyError } from "grammy";
import { describeError } from "./describe-error.ts";
import type { Log } from "./log.ts";
import { backoffMs, pause } from "./pause.ts";

export type PersistOptions = {
  readonly log: Log;
  readonly signal: AbortSignal;
  /** How long to wait after the n-th failure in a row, in milliseconds. */
  readonly waitMs?: (failures: number) => number;
};

export type GivenUp = "token-refused" | "another-instance";

type Persisted<Value> =
  | { readonly kind: "value"; readonly value: Value }
  | { readonly kind: "stopped" | GivenUp };

/** The poll of a killed process is held open for half a minute; after these waits it is another one. */
const CONFLICTS_BORNE = 7;

/** Calls Telegram until it answers, however long it is away; tells once that it is, and once that it is back. */
export async function persist<Value>(
  call: () => Promise<Value>,
  { log, signal, waitMs = backoffMs }: PersistOptions,
): Promise<Persisted<Value>> {
  let conflicts = 0;
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
      conflicts += 1;
      if (conflicts === 1) log("another instance takes this bot's updates: stop it, or this one");
      if (conflicts > CONFLICTS_BORNE) return { kind: "another-instance" };
    } else if (failures === 1) {
      log("Telegram cannot be reached: trying again", { error: describeError(outcome.error) });
    }
    const toldSeconds = refusal?.parameters.retry_after;
    await pause(toldSeconds === undefined ? waitMs(failures) : toldSeconds * 1000, signal);
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
