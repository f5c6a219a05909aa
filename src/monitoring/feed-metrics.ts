import { Counter, Gauge, type Registry } from "prom-client";
import type { FeedReport } from "../feeds/feeds-report.ts";

/** What became of pieces, as a label. */
const RESULTS = ["imported", "updated", "published", "withdrawn"] as const;

/** The feeds as they are when Prometheus asks. `feeds.yaml` names a hundred at most. */
export function feedMetrics(registry: Registry) {
  const registers = [registry];
  const failures = new Gauge({
    name: "bot_feed_failures",
    help: "How often in a row a feed could not be read; 0 if it can",
    labelNames: ["feed"],
    registers,
  });
  const success = new Gauge({
    name: "bot_feed_last_success_seconds",
    help: "When a feed was last read, in Unix time",
    labelNames: ["feed"],
    registers,
  });
  const pieces = new Counter({
    name: "bot_feed_pieces_total",
    help: "Pieces of a feed, by what became of them",
    labelNames: ["feed", "result"],
    registers,
  });

  return (feeds: readonly FeedReport[]): void => {
    // A feed that was taken out of the file has no figures any more.
    for (const metric of [failures, success, pieces]) metric.reset();
    for (const { url: feed, counts, lastSuccessAt, ...report } of feeds) {
      failures.set({ feed }, report.failures);
      if (lastSuccessAt !== undefined) success.set({ feed }, Date.parse(lastSuccessAt) / 1000);
      for (const result of RESULTS) pieces.inc({ feed, result }, counts[result]);
    }
  };
}
