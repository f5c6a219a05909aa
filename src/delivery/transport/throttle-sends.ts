import type { Transformer } from "grammy";

/** Keeps a slow network from slowing the bot down: 250 messages a second are many times Telegram's limit. */
const NEXT_AFTER_MS = 4;
/** More sends than this in two seconds are not a burst after a restart but a sustained load. */
const BURST = 600;
/** Methods that leave one more message if they are repeated. */
const SENDS = /^send(?!ChatAction$)/u;

/**
 * Sends a message once the previous one has arrived, or a few milliseconds later. After a kill, the next
 * process repeats the messages that were in flight, so there should be few of them. Only under sustained
 * load, when every millisecond counts, are messages sent at once.
 */
export function throttleSends(now = () => performance.now()): Transformer {
  const countRecent = openCount(now);
  const waiting: (() => void)[] = [];
  let inFlight = 0;

  function sendThrottled<Sent>(send: () => Promise<Sent>): Promise<Sent> {
    let hasPlace = true;
    const leave = () => {
      if (!hasPlace) return;
      hasPlace = false;
      clearTimeout(timer);
      inFlight -= 1;
      waiting.shift()?.();
    };
    inFlight += 1;
    const timer = setTimeout(leave, NEXT_AFTER_MS);
    const sent = send();
    sent.then(leave, leave);
    return sent;
  }
  return (prev, method, payload, signal) => {
    const send = () => prev(method, payload, signal);
    if (!SENDS.test(method)) return send();
    if (countRecent() > BURST) return send();
    if (inFlight === 0) return sendThrottled(send);
    return new Promise((resolve) => {
      waiting.push(() => resolve(sendThrottled(send)));
    });
  };
}

/** Returns a function that counts a call, and returns the number in this second and the previous one. */
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
