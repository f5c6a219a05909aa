import { setTimeout as sleep } from "node:timers/promises";
import type { Transformer } from "grammy";
import pLimit from "p-limit";

/** A Telegram that is far away is not waited for: still 250 messages a second, many times what it takes. */
const NEXT_AFTER_MS = 4;
/** Sends a message, and so leaves one more of them if it is repeated. */
const SENDS = /^send(?!ChatAction$)/u;

/**
 * Lets a message go out when the one before has arrived, or a few milliseconds later. Messages on their
 * way at a kill are sent again by whoever comes after, so there is to be one of them, not a heap.
 */
export function spaceSends(): Transformer {
  const oneByOne = pLimit(1);

  return (prev, method, payload, signal) => {
    if (!SENDS.test(method)) return prev(method, payload, signal);
    return new Promise((resolve) => {
      // How the call ends is told by itself; here only its place is kept.
      void oneByOne(async () => {
        const call = prev(method, payload, signal);
        resolve(call);
        await Promise.race([call.catch(() => undefined), sleep(NEXT_AFTER_MS)]);
      });
    });
  };
}
