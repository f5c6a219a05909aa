import type { Observe } from "../delivery/delivery-event.ts";
import type { Log } from "../logging/log.ts";
import { createMetrics } from "./metrics.ts";
import { type OpenedPort, openOperationPort } from "./operation-port.ts";
import { followReadiness } from "./readiness.ts";
import { tellUpdates } from "./tell-updates.ts";

export type OperationOptions = {
  /** Without a port there are log lines only. */
  readonly address: { readonly port: number | undefined; readonly host: string };
  readonly log: Log;
  /** Of the names under which chats stand in the log. */
  readonly key: string;
  /** Aborted when the bot is told to stop. */
  readonly signal: AbortSignal;
  readonly countPendingUpdates: () => Promise<number | undefined>;
};

export type Operation = {
  readonly observe: Observe;
  readonly listen: () => Promise<OpenedPort>;
};

/** What an operator sees of the bot: a line an update, and where wished a port with health and metrics. */
export function openOperation(options: OperationOptions): Operation {
  const { log, key, signal, countPendingUpdates } = options;
  const { port, host } = options.address;
  const tell = tellUpdates(log, key);
  if (port === undefined) return { observe: tell, listen: async () => ({ kind: "closed" }) };

  const metrics = createMetrics(countPendingUpdates);
  const { readiness, observe: follow } = followReadiness(signal);
  return {
    observe: (event) => [tell, metrics.observe, follow].forEach((observe) => observe(event)),
    listen: () => openOperationPort({ port, host, metrics, readiness }),
  };
}
