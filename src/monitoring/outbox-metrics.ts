import { Counter, Gauge, type Registry } from "prom-client";
import type { DeliveryEvent } from "../delivery/delivery-event.ts";

type Owed = Omit<Extract<DeliveryEvent, { kind: "owed" }>, "kind">;
type Outcome = Extract<DeliveryEvent, { kind: "owed-settled" }>["outcome"];

/** Measures how many answers are owed and since when. */
export function outboxMetrics(registry: Registry) {
  const registers = [registry];
  let owed: Owed = { count: 0, oldestAt: undefined };
  const settled = new Counter({
    name: "bot_answers_owed_settled_total",
    help: "Answers that Telegram did not accept at once, by outcome: delivered, given-up, or (buttons and inline queries) expired",
    labelNames: ["outcome"],
    registers,
  });
  const count = new Gauge({
    name: "bot_answers_owed",
    help: "Answers that Telegram has not accepted yet",
    registers,
  });
  const age = new Gauge({
    name: "bot_answers_owed_oldest_seconds",
    help: "Age of the oldest of them",
    registers,
  });
  return {
    set: (next: Owed): void => {
      owed = next;
    },
    settle: (outcome: Outcome): void => settled.inc({ outcome }),
    /** Brings the gauges up to `now`, in Unix milliseconds. */
    measure(now: number): void {
      count.set(owed.count);
      age.set(owed.oldestAt === undefined ? 0 : Math.max(0, now - owed.oldestAt) / 1000);
    },
  };
}
