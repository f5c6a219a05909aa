import type { Journal } from "./call-log.ts";
import type { UpdateQueue } from "../updates/update-queue.ts";

/** Long enough for a busy machine, and shorter than the time a test has: so this complaint is what one reads. */
const PATIENCE_MS = 3000;

/** Waits until the bot has acknowledged every update and none of its calls is under way. */
export async function quiet(updates: UpdateQueue, journal: Journal, patienceMs = PATIENCE_MS) {
  function isQuiet(): boolean {
    return updates.pending().length === 0 && journal.underWay().length === 0;
  }
  if (isQuiet()) return;

  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(
      () => finish(new Error(complaint(updates, journal, patienceMs))),
      patienceMs,
    );
    const unsubscribes = [updates.onChange(check), journal.onEnd(check)];

    function check() {
      if (isQuiet()) finish();
    }
    function finish(error?: Error) {
      clearTimeout(timer);
      for (const unsubscribe of unsubscribes) unsubscribe();
      if (error) reject(error);
      else resolve();
    }
  });
}

function complaint(updates: UpdateQueue, journal: Journal, patienceMs: number): string {
  const calls = journal.underWay().map(({ method }) => method);
  const waiting = `${updates.pending().length} updates not acknowledged`;
  return `the bot is not quiet after ${patienceMs} ms: ${waiting}, calls under way: ${calls.join(", ") || "none"}`;
}
