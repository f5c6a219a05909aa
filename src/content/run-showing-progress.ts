import type { Steps } from "../languages/steps.ts";

const STEPS_BETWEEN_SIGNS = 1000;

/** Runs long work in a thread that does nothing else; `onProgress` is called now and then. */
export function runShowingProgress<Result>(steps: Steps<Result>, onProgress: () => void): Result {
  for (let step = 1; ; step += 1) {
    const { done, value } = steps.next();
    if (done) return value;
    if (step % STEPS_BETWEEN_SIGNS === 0) onProgress();
  }
}
