import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { openDatabase } from "../../src/database/open-database.ts";
import { sql } from "../../src/database/statement.ts";
import type { Rating } from "../../src/feedback/vote.ts";
import { forgetAnswersInDatabase } from "../../src/question-log/forget-answers.ts";
import { formatEntry } from "../../src/question-log/log-entry.ts";
import { openQuestionLog } from "../../src/question-log/open-question-log.ts";
import { eventually, temporaryFolder } from "../support/bot-process.ts";
import { hasPostgres, startPostgres } from "../support/postgres-server.ts";
import { sampleTrace } from "../support/sample-trace.ts";

const NOON = new Date("2026-05-04T12:34:56Z");

const answerLine = (id: string, at = NOON) =>
  formatEntry({ kind: "answer", at, trace: sampleTrace({ id }) });
const voteLine = (trace: string, rating: Rating, at = NOON) =>
  formatEntry({ kind: "vote", at, vote: { trace, rating } });

async function openServer() {
  const server = await startPostgres();
  const open = async (file = join(temporaryFolder(), "questions.jsonl"), now = NOON) => {
    const { signal } = new AbortController();
    const opened = await openDatabase({ url: server.url, log: () => {}, signal });
    if (opened.kind !== "open") throw new Error("not open");
    const { database } = opened;
    const logged: string[] = [];
    const log = (sentence: string) => void logged.push(sentence);
    const questions = openQuestionLog({ file, database, days: 90, log, now: () => now });
    const close = async () => {
      await questions.close();
      await database.close();
    };
    onTestFinished(() => close().catch(() => undefined));
    return { ...questions, file, logged, close, run: database.run };
  };
  return { server, open };
}

describe.skipIf(!hasPostgres())("with a database", () => {
  test("each replica reads what all have logged, and nothing is left in their files", async () => {
    const { open } = await openServer();
    const [one, other] = [await open(), await open()];
    one.questionLog.recordAnswer(sampleTrace({ id: "a", kind: "not-covered" }));
    await one.questionLog.answers();
    other.questionLog.recordVote({ trace: "a", rating: "good" });
    other.questionLog.recordVote({ trace: "a", rating: "bad" });
    other.questionLog.recordAnswer(sampleTrace({ id: "b" }));
    await eventually(async () =>
      expect(
        (await one.questionLog.answers()).map(({ trace, rating }) => [trace.id, rating]),
      ).toEqual([
        ["a", "bad"],
        ["b", undefined],
      ]),
    );
    const { days, missed } = await one.summary();
    expect(days).toMatchObject([{ day: "2026-05-04", votes: { bad: 1 } }]);
    expect(missed.map(({ trace }) => trace.id)).toContain("a");
    expect((await one.questionLog.gaps()).flatMap(({ traces }) => traces)).toContain("a");
    expect([one, other].filter(({ file }) => existsSync(file))).toEqual([]);
  });

  test("nothing is stored that the file would not have", async () => {
    const { open } = await openServer();
    const { questionLog, run } = await open();
    questionLog.recordAnswer(sampleTrace({ id: "a" }));
    await questionLog.answers();
    const rows = await run<{ trace: string; at: Date; entry: string }>(sql`
      SELECT trace, at, entry FROM logged_answers`);
    expect(rows).toEqual([
      { trace: "a", at: new Date("2026-05-04T12:00Z"), entry: answerLine("a") },
    ]);
  });

  test("a file from before there was a database is taken over once, without what has expired", async () => {
    const { open } = await openServer();
    const file = join(temporaryFolder(), "questions.jsonl");
    const lines = [
      answerLine("old", new Date("2026-01-01T00:00Z")),
      answerLine("a"),
      "half a li",
      voteLine("a", "good"),
      answerLine("b"),
    ];
    writeFileSync(file, `${lines.join("\n")}\n`);
    const { questionLog, logged, close } = await open(file);
    const ratings = async () =>
      (await questionLog.answers()).map(({ trace, rating }) => [trace.id, rating]);
    await eventually(async () =>
      expect(await ratings()).toEqual([
        ["a", "good"],
        ["b", undefined],
      ]),
    );
    questionLog.recordVote({ trace: "a", rating: "misread" });
    expect(await ratings()).toEqual([
      ["a", "misread"],
      ["b", undefined],
    ]);
    expect(readdirSync(dirname(file))).toEqual([]);
    expect(logged).toEqual(["what waited of the question log is in the database"]);
    await close();

    // As if it had been killed before it could delete what it had moved.
    writeFileSync(`${file}.1234.moving`, `${lines.join("\n")}\n`);
    const again = await open(file);
    await eventually(() => expect(readdirSync(dirname(file))).toEqual([]));
    expect((await again.questionLog.answers()).map(({ trace }) => trace.id)).toEqual(["a", "b"]);
  });

  test("what the database does not take waits in the file, and is there once when it does", async () => {
    const { server, open } = await openServer();
    const { questionLog, file, logged } = await open();
    questionLog.recordAnswer(sampleTrace({ id: "a" }));
    expect(await questionLog.answers()).toHaveLength(1);
    await server.kill();
    questionLog.recordAnswer(sampleTrace({ id: "b" }));
    questionLog.recordVote({ trace: "a", rating: "bad" });
    await eventually(() => expect(readFileSync(file, "utf8")).toContain('"judgement":"bad"'));
    await server.start();
    // Later than the vote in the file.
    questionLog.recordVote({ trace: "a", rating: "good" });
    await eventually(async () =>
      expect((await questionLog.answers()).map(({ trace, rating }) => [trace.id, rating])).toEqual([
        ["a", "good"],
        ["b", undefined],
      ]),
    );
    await eventually(() => expect(readdirSync(dirname(file))).toEqual([]));
    expect(logged.filter((line) => line.includes("waits in its file"))).toHaveLength(1);
  });

  test("lines expire, and a reader's answers are forgotten with the votes on them", async () => {
    const { open } = await openServer();
    const { questionLog, run, summary, close } = await open();
    for (const id of ["a", "b"]) {
      questionLog.recordAnswer(sampleTrace({ id }));
      questionLog.recordVote({ trace: id, rating: "bad" });
    }
    expect((await summary()).missed).toHaveLength(2);
    expect(await forgetAnswersInDatabase(run, ["a", "unknown"])).toEqual({ answers: 1, votes: 1 });
    expect((await questionLog.answers()).map(({ trace }) => trace.id)).toEqual(["b"]);
    await close();

    const later = await open(undefined, new Date("2026-08-03T12:00Z"));
    await eventually(async () => {
      expect(await later.run(sql`SELECT FROM logged_answers`)).toEqual([]);
      expect(await later.run(sql`SELECT FROM logged_votes`)).toEqual([]);
    });
  });
});
