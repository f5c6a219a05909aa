/** Lets work on updates start, a few at a time. */
export type UpdateAdmission = {
  /** Resolves when work on the update may start. */
  readonly admit: (request: AdmissionRequest) => Promise<void>;
  /** The update has ended, or waits before it is admitted again. */
  readonly leave: (updateId: number) => void;
};

type AdmissionRequest = {
  readonly updateId: number;
  /** A process ended while working on it, and perhaps because of it. */
  readonly isSuspect: boolean;
};

/** More are no faster. */
const MOST_IN_TURN = 8;
/** From large collections, an answer takes longer than this; from one article, a fraction of it. */
const TURN_MS = 8;

type Waiting = AdmissionRequest & { readonly start: () => void };

/** Callbacks that run one after another in a turn of the event loop. */
type Turn = { callbacks: number; endsAt: number | undefined };

/**
 * Starts a few updates per turn of the event loop, after any input that has arrived meanwhile, and none while an answer is
 * worked out (`isAnswering`), which takes several turns if it is long. If all started at once, many answers would be sent before the
 * first is known to have arrived, and if the process were killed then, all of them would be sent again, and all would count as
 * what may have ended it. Each starts in a callback of its own, so that the answer to the one before is found by then, as far as it is
 * found without waiting; `onStart` runs before it, so that it can record what the process is working on.
 *
 * Suspects are worked on one after another, beside what is no suspect: what is innocent then shares at most one crash with
 * the same culprit. `now` is monotonic, in milliseconds.
 */
export function openAdmission(
  onStart: (updateId: number) => void,
  isAnswering: () => boolean = () => false,
  now = () => performance.now(),
): UpdateAdmission {
  const suspects: Waiting[] = [];
  const others: Waiting[] = [];
  let suspect: number | undefined;
  let coming: Turn | undefined;

  const maySuspectStart = () => suspect === undefined && suspects.length > 0;

  function schedule(): void {
    const ready = others.length + (maySuspectStart() ? 1 : 0);
    if (ready === 0) return;
    const turn = (coming ??= { callbacks: 0, endsAt: undefined });
    while (turn.callbacks < Math.min(ready, MOST_IN_TURN)) {
      turn.callbacks += 1;
      setImmediate(() => startNext(turn));
    }
  }

  function startNext(turn: Turn): void {
    if (coming === turn) coming = undefined;
    turn.endsAt ??= now() + TURN_MS;
    if (now() < turn.endsAt && !isAnswering())
      start(maySuspectStart() ? suspects.shift() : others.shift());
    turn.callbacks -= 1;
    if (turn.callbacks === 0) schedule();
  }

  function start(next: Waiting | undefined): void {
    if (!next) return;
    if (next.isSuspect) suspect = next.updateId;
    onStart(next.updateId);
    next.start();
  }

  return {
    admit: (request) =>
      new Promise((resolve) => {
        (request.isSuspect ? suspects : others).push({ ...request, start: resolve });
        schedule();
      }),
    leave(updateId) {
      if (suspect !== updateId) return;
      suspect = undefined;
      schedule();
    },
  };
}
