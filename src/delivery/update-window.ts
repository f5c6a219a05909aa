import type { Update } from "grammy/types";
import type { Handled } from "./handle-update.ts";
import { pause } from "./pause.ts";

type Deliver = (update: Update) => Promise<Handled>;

/** The updates that were fetched and are not acknowledged yet: a hundred at most, as Telegram gives no more. */
export type UpdateWindow = {
  /** Begins with those that are new; what is fetched again is known. */
  readonly take: (updates: readonly Update[], deliver: Deliver) => void;
  /** Acknowledges exactly what is done: everything before the first update that is not. */
  readonly offset: () => number | undefined;
  readonly isAtRest: () => boolean;
  /** Resolves when nothing is under way any more, or after this time. */
  readonly settled: (patienceMs: number) => Promise<void>;
  readonly finished: () => Promise<void>;
};

export function openWindow(): UpdateWindow {
  const taken = new Map<number, "under way" | Handled>();
  const underWay = new Set<Promise<void>>();
  let next: number | undefined;

  async function begin(update: Update, deliver: Deliver): Promise<void> {
    taken.set(update.update_id, "under way");
    taken.set(update.update_id, await deliver(update));
  }
  const finished = async () => void (await Promise.all(underWay));

  return {
    take(updates, deliver) {
      // After an empty batch all is acknowledged, and after a quiet week the next id may be a lower one.
      if (updates.length === 0) next = undefined;
      for (const update of updates) {
        const known = taken.get(update.update_id) ?? "left";
        if (known !== "left") continue;
        const handling = begin(update, deliver).finally(() => underWay.delete(handling));
        underWay.add(handling);
      }
    },
    offset() {
      for (const [id, state] of taken) {
        if (state !== "done") return id;
        taken.delete(id);
        next = id + 1;
      }
      return next;
    },
    isAtRest: () => underWay.size === 0,
    async settled(patienceMs) {
      const isOver = new AbortController();
      await Promise.race([finished(), pause(patienceMs, isOver.signal)]);
      isOver.abort();
    },
    finished,
  };
}
