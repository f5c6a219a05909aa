import type { Update } from "grammy/types";
import type { UpdateOutcome } from "../run-handler.ts";

type Deliver = (update: Update) => Promise<UpdateOutcome>;

/** Updates fetched and not yet acknowledged: a hundred at most, Telegram's limit. */
export type UpdateWindow = {
  /** Starts delivering the new updates and returns how many there are. Skips those already in the window. */
  readonly add: (updates: readonly Update[], deliver: Deliver) => number;
  /** Acknowledges exactly what is done: everything before the first update that is not. */
  readonly offset: () => number | undefined;
  readonly inProgress: () => number;
  /** Resolves once at most `max` are in progress, or after `timeoutMs` if given. */
  readonly settled: (max: number, timeoutMs?: number) => Promise<void>;
};

export function openUpdateWindow(): UpdateWindow {
  const outcomes = new Map<number, "in progress" | UpdateOutcome>();
  let inProgress = 0;
  let next: number | undefined;
  let onProgress: (() => void) | undefined;

  async function start(update: Update, deliver: Deliver): Promise<void> {
    outcomes.set(update.update_id, "in progress");
    inProgress += 1;
    outcomes.set(update.update_id, await deliver(update));
    inProgress -= 1;
    onProgress?.();
  }

  return {
    add(updates, deliver) {
      // After an empty batch, everything is acknowledged. After a quiet week, the next id may be lower.
      if (updates.length === 0) next = undefined;
      let fresh = 0;
      for (const update of updates) {
        const known = outcomes.get(update.update_id) ?? "left";
        if (known !== "left") continue;
        fresh += 1;
        // Delivering never throws, and `inProgress` counts it.
        void start(update, deliver);
      }
      return fresh;
    },
    offset() {
      for (const [id, outcome] of outcomes) {
        if (outcome !== "done") return id;
        outcomes.delete(id);
        next = id + 1;
      }
      return next;
    },
    inProgress: () => inProgress,
    settled: (max, timeoutMs) =>
      new Promise((resolve) => {
        const timer = timeoutMs === undefined ? undefined : setTimeout(resolve, timeoutMs);
        onProgress = () => {
          if (inProgress > max) return;
          clearTimeout(timer);
          resolve();
        };
        onProgress();
      }),
  };
}
