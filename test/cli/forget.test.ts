import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { forget } from "../../src/cli/forget.ts";
import { openSettlements } from "../../src/desk/readers/settlements.ts";
import { createTraceIds } from "../../src/feedback/trace.ts";
import { formatEntry } from "../../src/question-log/log-entry.ts";
import { temporaryFolder } from "../support/bot-process.ts";
import { sampleTrace } from "../support/sample-trace.ts";
import { commandIo } from "./run-command.ts";

const TOKEN = "1234567890:abcdefghijklmnopqrstuvwxyzabcdefghi";
const at = new Date("2026-05-04T13:00:00Z");
const lineOf = (id: string) =>
  `${formatEntry({ kind: "answer", at, trace: sampleTrace({ id }) })}\n`;

async function run(args: readonly string[], more: Readonly<Record<string, string>> = {}) {
  const state = temporaryFolder();
  const { io, output } = commandIo();
  const code = await forget(args, { ...io, env: { BOT_TOKEN: TOKEN, STATE_DIR: state, ...more } });
  return { code, ...(await output()) };
}

test("if nothing is stored about a reader, that is all right", async () => {
  const { code, stdout, stderr } = await run(["--user", "7"]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(
    /^nothing is stored about this reader\nthe log calls this reader's chat \S{10}\n$/u,
  );
});

test("answers from before the updates that are known are found, and those that the reader names", async () => {
  const state = temporaryFolder();
  const log = join(state, "questions.jsonl");
  const traceId = createTraceIds(TOKEN);
  const own = [traceId(7, 500_000), traceId(7, 560_000, 1), traceId(7, 560_000), traceId(7, 20)];
  const others = [traceId(8, 500_000), traceId(77, 560_000)];
  writeFileSync(log, [...own, ...others, "2b3k4m5n"].map(lineOf).join(""));
  writeFileSync(join(state, "done-updates-1234567890.txt"), "20\n590000\n");

  const { code, stdout } = await run(["--user", "7", "--trace", "2b3k4m5n"], {
    STATE_DIR: state,
    QUESTION_JOURNAL: log,
  });
  expect(code).toBe(0);
  expect(stdout).toContain(`5 questions: deleted from ${log}`);
  expect(readFileSync(log, "utf8")).toBe(others.map(lineOf).join(""));
}, 60_000);

test("ids of the reader's answers go from what editors settled", async () => {
  const state = temporaryFolder();
  const desk = join(state, "desk");
  const log = join(state, "questions.jsonl");
  const traceId = createTraceIds(TOKEN);
  const [own, other] = [traceId(7, 560_000), traceId(8, 560_000)];
  writeFileSync(log, lineOf(other));
  writeFileSync(join(state, "done-updates-1234567890.txt"), "590000\n");
  const settled = {
    at: "2026-05-04T13:00:00Z",
    did: "dismiss",
    state: "published",
    name: "",
  } as const;
  openSettlements(desk).add({ ...settled, traces: [own, other] });

  const { stdout } = await run(["--user", "7"], { STATE_DIR: state, QUESTION_JOURNAL: log });
  expect(stdout).toContain(`1 answer's id: deleted from ${join(desk, "settled.jsonl")}`);
  const left = openSettlements(desk);
  expect([own, other].map(left.isSettled)).toEqual([false, true]);
}, 60_000);

test.each([
  [[], {}, "--user takes a reader's Telegram id: a number"],
  [["--user", "ann"], {}, "--user takes a reader's Telegram id: a number"],
  [["--user", "0"], {}, "--user takes a reader's Telegram id: a number"],
  [["--user", "7", "--trace", "me"], {}, "--trace takes ids of eight letters and digits"],
  [["--user", "7"], { BOT_TOKEN: "" }, "BOT_TOKEN: missing"],
  [["--user", "7"], { BOT_TOKEN: "x" }, "BOT_TOKEN: not a bot token"],
])("%j is refused in a sentence", async (args, env, sentence) => {
  const { code, stdout, stderr } = await run(args, env);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain(sentence);
});
