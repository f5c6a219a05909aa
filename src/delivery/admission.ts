/** Lets work on updates start, a few at a time. */
export type Admission = {
  /** Resolves when work on the update may start. */
  readonly admit: (request: AdmissionRequest) => Promise<void>;
  /** The update needs no more work for now: its answer is found, it waits, or it has ended. */
  readonly leave: (updateId: number) => void;
};

type AdmissionRequest = {
  readonly updateId: number;
  /** Nothing else is worked on meanwhile, because an earlier process ended while working on it. */
  readonly isAlone: boolean;
};

/** As many answers as can be found in a few milliseconds; larger batches are no faster. */
const BATCH_SIZE = 8;

/**
 * Starts a few updates per turn of the event loop, after any input that has arrived meanwhile. Finding an
 * answer blocks the process. Without batches, many answers would be sent before the first is known to have
 * arrived, and if the process were killed then, all of them would be sent again. `onBatch` runs before each
 * batch starts, so that it can record what the process is working on.
 */
export function openAdmission(onBatch: (updateIds: readonly number[]) => void): Admission {
  const waiting: (AdmissionRequest & { readonly start: () => void })[] = [];
  const working = new Set<number>();
  let alone: number | undefined;
  let isScheduled = false;

  function schedule(): void {
    if (isScheduled || waiting.length === 0) return;
    isScheduled = true;
    setImmediate(startBatch);
  }

  function startBatch(): void {
    isScheduled = false;
    const batch = waiting.splice(0, batchSize());
    // Whoever leaves tries again.
    if (batch.length === 0) return;
    for (const { updateId, isAlone } of batch) {
      working.add(updateId);
      if (isAlone) alone = updateId;
    }
    onBatch(batch.map(({ updateId }) => updateId));
    for (const { start } of batch) start();
    schedule();
  }

  function batchSize(): number {
    if (alone !== undefined) return 0;
    const firstAlone = waiting.slice(0, BATCH_SIZE).findIndex(({ isAlone }) => isAlone);
    if (firstAlone === 0) return working.size === 0 ? 1 : 0;
    return firstAlone === -1 ? BATCH_SIZE : firstAlone;
  }

  return {
    admit: (request) =>
      new Promise((resolve) => {
        waiting.push({ ...request, start: resolve });
        schedule();
      }),
    leave(updateId) {
      working.delete(updateId);
      if (alone === updateId) alone = undefined;
      schedule();
    },
  };
}
