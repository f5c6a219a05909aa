/** Lets work on updates start, a few at a time. */
export type UpdateAdmission = {
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

/** More are no faster. */
const MOST_IN_TURN = 8;
/** From large collections, an answer takes longer than this; from one article, a fraction of it. */
const TURN_MS = 8;

/** Callbacks that run one after another in a turn of the event loop. */
type Turn = { callbacks: number; endsAt: number | undefined };

/**
 * Starts a few updates per turn of the event loop, after any input that has arrived meanwhile. Finding an
 * answer blocks the process. If all started at once, many answers would be sent before the first is known to have
 * arrived, and if the process were killed then, all of them would be sent again. Each starts in a callback of its own, so
 * that the answer to the one before is found by then, as far as it is found without waiting; `onStart` runs before it, so
 * that it can record what the process is working on.
 */
export function openAdmission(onStart: (updateId: number) => void): UpdateAdmission {
  const waiting: (AdmissionRequest & { readonly start: () => void })[] = [];
  const working = new Set<number>();
  let alone: number | undefined;
  let coming: Turn | undefined;

  function schedule(): void {
    if (!mayNextStart()) return;
    const turn = (coming ??= { callbacks: 0, endsAt: undefined });
    while (turn.callbacks < Math.min(waiting.length, MOST_IN_TURN)) {
      turn.callbacks += 1;
      setImmediate(() => startNext(turn));
    }
  }

  function startNext(turn: Turn): void {
    if (coming === turn) coming = undefined;
    turn.endsAt ??= performance.now() + TURN_MS;
    if (mayNextStart() && performance.now() < turn.endsAt) start();
    turn.callbacks -= 1;
    if (turn.callbacks === 0) schedule();
  }

  function start(): void {
    const next = waiting.shift();
    if (!next) return;
    working.add(next.updateId);
    if (next.isAlone) alone = next.updateId;
    onStart(next.updateId);
    next.start();
  }

  function mayNextStart(): boolean {
    const [next] = waiting;
    if (next === undefined || alone !== undefined) return false;
    return !next.isAlone || working.size === 0;
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
