/** Resolves when work on the update may start. */
export type Admit = (request: AdmissionRequest) => Promise<void>;

type AdmissionRequest = {
  readonly updateId: number;
  /** Gets a batch to itself, because an earlier process ended while working on it. */
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
export function openAdmission(onBatch: (updateIds: readonly number[]) => void): Admit {
  const waiting: (AdmissionRequest & { readonly start: () => void })[] = [];

  function startBatch(): void {
    const batch = waiting.splice(0, batchSize());
    onBatch(batch.map(({ updateId }) => updateId));
    for (const { start } of batch) start();
    if (waiting.length > 0) setImmediate(startBatch);
  }

  function batchSize(): number {
    const firstAlone = waiting.slice(0, BATCH_SIZE).findIndex(({ isAlone }) => isAlone);
    return firstAlone === -1 ? BATCH_SIZE : Math.max(1, firstAlone);
  }
  return (request) =>
    new Promise((resolve) => {
      waiting.push({ ...request, start: resolve });
      if (waiting.length === 1) setImmediate(startBatch);
    });
}
