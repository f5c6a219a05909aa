import type { Api } from "grammy";
import type { Observe } from "../delivery-event.ts";
import type { Log } from "../../logging/log.ts";
import { type RetryParts, settleOwedCall, retryOwedCall } from "./retry-owed-call.ts";
import type { FileOutbox } from "./file-outbox.ts";
import type { RedisOutbox } from "./redis-outbox.ts";
import type { OutboxStore } from "./outbox-store.ts";
import type { OwedCall } from "./owed-call.ts";
import { watchSlowCalls } from "./slow-calls.ts";

/** What Telegram has not taken yet; it is sent from here in the end. */
export type Outbox = {
  /** Whether this process owes anything. */
  readonly holdsAny: () => boolean;
  /** Whether a call of this lane has to wait for one that is owed by this process. */
  readonly holdsLane: (lane: string) => boolean;
  /** Returns when the call is written down. */
  readonly owe: (call: OwedCall) => Promise<void>;
  /**
   * Waits for a call that is being made. One that takes long is owed meanwhile: then this resolves with
   * `instead`, and the call is settled when it ends.
   */
  readonly wait: (making: Promise<unknown>, slow: SlowCall) => Promise<unknown>;
  /** The id of a message that was sent late, by what stood for it. */
  readonly messageIdOf: (standIn: number) => Promise<number | undefined>;
  /** Then no more updates are taken: Telegram keeps them for a day. */
  readonly isFull: () => boolean;
  /** Sends what is owed, also what an earlier process has left; once the signal is aborted no try is begun. */
  readonly start: (signal: AbortSignal) => void;
  /** Resolves when no try is under way; what is owed stays written down. */
  readonly stop: () => Promise<void>;
};

type SlowCall = {
  readonly owed: () => OwedCall;
  readonly answer: (call: OwedCall) => unknown;
};

export type OutboxParts = {
  readonly api: Api;
  readonly file: FileOutbox;
  /** What replicas share; without it, or while it is away, the file has all. */
  readonly shared?: RedisOutbox | undefined;
  readonly log: Log;
  readonly observe: Observe;
  /** Unix time in milliseconds. */
  readonly now: () => number;
  /** Told of a chat that the bot may no longer write to. */
  readonly onLostChat: (chatId: number) => void;
  readonly most?: number;
};

/** At about 3 kB each, 15 MB in memory and in the file. */
const MOST_OWED = 5000;
/** Late tries at once. How many a second that makes depends on Telegram, which says to wait if it is too much. */
const MOST_UNDER_WAY = 30;
/** How soon it is seen that a pause is over. */
const TICK_MS = 200;

type Store = Omit<OutboxStore, "add">;

export function openOutbox({ file, shared, most = MOST_OWED, ...parts }: OutboxParts): Outbox {
  const stores: readonly Store[] = shared ? [file, shared] : [file];
  const underWay = new Set<Promise<void>>();
  let owed = 0;
  let timer: NodeJS.Timeout | undefined;
  const resting = new AbortController();
  const slowCalls = watchSlowCalls();
  let looking: Promise<void> | undefined;

  const messageIdOf = async (standIn: number) =>
    (await file.messageIdOf(standIn)) ?? (await shared?.messageIdOf(standIn));
  const lateTry: RetryParts = { ...parts, messageIdOf };

  return {
    holdsAny: file.holdsAny,
    holdsLane: file.holdsLane,
    async owe(call) {
      const isShared = !file.holdsLane(call.lane) && (await shared?.add(call)) === true;
      if (!isShared) await file.add(call);
      await count();
    },
    wait: (making, slow) => slowCalls.wait(making, () => oweUnderWay(making, slow)),
    messageIdOf,
    isFull: () => owed >= most,
    start(signal) {
      timer = setInterval(() => {
        slowCalls.look();
        look();
      }, TICK_MS);
      signal.addEventListener("abort", rest, { once: true });
      if (signal.aborted) rest();
      void count();
    },
    async stop() {
      rest();
      await looking;
      await Promise.all(underWay);
      file.close();
    },
  };

  /** The handler goes on, while the call is settled as a late try is. */
  async function oweUnderWay(making: Promise<unknown>, { owed: owedBy, answer }: SlowCall) {
    const call = owedBy();
    const store = await storeWith(call);
    // Something is owed before it that came in between: it has to be waited for after all.
    if (store === undefined) return making;
    follow(settleOwedCall(call, { store, making }, lateTry));
    await count();
    return answer(call);
  }

  async function storeWith(call: OwedCall): Promise<Store | undefined> {
    if ((await shared?.addTaken(call)) === true) return shared;
    return (await file.addTaken(call)) ? file : undefined;
  }

  function rest(): void {
    resting.abort();
    clearInterval(timer);
  }

  function look(): void {
    if (resting.signal.aborted) return;
    looking ??= beginDue().finally(() => {
      looking = undefined;
    });
  }

  async function beginDue(): Promise<void> {
    for (const store of stores) {
      while (!resting.signal.aborted && underWay.size < MOST_UNDER_WAY) {
        const call = await store.take();
        if (call === undefined) break;
        follow(retryOwedCall(call, store, lateTry));
      }
    }
    // Other replicas owe and send as well.
    if (shared) await count();
  }

  function follow(trying: Promise<void>): void {
    const work = trying
      .then(() => {
        // The next one of its lane need not wait for the next tick.
        look();
        return count();
      })
      .finally(() => underWay.delete(work));
    underWay.add(work);
  }

  async function count(): Promise<void> {
    const all = await Promise.all(stores.map((store) => store.owed()));
    owed = all.reduce((sum, { count: some }) => sum + some, 0);
    const oldestAt = Math.min(...all.flatMap(({ oldestAt: at }) => at ?? []));
    parts.observe({ kind: "owed", count: owed, oldestAt: owed === 0 ? undefined : oldestAt });
  }
}
