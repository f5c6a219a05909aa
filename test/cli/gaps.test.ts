import { copyFileSync, existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { formatEntry, type LogEntry } from "../../src/question-log/log-entry.ts";
import type { Rating } from "../../src/feedback/vote.ts";
import { temporaryFolder } from "../support/bot-process.ts";
import { sampleTrace } from "../support/sample-trace.ts";
import type { WrongPerson } from "../../src/cli/wrong-person.ts";
import { articleFolder } from "../support/article-folder.ts";
import { importArticles } from "../../src/cli/import.ts";
import { commandIo, runCommand } from "./run-command.ts";

const MONTH_AGO = new Date(Date.now() - 30 * 24 * 60 * 60_000);

function answer(id: string, question: string, kind = "not-covered", at = new Date()): LogEntry {
  const trace = sampleTrace({ id, question, kind, ...(kind === "not-covered" && { shown: [] }) });
  return { kind: "answer", at, trace };
}

function vote(trace: string, rating: Rating): LogEntry {
  return { kind: "vote", at: new Date(), vote: { trace, rating } };
}

const PIER = `---
title: The pier
people:
  ann: { name: Ann Other, capacity: captain }
---

The walls will be painted. {#walls}

The planks are rotten. {#planks by=ann kind=opinion proposed review}

The lamps are new. {#lamps}
`;

const ENTRIES = [
  answer("aaaaaaaa", "Is there a bar on board?"),
  answer("bbbbbbbb", "is there a bar on baord"),
  answer("cccccccc", "How much is a ticket?", "answered"),
  vote("cccccccc", "bad"),
  vote("cccccccc", "wrong-passage"),
  answer("dddddddd", "When does it start?", "answered"),
  vote("dddddddd", "good"),
  answer("eeeeeeee", "Who paints the hull?", "unsure", MONTH_AGO),
];

function questionLogOf(entries: readonly LogEntry[] = ENTRIES, more = ""): string {
  const file = join(temporaryFolder(), "questions.jsonl");
  writeFileSync(file, entries.map((entry) => `${formatEntry(entry)}\n`).join("") + more);
  return file;
}

test("gaps are printed as a table, largest group first", async () => {
  const run = await runCommand("gaps", [questionLogOf()]);
  expect(run).toMatchObject({ code: 0, stderr: "" });
  expect(run.stdout).toMatchInlineSnapshot(`
    "asked  unanswered  unsure  voted down  wants     article        question
        2           2       0           0  anything  harbour-ferry  Is there a bar on board? (+1)
        1           0       0           1  number    harbour-ferry  How much is a ticket?
        1           0       1           0  person    harbour-ferry  Who paints the hull?

    4 of 5 answers, in 3 groups
    "
  `);
});

test("--days leaves out older questions", async () => {
  const { stdout } = await runCommand("gaps", ["--days", "7", questionLogOf()]);
  expect(stdout).not.toContain("hull");
  expect(stdout).toContain("3 of 4 answers, in 2 groups");
});

test("--json prints one object per line", async () => {
  const { stdout } = await runCommand("gaps", ["--json", questionLogOf()]);
  const [first] = stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(first).toEqual({
    question: "Is there a bar on board?",
    wordings: ["is there a bar on baord"],
    language: "en",
    wants: "anything",
    article: "harbour-ferry",
    asked: 2,
    unanswered: 2,
    unsure: 0,
    votes: {},
    shown: [],
    traces: ["aaaaaaaa", "bbbbbbbb"],
  });
});

function shown(id: string, passage: string): LogEntry {
  const of = { id, question: `Who ${id}?`, kind: "answered", article: "pier", shown: [passage] };
  return { kind: "answer", at: new Date(), trace: sampleTrace(of) };
}

test("passages voted “wrong person” are listed with their lines, most votes first", async () => {
  const content = articleFolder({
    "pier.md": PIER,
    "pier.uk.md": "# Пірс\n",
    "other.md": "# Other\n\nNobody voted.\n",
  });
  const log = questionLogOf([
    shown("aaaaaaaa", "pier/walls"),
    vote("aaaaaaaa", "wrong-person"),
    shown("bbbbbbbb", "pier/planks"),
    vote("bbbbbbbb", "wrong-person"),
    shown("cccccccc", "pier/planks"),
    vote("cccccccc", "wrong-person"),
    shown("dddddddd", "pier/lamps"),
    vote("dddddddd", "wrong-passage"),
    shown("eeeeeeee", "pier/gone"),
    vote("eeeeeeee", "wrong-person"),
  ]);
  const { stdout } = await runCommand("gaps", [log, "--content", content]);
  expect(stdout.split("wrong person, say readers; review who says it:\n")[1]).toBe(
    `${content}/pier.md:9: Ann Other (proposed; 2 votes): The planks are rotten.\n` +
      `${content}/pier.md:7: nobody (1 vote): The walls will be painted.\n`,
  );
  const json = await runCommand("gaps", [log, "--content", content, "--json"]);
  const found = json.stdout
    .trimEnd()
    .split("\n")
    .flatMap((line) => JSON.parse(line).wrongPerson ?? []);
  expect(found.map(({ line, votes }: WrongPerson) => [line, votes])).toContainEqual([7, 1]);
});

test("an exported file is refused by npm run eval until it is filled in", async () => {
  const content = temporaryFolder();
  copyFileSync("test/fixtures/articles/harbour-ferry.md", join(content, "harbour-ferry.md"));
  const draft = join(content, "harbour-ferry.gaps.questions.yaml");
  const run = await runCommand("gaps", ["--export", draft, questionLogOf()]);
  expect(run).toEqual({ code: 0, stderr: "", stdout: `${draft}: 3 questions to fill in\n` });

  const unfilled = await runCommand("eval", ["--content", content]);
  expect(unfilled.code).toBe(2);
  expect(unfilled.stderr.trimEnd().split("\n")).toHaveLength(3);
  expect(unfilled.stderr).toMatch(
    /gaps\.questions\.yaml:\d+: `expect` is still to be filled in: one of/u,
  );

  const filled = readFileSync(draft, "utf8")
    .replaceAll("expect:\n", "expect: not-covered\n")
    .replace(
      /(ticket\?"\n.*\n) {2}expect: not-covered\n {2}# passage:/u,
      "$1  expect: answered\n  passage: fares",
    );
  writeFileSync(draft, filled);
  const evaluated = await runCommand("eval", ["--content", content]);
  expect(evaluated).toMatchObject({ code: 0, stderr: "" });
  expect(evaluated.stdout).toMatch(/^gap +\d +3 /mu);
});

test("an existing file is not overwritten", async () => {
  const file = join(temporaryFolder(), "filled-in.yaml");
  writeFileSync(file, "- mine\n");
  const run = await runCommand("gaps", ["--export", file, questionLogOf()]);
  expect(run).toMatchObject({ code: 2, stdout: "" });
  expect(run.stderr).toContain("already exists and may have been filled in: name a new file");
  expect(readFileSync(file, "utf8")).toBe("- mine\n");
});

test("unreadable lines are reported with their place and skipped", async () => {
  const file = questionLogOf(ENTRIES, '{"at":"2026-05-04T13:00Z","trace":7}\n\nnonsense\n{"at":');
  const run = await runCommand("gaps", [file]);
  expect(run.code).toBe(0);
  expect(run.stdout).toContain("4 of 5 answers, in 3 groups");
  expect(run.stderr.trimEnd().split("\n")).toEqual([
    `${file}:9: \`trace\` has to be a text: skipped`,
    `${file}:11: is not a JSON object: skipped`,
    `${file}:12: is not a JSON object: skipped`,
  ]);
});

test("several question logs, as replicas write them, are read together", async () => {
  const other = questionLogOf([answer("ffffffff", "Is there a bar?"), vote("aaaaaaaa", "bad")]);
  const { stdout } = await runCommand("gaps", [questionLogOf(), other]);
  expect(stdout).toContain("5 of 6 answers, in 3 groups");
});

test.each([
  [["/no/such/journal.jsonl"], "there is no such file"],
  [["src"], "cannot be read (EISDIR)"],
  [["/dev/zero"], "cannot be read (a device)"],
  [["--days", "soon"], "--days takes a number of days"],
  [["--weeks"], "unknown option --weeks"],
])("%j is refused in a sentence", async (args, sentence) => {
  const run = await runCommand("gaps", args);
  expect(run).toMatchObject({ code: 2, stdout: "" });
  expect(run.stderr).toContain(sentence);
  expect(run.stderr).not.toMatch(/^ +at /mu);
});

test("a question log without gaps says so", async () => {
  const { stdout } = await runCommand("gaps", [questionLogOf([answer("a", "Why?", "answered")])]);
  expect(stdout).toBe("no gaps: none of 1 answers was missing or voted down\n");
});

test("npm run trace shows what led to an answer", async () => {
  const run = await runCommand("trace", ["cccccccc", questionLogOf()]);
  expect(run).toMatchObject({ code: 0, stderr: "" });
  expect(run.stdout).toMatchInlineSnapshot(`
    "question    "How much is a ticket?" (en)
    answer      a passage that answers
    how sure    of 100 matches like this, about 93 are right
    shown       harbour-ferry/fares
    vote        wrong-passage

    #  passage              score
    1  harbour-ferry/fares  3.210
    2  harbour-ferry/route  0.400
    "
  `);
});

test("an unknown id and a missing one are reported", async () => {
  const file = questionLogOf();
  expect(await runCommand("trace", ["zzzzzzzz", file])).toEqual({
    code: 1,
    stdout: "",
    stderr: `zzzzzzzz is not in ${file}: it may have expired or be mistyped\n`,
  });
  expect(await runCommand("trace", [])).toMatchObject({ code: 2 });
  expect(existsSync(file)).toBe(true);
});

/** Clears the screen, sets the title, backspace, one-byte CSI, right-to-left override. */
const HOSTILE = "Is\u001b[2J\u001b]0;owned\u0007 it\b \u009b31m\u007f \u202erab a\nthere?";
const CONTROLS = /[\p{Cc}\u202a-\u202e]/u;

/** Line breaks are the only control characters allowed. */
const withoutLineEnds = (text: string) => text.replaceAll("\n", "");

test.each([["gaps"], ["gaps", "--json"], ["trace", "aaaaaaaa"]] as const)(
  "npm run %s %s escapes control characters of a question",
  async (command, ...args) => {
    const file = questionLogOf([answer("aaaaaaaa", HOSTILE)], `\u001b[31m\n`);
    const { stdout, stderr } = await runCommand(command, [...args, file]);
    expect(withoutLineEnds(stdout + stderr)).not.toMatch(CONTROLS);
    expect(stdout).toContain(String.raw`Is\u001b[2J`);
  },
);

test("an exported question is readable by the owner only, and survives a round trip", async () => {
  const draft = join(temporaryFolder(), "ferry.gaps.questions.yaml");
  await runCommand("gaps", ["--export", draft, questionLogOf([answer("aaaaaaaa", HOSTILE)])]);
  expect(statSync(draft).mode & 0o777).toBe(0o600);
  const text = readFileSync(draft, "utf8");
  expect(withoutLineEnds(text)).not.toMatch(CONTROLS);
  expect(parse(text)).toMatchObject([{ ask: HOSTILE }]);
});

test("an import names what readers voted so, until an editor decides", async () => {
  const folder = articleFolder({ "pier.md": PIER });
  const file = questionLogOf([
    shown("aaaaaaaa", "pier/walls"),
    vote("aaaaaaaa", "wrong-person"),
    shown("bbbbbbbb", "pier/planks"),
    vote("bbbbbbbb", "wrong-person"),
  ]);
  const { io, output } = commandIo();
  io.env["QUESTION_JOURNAL"] = file;
  await importArticles([join(folder, "pier.md"), "--out", folder, "--dry-run"], io);
  const { stdout } = await output();
  expect(stdout).toContain("wrong person, say readers; review who says it:");
  expect(stdout).toContain("pier.md:7: nobody (1 vote): The walls will be painted.");
  expect(stdout).toContain("pier.md:9: Ann Other (proposed; 1 vote): The planks are rotten.");
});
