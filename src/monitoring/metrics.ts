import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from "prom-client";
import type { EndedUpdate, Observe } from "../delivery/delivery-event.ts";
import type { FeedReport } from "../feeds/feeds-report.ts";
import { feedMetrics } from "./feed-metrics.ts";
import { callMetrics, isUnreachable, SECONDS } from "./call-metrics.ts";
import { outboxMetrics } from "./outbox-metrics.ts";

export type Metrics = {
  readonly observe: Observe;
  readonly contentType: string;
  readonly read: () => Promise<string>;
};

const TENTHS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

/** The metrics that Prometheus scrapes. `countPendingUpdates` asks Telegram how many updates it holds. */
export function createMetrics(
  countPendingUpdates: () => Promise<number | undefined>,
  feeds: () => readonly FeedReport[] = () => [],
): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const updates = updateMetrics(registry);
  const countCall = callMetrics(registry);
  const owed = outboxMetrics(registry);
  const setFeeds = feedMetrics(registry);
  const degraded = new Gauge({
    name: "bot_degraded",
    help: "1 while the bot runs without this part",
    labelNames: ["part"],
    registers: [registry],
  });
  const waiting = new Gauge({
    name: "bot_updates_waiting",
    help: "Updates that Telegram holds and the bot has not acknowledged",
    registers: [registry],
  });

  return {
    observe(event) {
      switch (event.kind) {
        case "update-began":
          return updates.began(event.type);
        case "update-ended":
          return updates.ended(event);
        case "call-ended":
          countCall(event.call);
          return degraded.set({ part: "telegram" }, isUnreachable(event.call) ? 1 : 0);
        case "owed":
          return owed.set(event);
        case "owed-settled":
          return owed.settle(event.outcome);
        case "degraded":
          return degraded.set({ part: event.part }, event.isDegraded ? 1 : 0);
      }
    },
    contentType: registry.contentType,
    async read() {
      const pending = await countPendingUpdates();
      if (pending !== undefined) waiting.set(pending);
      owed.measure(Date.now());
      setFeeds(feeds());
      return registry.metrics();
    },
  };
}

function updateMetrics(registry: Registry) {
  const registers = [registry];
  const received = new Counter({
    name: "bot_updates_total",
    help: "Updates received, by type",
    labelNames: ["type"],
    registers,
  });
  const inFlight = new Gauge({
    name: "bot_updates_in_flight",
    help: "Updates being handled now",
    registers,
  });
  const answers = new Counter({
    name: "bot_answers_total",
    help: "Updates handled, by kind of answer; handled: no question, failed: the handler threw",
    labelNames: ["kind"],
    registers,
  });
  const confidence = new Histogram({
    name: "bot_answer_confidence",
    help: "Confidence of answers from passages",
    buckets: TENTHS,
    registers,
  });
  const duration = new Histogram({
    name: "bot_update_duration_seconds",
    help: "From receiving an update to having answered it",
    buckets: SECONDS,
    registers,
  });

  return {
    began(type: string): void {
      received.inc({ type });
      inFlight.inc();
    },
    ended(update: EndedUpdate): void {
      inFlight.dec();
      answers.inc({ kind: update.verdict });
      duration.observe(update.ms / 1000);
      if (update.confidence !== undefined) confidence.observe(update.confidence);
    },
  };
}
