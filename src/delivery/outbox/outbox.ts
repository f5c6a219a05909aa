import type { Api } from "grammy";
import type { Clock } from "../clock.ts";
import type { Observe } from "../delivery-event.ts";
import type { Log } from "../../logging/log.ts";
import { type RetryParts, settleOwedCall, retryOwedCall } from "./retry-owed-call.ts";
import type { FileOutbox } from "./file-outbox.ts";
import type { OutboxStore } from "./outbox-store.ts";
import type { OwedCall } from "./owed-call.ts";
import type { SharedOutbox } from "./shared-outbox.ts";
import { watchSlowCalls } from "./slow-calls.ts";

/** Calls that Telegram has not accepted yet, retried from here. */
export type Outbox = {
  /** Whether this process owes anything. */
  readonly holdsAny: () => boolean;
  /** Whether this process owes an earlier call of this lane. */
  readonly holdsLane: (lane: string) => boolean;
  /** Resolves once the call is stored. */
  readonly owe: (call: OwedCall) => Promise<void>;
  /**
   * Waits for a call in progress. A slow one becomes owed: this then resolves with `slow.answer`, and the
   * call is settled when it ends.
   */
  readonly wait: (calling: Promise<unknown>, slow: SlowCall) => Promise<unknown>;
  /** The id of a message that was sent late, by its stand-in. */
  readonly messageIdOf: (standIn: number) => Promise<number | undefined>;
  /** While it is full, no more updates are accepted: Telegram keeps them for a day. */
  readonly isFull: () => boolean;
  /** Gives up what this process owes in a lane; returns how many calls those were. */
  readonly drop: (lane: string) => number;
  /** Starts retrying, including calls left by an earlier process. After an abort, no new try starts. */
  readonly start: (signal: AbortSignal) => void;
  /** Resolves once no try is in progress; owed calls stay stored. */
  readonly stop: () => Promise<void>;
};

type SlowCall = {
  readonly owed: () => OwedCall;
  readonly answer: (call: OwedCall) => unknown;
};

export type OutboxParts = {
  readonly api: Api;
  readonly file: FileOutbox;
  /** Shared by replicas. Without it, or while it is down, everything is in the file. */
  readonly shared?: SharedOutbox | undefined;
  readonly log: Log;
  readonly observe: Observe;
  readonly clock: Clock;
  /** Called with a chat that the bot may no longer write to. */
  readonly onLostChat: (chatId: number) => void;
  readonly maxOwed?: number;
};

/** At about 3 kB each, 15 MB in memory and in the file. */
const MAX_OWED = 5000;
/** Concurrent retries. Telegram limits their rate, by telling the bot to wait. */
const MAX_IN_PROGRESS = 30;
/** How soon the end of a pause is noticed. */
const TICK_MS = 200;

type Store = Omit<OutboxStore, "add">;

export function openOutbox({
  file,
  shared,
  maxOwed = MAX_OWED,
  clock,
  ...parts
}: OutboxParts): Outbox {
  const stores: readonly Store[] = shared ? [file, shared] : [file];
  const inProgress = new Set<Promise<void>>();
  let owed = 0;
  let timer: NodeJS.Timeout | undefined;
  const stopping = new AbortController();
  const slowCalls = watchSlowCalls(clock.elapsed);
  let starting: Promise<void> | undefined;

  const messageIdOf = async (standIn: number) =>
    (await file.messageIdOf(standIn)) ?? (await shared?.messageIdOf(standIn));
  const retrying: RetryParts = { ...parts, now: clock.now, messageIdOf };

  return {
    holdsAny: file.holdsAny,
    holdsLane: file.holdsLane,
    async owe(call) {
      const isShared = !file.holdsLane(call.lane) && (await shared?.add(call)) === true;
      if (!isShared) await file.add(call);
      await count();
    },
    wait: (calling, slow) => slowCalls.wait(calling, () => oweInProgress(calling, slow)),
    messageIdOf,
    drop(lane) {
      const dropped = file.drop(lane);
      void count();
      return dropped;
    },
    isFull: () => owed >= maxOwed,
    start(signal) {
      timer = setInterval(() => {
        slowCalls.check();
        startDue();
      }, clock.timerMs(TICK_MS));
      signal.addEventListener("abort", stopRetrying, { once: true });
      if (signal.aborted) stopRetrying();
      void count();
    },
    async stop() {
      stopRetrying();
      await starting;
      await Promise.all(inProgress);
      file.close();
    },
  };

  /** The handler continues, and the call is settled like a retry. */
  async function oweInProgress(calling: Promise<unknown>, { owed: owedBy, answer }: SlowCall) {
    const call = owedBy();
    const store = await storeWith(call);
    // Another call of the lane became owed in between, so the handler has to wait for this one after all.
    if (store === undefined) return calling;
    follow(settleOwedCall(call, { store, calling }, retrying));
    await count();
    return answer(call);
  }

  async function storeWith(call: OwedCall): Promise<Store | undefined> {
    if ((await shared?.addLeased(call)) === true) return shared;
    return (await file.addLeased(call)) ? file : undefined;
  }

  function stopRetrying(): void {
    stopping.abort();
    clearInterval(timer);
  }

  function startDue(): void {
    if (stopping.signal.aborted) return;
    starting ??= leaseDue().finally(() => {
      starting = undefined;
    });
  }

  async function leaseDue(): Promise<void> {
    for (const store of stores) {
      while (!stopping.signal.aborted && inProgress.size < MAX_IN_PROGRESS) {
        const call = await store.lease();
        if (call === undefined) break;
        follow(retryOwedCall(call, store, retrying));
      }
    }
    // Other replicas owe and send as well.
    if (shared) await count();
  }

  function follow(trying: Promise<void>): void {
    const work = trying
      .then(() => {
        // The next call of its lane does not wait for the next tick.
        startDue();
        return count();
      })
      .finally(() => inProgress.delete(work));
    inProgress.add(work);
  }

  async function count(): Promise<void> {
    const all = await Promise.all(stores.map((store) => store.owed()));
    owed = all.reduce((sum, { count: some }) => sum + some, 0);
    const oldestAt = Math.min(...all.flatMap(({ oldestAt: at }) => at ?? []));
    parts.observe({ kind: "owed", count: owed, oldestAt: owed === 0 ? undefined : oldestAt });
  }
}
