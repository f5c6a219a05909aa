import type { Observe } from "../delivery/delivery-event.ts";
import type { FeedReport } from "../feeds/feeds-report.ts";
import type { Log } from "../logging/log.ts";
import { logUpdates } from "./log-updates.ts";
import { createMetrics } from "./metrics.ts";
import { type MonitoringServer, startMonitoringServer } from "./monitoring-server.ts";
import { trackReadiness } from "./readiness.ts";

export type MonitoringOptions = {
  /** Without a port there are log lines only. */
  readonly address: { readonly port: number | undefined; readonly host: string };
  readonly log: Log;
  /** Key of the hashes that identify chats in the log. */
  readonly key: string;
  /** Aborted when the bot shuts down. */
  readonly signal: AbortSignal;
  readonly countPendingUpdates: () => Promise<number | undefined>;
  readonly feeds?: () => readonly FeedReport[];
};

export type Monitoring = {
  readonly observe: Observe;
  readonly listen: () => Promise<MonitoringServer>;
};

/** What an operator sees of the bot: a log line per update and, if a port is set, health and metrics. */
export function openMonitoring(options: MonitoringOptions): Monitoring {
  const { log, key, signal, countPendingUpdates, feeds } = options;
  const { port, host } = options.address;
  const logUpdate = logUpdates(log, key);
  if (port === undefined) return { observe: logUpdate, listen: async () => ({ kind: "disabled" }) };

  const metrics = createMetrics(countPendingUpdates, feeds);
  const { readiness, observe: track } = trackReadiness(signal);
  return {
    observe: (event) => [logUpdate, metrics.observe, track].forEach((observe) => observe(event)),
    listen: () => startMonitoringServer({ port, host, metrics, readiness }),
  };
}
