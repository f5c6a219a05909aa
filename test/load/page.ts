import { cpus } from "node:os";
import type { Way } from "./contestants.ts";

export type Load = {
  readonly rates: readonly {
    readonly name: string;
    readonly way: Way;
    readonly rates: readonly number[];
  }[];
  /** By webhook, of questions that nobody had asked before. */
  readonly ratesOfNew: readonly number[];
  /** Of each round: the p99 of how late the event loop came to its next turn. */
  readonly delaysMs: readonly number[];
  readonly memory: readonly { readonly questions: number; readonly megabytes: number }[];
};

/** docs/load.md */
export function page({ rates, ratesOfNew, delaysMs, memory }: Load): string {
  const ways: Way[] = ["webhook", "polling"];
  return `# Under load

Written by \`npm run load\` on Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? "an unknown processor"}.
Each bot has a process and a stand-in for Telegram of its own on this machine; they take turns in short
rounds, so that other work hits all of them alike, and the median of the rounds counts. The bot answers the
golden questions of the sample article, from 20,000 readers; the others only say again what they are told.

| answers a second | this bot | bare grammY | ratio |
| --- | ---: | ---: | ---: |
${ways.map((way) => line(way, rates)).join("\n")}

What was asked before is remembered, as most readers of an article ask the same; of questions that are
all new the bot answers ${round(median(ratesOfNew))} a second by webhook.

The event loop's delay under this load, p99: ${median(delaysMs).toFixed(1)} ms in the median of the rounds,
${Math.max(...delaysMs).toFixed(1)} ms in the worst (measured by a clock that ticks every 10 ms: an idle one shows 10).

| questions answered | memory (RSS) |
| ---: | ---: |
${memory.map(({ questions, megabytes }) => `| ${questions.toLocaleString("en")} | ${Math.round(megabytes)} MB |`).join("\n")}
`;
}

function line(way: Way, rates: Load["rates"]): string {
  const [own = [], other = []] = rates.filter((each) => each.way === way).map((each) => each.rates);
  const name = rates.findLast((each) => each.way === way)?.name.replace("echo, ", "") ?? "";
  const ratio = median(own) / median(other);
  return `| ${way} (beside \`${name}\`) | ${round(median(own))} | ${round(median(other))} | ${ratio.toFixed(2)} |`;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function round(value: number): string {
  return Math.round(value).toLocaleString("en");
}
