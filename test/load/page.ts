import { cpus } from "node:os";
import type { Way } from "./contestants.ts";

type Side = {
  readonly name: string;
  readonly way: Way;
  /** Answers per second, one figure per round. */
  readonly rates: readonly number[];
  /** Event loop delay: the p99 of each round. */
  readonly delaysMs: readonly number[];
};

export type Load = {
  readonly sides: readonly Side[];
  readonly memory: readonly { readonly questions: number; readonly megabytes: number }[];
  /** By webhook, with questions asked for the first time; `megabytes` are held afterwards. */
  readonly ofNew: { readonly rates: readonly number[]; readonly megabytes: number };
};

/** docs/load.md */
export function page({ sides, memory, ofNew }: Load): string {
  const ways: Way[] = ["webhook", "polling"];
  return `# Under load

Written by \`npm run load\` on Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? "an unknown processor"}.
Each bot runs in its own process, with its own simulated Telegram on this machine. They take turns in
short rounds, so that other work on the machine affects all of them alike; the figures are the medians of the rounds.
This bot answers the golden questions of the sample article, asked by 20,000 readers; the others only echo
what they are sent.

| | this bot, answers per second | bare grammY | ratio | event loop delay, p99 | bare grammY |
| --- | ---: | ---: | ---: | ---: | ---: |
${ways.map((way) => line(way, sides)).join("\n")}

Answers are cached, because most readers of an article ask the same. If all questions are new, the bot answers
${round(median(ofNew.rates))} per second by webhook, and uses ${round(ofNew.megabytes)} MB afterwards. The first few hundred messages of each
round go out one by one on purpose, as after a restart. The delay is measured by a timer that ticks every
10 ms, so an idle loop shows 10.

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
    `${way}, compared with \`${other.name}\``,
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
