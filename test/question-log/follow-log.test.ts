import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { readerOfFile } from "../../src/question-log/file-log.ts";
import { followLog } from "../../src/question-log/follow-log.ts";
import { formatEntry } from "../../src/question-log/log-entry.ts";
import type { Rating } from "../../src/feedback/vote.ts";
import { sampleTrace } from "../support/sample-trace.ts";

const now = () => new Date("2026-05-20T12:00:00Z");

function answer(id: string, at: string, given: Parameters<typeof sampleTrace>[0] = {}): string {
  const trace = sampleTrace({ id, ...given });
  return `${formatEntry({ kind: "answer", at: new Date(at), trace })}\n`;
}

function vote(trace: string, at: string, rating: Rating): string {
  return `${formatEntry({ kind: "vote", at: new Date(at), vote: { trace, rating } })}\n`;
}

function followed(...lines: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), "follow-log-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "questions.jsonl");
  writeFileSync(file, lines.join(""));
  return { file, summary: followLog(readerOfFile(file), { settled: async () => {}, now }) };
}

test("answers are counted by kind, day and confidence, and votes by the day they were given", async () => {
  const { summary } = followed(
    answer("a", "2026-05-04T09:00Z", { kind: "answered", verdict: "answered", confidence: 0.91 }),
    answer("b", "2026-05-04T10:00Z", { kind: "unsure", verdict: "closest", confidence: 0.42 }),
    answer("c", "2026-05-04T11:00Z", { kind: "unsure", verdict: "near", confidence: 1 }),
    answer("c", "2026-05-04T11:00Z", { kind: "unsure", verdict: "near", confidence: 1 }),
    answer("d", "2026-05-06T11:00Z", { kind: "overview", verdict: "nothing", confidence: 0 }),
    vote("a", "2026-05-05T09:00Z", "good"),
    vote("a", "2026-05-06T09:00Z", "wrong-person"),
    vote("expired", "2026-05-06T09:00Z", "bad"),
    "not JSON\n",
  );
  const { days, missed } = await summary();
  expect(days).toEqual([
    {
      day: "2026-05-04",
      answers: { answered: 1, unsure: 1, unanswered: 1, other: 0 },
      confidence: [0, 0, 0, 0, 1, 0, 0, 0, 0, 2],
      votes: {},
    },
    {
      day: "2026-05-06",
      answers: { answered: 0, unsure: 0, unanswered: 0, other: 1 },
      confidence: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
      votes: { "wrong-person": 1 },
    },
  ]);
  expect(missed.map(({ trace, rating }) => [trace.id, rating])).toEqual([
    ["a", "wrong-person"],
    ["b", undefined],
    ["c", undefined],
  ]);
});

test("ninety days are summarised; a log without a file is empty", async () => {
  const { summary } = followed(answer("a", "2026-02-01T09:00Z"), answer("b", "2026-05-04T09:00Z"));
  expect((await summary()).days.map(({ day }) => day)).toEqual(["2026-05-04"]);
  const none = followLog(readerOfFile("/no/such/file"), { settled: async () => {}, now });
  expect(await none()).toEqual({ days: [], missed: [] });
});

test("the file is read again once it has changed, and only then", async () => {
  const { file, summary } = followed(answer("a", "2026-05-04T09:00Z"));
  const first = await summary();
  expect(await summary()).toBe(first);
  appendFileSync(file, answer("b", "2026-05-05T09:00Z"));
  await vi.waitFor(async () => expect((await summary()).days).toHaveLength(2), 5000);
});
