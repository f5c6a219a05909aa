import type { CallLog } from "./call-log.ts";
import type { UpdateQueue } from "../updates/update-queue.ts";

/** Long enough for a busy machine; shorter than a test's timeout, so the test fails with this message. */
const PATIENCE_MS = 3000;

/** Waits until every update is acknowledged and no call of the bot is in progress. */
export async function untilIdle(updates: UpdateQueue, callLog: CallLog, patienceMs = PATIENCE_MS) {
  function isIdle(): boolean {
    return updates.pending().length === 0 && callLog.inProgress().length === 0;
  }
  if (isIdle()) return;

  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(
      () => finish(new Error(complaint(updates, callLog, patienceMs))),
      patienceMs,
    );
    const unsubscribes = [updates.onChange(check), callLog.onEnd(check)];

    function check() {
      if (isIdle()) finish();
    }
    function finish(error?: Error) {
      clearTimeout(timer);
      for (const unsubscribe of unsubscribes) unsubscribe();
      if (error) reject(error);
      else resolve();
    }
  });
}

function complaint(updates: UpdateQueue, callLog: CallLog, patienceMs: number): string {
  const calls = callLog.inProgress().map(({ method }) => method);
  const waiting = `${updates.pending().length} updates not acknowledged`;
  return `the bot is not idle after ${patienceMs} ms: ${waiting}, calls in progress: ${calls.join(", ") || "none"}`;
}
