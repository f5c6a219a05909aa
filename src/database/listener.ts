import { setTimeout as sleep } from "node:timers/promises";
import type { Client } from "pg";
import { connectionForLongWork } from "./connection-settings.ts";
import type { NoteProblems } from "./database.ts";

/**
 * Calls `onNotice` for what is sent to a channel, and `onConnected` whenever listening begins, also after the connection was lost:
 * what was sent meanwhile is lost as well, so catch up with the tables then.
 */
export type Listen = (channel: string, handlers: ListenHandlers) => void;

type ListenHandlers = {
  readonly onNotice: (payload: string) => void;
  readonly onConnected: () => void;
};

const CHANNEL = /^[a-z_]{1,63}$/u;
const MIN_PAUSE_MS = 100;
const MAX_PAUSE_MS = 5000;
/** A connection that broke silently is noticed by then. */
const CHECK_MS = 15_000;
const ANSWER_TIMEOUT_MS = 5000;

/** One connection for all channels, kept open from the first one on. */
export function openListener(url: string, note: NoteProblems) {
  const channels = new Map<string, ListenHandlers>();
  const closing = new AbortController();
  const { signal } = closing;
  let connected: Client | undefined;
  let ended: Promise<void> | undefined;

  async function keepListening(): Promise<void> {
    let pauseMs = MIN_PAUSE_MS;
    while (!signal.aborted) {
      const client = await newClient(url);
      try {
        await listenUntilLost(client, () => {
          pauseMs = MIN_PAUSE_MS;
        });
      } catch (error) {
        if (!signal.aborted) note.failed(error);
      }
      connected = undefined;
      client.end().catch(() => undefined);
      await sleep(pauseMs, undefined, { signal }).catch(() => undefined);
      pauseMs = Math.min(2 * pauseMs, MAX_PAUSE_MS);
    }
  }

  async function listenUntilLost(client: Client, onConnected: () => void): Promise<void> {
    const lost = new AbortController();
    client.on("error", (error) => lost.abort(error));
    client.on("end", () => lost.abort());
    signal.addEventListener("abort", () => lost.abort(), { signal: lost.signal });
    client.on("notification", ({ channel, payload = "" }) =>
      channels.get(channel)?.onNotice(payload),
    );
    await client.connect();
    for (const channel of channels.keys()) await client.query(`LISTEN ${channel}`);
    connected = client;
    onConnected();
    note.worked();
    for (const handlers of channels.values()) handlers.onConnected();
    while (!lost.signal.aborted) {
      await sleep(CHECK_MS, undefined, { signal: lost.signal }).catch(() => undefined);
      if (!lost.signal.aborted) await client.query("SELECT 1");
    }
    throw lost.signal.reason;
  }

  const listen: Listen = (channel, handlers) => {
    if (!CHANNEL.test(channel)) throw new Error(`${channel} is no channel → a-z and _ only`);
    channels.set(channel, handlers);
    ended ??= keepListening();
    // If this fails, the connection is lost, and the next one listens to it.
    connected?.query(`LISTEN ${channel}`).then(handlers.onConnected, () => undefined);
  };

  return {
    listen,
    async close() {
      closing.abort();
      await ended;
    },
  };
}

async function newClient(url: string): Promise<Client> {
  const { Client } = await import("pg");
  return new Client({ ...connectionForLongWork(url), query_timeout: ANSWER_TIMEOUT_MS });
}
