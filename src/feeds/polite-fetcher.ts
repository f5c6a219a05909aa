import type { FetchFailure } from "../import/fetch/fetch-failure.ts";
import type { PageFetcher } from "../import/fetch/fetch-page.ts";
import type { FeedClock } from "./feed-clock.ts";

export type PoliteFetcher = Pick<PageFetcher, "fetchIfChanged"> & {
  /** Until when the host of an address wants to be left alone, in Unix milliseconds; 0 if it does not. */
  readonly quietUntil: (address: string) => number;
};

/** Between two requests to one host, unless its robots.txt asks for more. */
const PAUSE_MS = 1000;
/** A server that asks to slow down, and does not say for how long. */
const QUIET_MS = 5 * 60_000;
const MAX_QUIET_MS = 24 * 60 * 60_000;
const SLOW_DOWN: ReadonlySet<number> = new Set([429, 503]);

/** Asks each host for one page at a time, with a pause in between, and leaves it alone when it asks for that. */
export function politeFetcher(
  { fetchIfChanged, crawlDelayMs }: Pick<PageFetcher, "fetchIfChanged" | "crawlDelayMs">,
  { now, sleep }: FeedClock,
): PoliteFetcher {
  const queues = new Map<string, Promise<unknown>>();
  const quiet = new Map<string, number>();
  const quietUntil = (address: string) => {
    const until = quiet.get(hostOf(address)) ?? 0;
    return until > now() ? until : 0;
  };

  return {
    quietUntil,
    fetchIfChanged: (address, known) => {
      const host = hostOf(address);
      const before = queues.get(host) ?? Promise.resolve();
      const asked = before.then(() => ask(address, known));
      const after = asked.then(() => sleep(Math.max(PAUSE_MS, crawlDelayMs(address))));
      queues.set(host, after);
      void after.then(() => queues.get(host) === after && queues.delete(host));
      return asked;
    },
  };

  async function ask(...[address, known]: Parameters<PageFetcher["fetchIfChanged"]>) {
    if (quietUntil(address) > 0) return { kind: "status", status: 429 } as const;
    const got = await fetchIfChanged(address, known);
    const asksFor = got.kind === "status" ? quietMs(got, now()) : 0;
    if (asksFor > 0) quiet.set(hostOf(address), now() + asksFor);
    return got;
  }
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address;
}

/** How long a server asks to be left alone. */
function quietMs(
  { status, retryAfter }: Extract<FetchFailure, { kind: "status" }>,
  now: number,
): number {
  if (!SLOW_DOWN.has(status)) return 0;
  const asked = retryAfter === undefined ? Number.NaN : waitIn(retryAfter, now);
  return Math.min(Number.isNaN(asked) ? QUIET_MS : Math.max(asked, PAUSE_MS), MAX_QUIET_MS);
}

/** Seconds, or a date. */
function waitIn(retryAfter: string, now: number): number {
  return /^\d+$/u.test(retryAfter) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - now;
}
