import { constants, getPriority, setPriority } from "node:os";

/** A tenth of the time that the other thread gets, if both want the same processor. */
const LESS_URGENT = 10;

/**
 * For a thread that reads articles: where there are too few processors for all, it waits for the one that answers. On Linux
 * each thread has a priority of its own; elsewhere it would be that of the whole bot, and stays as it is.
 */
export function workBehindAnswers(): void {
  if (process.platform !== "linux") return;
  try {
    setPriority(Math.min(constants.priority.PRIORITY_LOW, getPriority() + LESS_URGENT));
  } catch {
    // A sandbox that forbids it: answers take longer meanwhile, but articles have to be read.
  }
}
