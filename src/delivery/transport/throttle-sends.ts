import type { Transformer } from "grammy";

/** A Telegram that is far away is not waited for: still 250 messages a second, many times what it takes. */
const NEXT_AFTER_MS = 4;
/** More than that in this second and the last are no rush after a restart but a lasting load. */
const RUSH = 600;
/** Sends a message, and so leaves one more of them if it is repeated. */
const SENDS = /^send(?!ChatAction$)/u;

/**
 * Lets a message go out when the one before has arrived, or a few milliseconds later. Messages on their
 * way at a kill are sent again by whoever comes after, so there is to be one of them, not a heap; only
 * under a lasting load, when every one counts, each goes at once.
 */
export function throttleSends(now = () => performance.now()): Transformer {
  const countRecent = openCount(now);
  const waiting: (() => void)[] = [];
  let onTheWay = 0;

  function go<Sent>(send: () => Promise<Sent>): Promise<Sent> {
    let hasPlace = true;
    const leave = () => {
      if (!hasPlace) return;
      hasPlace = false;
      clearTimeout(timer);
      onTheWay -= 1;
      waiting.shift()?.();
    };
    onTheWay += 1;
    const timer = setTimeout(leave, NEXT_AFTER_MS);
    const sent = send();
    sent.then(leave, leave);
    return sent;
  }
  return (prev, method, payload, signal) => {
    const send = () => prev(method, payload, signal);
    if (!SENDS.test(method)) return send();
    if (countRecent() > RUSH) return send();
    if (onTheWay === 0) return go(send);
    return new Promise((resolve) => {
      waiting.push(() => resolve(go(send)));
    });
  };
}

/** Counts calls; gives how many there were in this second and the one before. */
function openCount(now: () => number): () => number {
  let second = 0;
  let inThis = 0;
  let inLast = 0;
  return () => {
    const current = Math.floor(now() / 1000);
    if (current !== second) {
      inLast = current === second + 1 ? inThis : 0;
      inThis = 0;
      second = current;
    }
    inThis += 1;
    return inLast + inThis;
  };
}
