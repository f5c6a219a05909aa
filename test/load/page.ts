import { cpus } from "node:os";
import type { Way } from "./contestants.ts";

type Side = {
  readonly name: string;
  readonly way: Way;
  /** Answers a second, one figure a round. */
  readonly rates: readonly number[];
  /** How late the event loop came to its next turn: the p99 of each round. */
  readonly delaysMs: readonly number[];
};

export type Load = {
  readonly sides: readonly Side[];
  readonly memory: readonly { readonly questions: number; readonly megabytes: number }[];
  /** By webhook, of questions that nobody had asked before; afterwards so much memory is held. */
  readonly ofNew: { readonly rates: readonly number[]; readonly megabytes: number };
};

/** docs/load.md */
export function page({ sides, memory, ofNew }: Load): string {
  const ways: Way[] = ["webhook", "polling"];
  return `# Under load

Written by \`npm run load\` on Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? "an unknown processor"}.
Each bot has a process and a stand-in for Telegram of its own on this machine; they take turns in short
rounds, so that other work hits all of them alike, and the median of the rounds counts. The bot answers the
golden questions of the sample article, from 20,000 readers; the others only say again what they are told.

| | this bot, answers a second | bare grammY | ratio | p99 of the event loop's delay | of bare grammY's |
| --- | ---: | ---: | ---: | ---: | ---: |
${ways.map((way) => line(way, sides)).join("\n")}

What was asked before is remembered, as most readers of an article ask the same; of questions that are
all new the bot answers ${round(median(ofNew.rates))} a second by webhook, and holds ${round(ofNew.megabytes)} MB after them. The first
few hundred messages of each round go out one by one on purpose, as after a restart. The delay is
measured by a clock that ticks every 10 ms, so that an idle loop shows 10.

| questions answered | memory (RSS) |
| ---: | ---: |
${memory.map(({ questions, megabytes }) => `| ${round(questions)} | ${round(megabytes)} MB |`).join("\n")}
`;
}

function line(way: Way, sides: readonly Side[]): string {
  const [own, other] = sides.filter((side) => side.way === way);
  if (!own || !other) throw new Error(`nothing was measured by ${way} → see above`);
  const [ownRate, otherRate] = [median(own.rates), median(other.rates)];
  const cells = [
    `${way}, beside \`${other.name}\``,
    round(ownRate),
    round(otherRate),
    (ownRate / otherRate).toFixed(2),
    `${round(median(own.delaysMs))} ms`,
    `${round(median(other.delaysMs))} ms`,
  ];
  return `| ${cells.join(" | ")} |`;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function round(value: number): string {
  return Math.round(value).toLocaleString("en");
}
