import { execFileSync } from "node:child_process";
import { appendFileSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openQuestionLog } from "../../src/question-log/open-question-log.ts";
import { sampleTrace } from "../support/sample-trace.ts";
import { temporaryFolder } from "../support/bot-process.ts";
import { openSmallDisk } from "../support/small-disk.ts";

const NOON = new Date("2026-05-04T12:34:56Z");

function open(file: string, { days = 90, now = NOON } = {}) {
  const logged: string[] = [];
  const { questionLog, close } = openQuestionLog({
    file,
    days,
    log: (sentence) => logged.push(sentence),
    now: () => now,
  });
  onTestFinished(close);
  return { questionLog, close, logged };
}

const linesOf = (file: string) => readFileSync(file, "utf8").split("\n").slice(0, -1);

test("answers and votes are appended in order, to a file only the owner can read", async () => {
  const file = join(temporaryFolder(), "new", "questions.jsonl");
  const { questionLog, close } = open(file);
  questionLog.recordAnswer(sampleTrace());
  questionLog.recordVote({ trace: "7f3k2q9w", rating: "bad" });
  await close();
  const again = open(file);
  again.questionLog.recordVote({ trace: "7f3k2q9w", rating: "wrong-passage" });
  await again.close();

  expect(linesOf(file).map((line) => JSON.parse(line))).toMatchObject([
    { at: "2026-05-04T12:00Z", question: "How much is a ticket?" },
    { judgement: "bad" },
    { judgement: "wrong-passage" },
  ]);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

/** A vote of that hour, as the question log writes it. */
const lineOf = (at: string) => JSON.stringify({ at, trace: "7f3k2q9w", judgement: "good" });

test("expired lines, and only those, are removed at the start", async () => {
  const file = join(temporaryFolder(), "questions.jsonl");
  const old = [lineOf("2026-04-26T12:00Z"), "half a li", lineOf("2026-04-27T11:00Z")];
  const young = [
    lineOf("2026-04-27T13:00Z"),
    "not JSON \u2028 \uFFFD",
    lineOf("2026-05-04T12:00Z"),
  ];
  writeFileSync(file, [...old, ...young, ""].join("\n"));
  const { questionLog, close } = open(file, { days: 7 });
  questionLog.recordVote({ trace: "aaaaaaaa", rating: "bad" });
  await close();
  expect(linesOf(file)).toEqual([...young, expect.stringContaining("aaaaaaaa")]);
});

test("lines of a file that is not a question log are left alone", async () => {
  const file = join(temporaryFolder(), "notes.txt");
  writeFileSync(file, "My notes\nof last year");
  const { questionLog, close } = open(file);
  questionLog.recordVote({ trace: "aaaaaaaa", rating: "bad" });
  await close();
  expect(linesOf(file)).toEqual(["My notes", "of last year", expect.stringContaining("aaaaaaaa")]);
});

test("a line cut short by a kill does not swallow the next", async () => {
  const file = join(temporaryFolder(), "questions.jsonl");
  appendFileSync(file, `${lineOf("2026-05-04T11:00Z")}\n{"at":"2026-05-04T1`);
  const { questionLog, close } = open(file);
  questionLog.recordVote({ trace: "aaaaaaaa", rating: "bad" });
  await close();
  expect(linesOf(file)).toHaveLength(3);
  expect(linesOf(file).at(-1)).toContain("aaaaaaaa");
});

test.runIf(process.platform === "linux")(
  "a full disk is logged once and blocks nothing",
  async () => {
    const { questionLog, close, logged } = open("/dev/full");
    for (let number = 0; number < 3; number += 1) {
      questionLog.recordAnswer(sampleTrace());
      await new Promise((resolve) => void setTimeout(resolve, 20));
    }
    await close();
    expect(logged).toEqual(["the question log cannot be written: answers continue without it"]);
  },
);

test("the recovery is logged too", async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "journal"), "in the way of the folder");
  const file = join(folder, "journal", "questions.jsonl");
  const { questionLog, close, logged } = open(file);
  questionLog.recordAnswer(sampleTrace());
  await expect.poll(() => logged).toHaveLength(1);
  rmSync(join(folder, "journal"));
  mkdirSync(join(folder, "journal"));
  questionLog.recordAnswer(sampleTrace({ id: "bbbbbbbb" }));
  await close();
  expect(logged.at(-1)).toBe("the question log can be written again");
  expect(linesOf(file)).toHaveLength(1);
});

test.each([
  ["a folder", (path: string) => mkdirSync(path), "a folder"],
  ["a pipe", (path: string) => execFileSync("mkfifo", [path]), "a pipe"],
])("%s in its place is logged once and blocks nothing", async (_what, put, name) => {
  const file = join(temporaryFolder(), "questions.jsonl");
  put(file);
  const logged: [string, unknown][] = [];
  const degraded: boolean[] = [];
  const { questionLog, close } = openQuestionLog({
    file,
    days: 90,
    log: (sentence, fields) => logged.push([sentence, fields?.["error"]]),
    now: () => NOON,
    onDegraded: (isDegraded) => degraded.push(isDegraded),
  });
  questionLog.recordAnswer(sampleTrace());
  expect(await questionLog.answers()).toEqual([]);
  questionLog.recordAnswer(sampleTrace());
  await close();
  expect(logged).toEqual([
    [
      "the question log cannot be written: answers continue without it",
      `${file} is ${name}: remove it`,
    ],
  ]);
  expect(degraded).toEqual([true]);

  rmSync(file, { recursive: true });
  questionLog.recordAnswer(sampleTrace());
  await close();
  expect(degraded).toEqual([true, false]);
});

test("logging resumes when a full disk has space again", async ({ skip }) => {
  const disk = openSmallDisk();
  if (!disk) return skip("disks cannot be mounted here");
  const file = join(disk.folder, "questions.jsonl");
  const { questionLog, close, logged } = open(file);
  disk.fill();
  questionLog.recordAnswer(sampleTrace());
  await expect.poll(() => logged).toHaveLength(1);
  disk.free();
  questionLog.recordAnswer(sampleTrace({ id: "bbbbbbbb" }));
  await close();
  expect(logged).toEqual([
    "the question log cannot be written: answers continue without it",
    "the question log can be written again",
  ]);
  expect(linesOf(file).at(-1)).toContain("bbbbbbbb");
});
