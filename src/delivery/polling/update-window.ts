import type { Update } from "grammy/types";
import type { Handled } from "../handle-update.ts";

type Deliver = (update: Update) => Promise<Handled>;

/** The updates that were fetched and are not acknowledged yet: a hundred at most, as Telegram gives no more. */
export type UpdateWindow = {
  /** Begins with those that are new, and gives their number; what is fetched again is known. */
  readonly take: (updates: readonly Update[], deliver: Deliver) => number;
  /** Acknowledges exactly what is done: everything before the first update that is not. */
  readonly offset: () => number | undefined;
  readonly underWay: () => number;
  /** Resolves when no more than `most` are under way, or after `patienceMs` if that is given. */
  readonly settled: (most: number, patienceMs?: number) => Promise<void>;
};

export function openWindow(): UpdateWindow {
  const taken = new Map<number, "under way" | Handled>();
  let underWay = 0;
  let next: number | undefined;
  let tellWaiting: (() => void) | undefined;

  async function begin(update: Update, deliver: Deliver): Promise<void> {
    taken.set(update.update_id, "under way");
    underWay += 1;
    taken.set(update.update_id, await deliver(update));
    underWay -= 1;
    tellWaiting?.();
  }

  return {
    take(updates, deliver) {
      // After an empty batch all is acknowledged, and after a quiet week the next id may be a lower one.
      if (updates.length === 0) next = undefined;
      let fresh = 0;
      for (const update of updates) {
        const known = taken.get(update.update_id) ?? "left";
        if (known !== "left") continue;
        fresh += 1;
        // Delivering never throws; how many are under way is counted.
        void begin(update, deliver);
      }
      return fresh;
    },
    offset() {
      for (const [id, state] of taken) {
        if (state !== "done") return id;
        taken.delete(id);
        next = id + 1;
      }
      return next;
    },
    underWay: () => underWay,
    settled: (most, patienceMs) =>
      new Promise((resolve) => {
        const timer = patienceMs === undefined ? undefined : setTimeout(resolve, patienceMs);
        tellWaiting = () => {
          if (underWay > most) return;
          clearTimeout(timer);
          resolve();
        };
        tellWaiting();
      }),
  };
}
