import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { runCommand } from "./run-command.ts";

function folderWithFerry(questions: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "eval-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  copyFileSync("test/fixtures/articles/harbour-ferry.md", join(folder, "harbour-ferry.md"));
  for (const [name, yaml] of Object.entries(questions)) writeFileSync(join(folder, name), yaml);
  return folder;
}

test("right and total are printed by kind; wrong answers are no failure", async () => {
  const folder = folderWithFerry({
    "harbour-ferry.questions.yaml": `
- { ask: "How much is a ticket?", kind: direct, expect: answered, passage: fares }
- { ask: "How much is a ticket?", kind: direct, expect: small-talk }`,
  });
  const run = await runCommand("eval", ["--content", folder]);
  expect(run).toMatchObject({ code: 0, stderr: "" });
  expect(run.stdout).toMatch(/^harbour-ferry\nkind .*\ndirect +1 +2 +50\.0%\nall +1 +2 +50\.0%\n/u);
  expect(run.stdout).toMatch(/questions\.yaml:3: direct .*: got answered \(fares\), wanted small/u);
});

test("invalid questions and sets without an article are reported with their lines", async () => {
  const folder = folderWithFerry({
    "harbour-ferry.questions.yaml": "- { ask: Why?, kind: direct, expect: maybe }",
    "ferry.questions.yaml": "[]",
  });
  const run = await runCommand("eval", ["--content", folder]);
  expect(run.code).toBe(2);
  expect(run.stderr.trimEnd().split("\n")).toEqual([
    expect.stringMatching(/ferry\.questions\.yaml:1: there is no article `ferry`/u),
    expect.stringMatching(/harbour-ferry\.questions\.yaml:1: `expect` has to be one of/u),
  ]);
});

test("--squad asks a set in SQuAD 2.0 format", async () => {
  const run = await runCommand("eval", ["--squad", "test/fixtures/two-articles.squad.json"]);
  expect(run).toMatchObject({ code: 0, stderr: "" });
  expect(run.stdout).toMatch(/right passage first/u);
});

test.each([
  ["package.json", "is not a set in SQuAD 2.0 format: Invalid input: expected array"],
  ["README.md", "is not JSON: Unexpected token"],
  ["nowhere.json", ": there is no such file: name a question set in SQuAD 2.0 format"],
  ["src/cli", "is a folder: name a file"],
  ["/dev/null", "is a device: name a file"],
])("--squad refuses %s in a sentence", async (file, sentence) => {
  for (const args of [
    ["eval", "--squad", file],
    ["learn", file],
  ]) {
    const [name = "", ...rest] = args;
    const run = await runCommand(name, rest);
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr.split("\n")).toHaveLength(2);
    expect(run.stderr).toContain(sentence);
  }
});

test("articles without golden questions are refused with the way out", async () => {
  const folder = folderWithFerry({});
  const run = await runCommand("eval", ["--content", folder]);
  expect(run).toMatchObject({ code: 2, stdout: "" });
  expect(run.stderr).toMatch(
    /has no golden questions: write some to \S+harbour-ferry\.questions\.yaml/u,
  );

  // What it shows is a golden question.
  const [, example = ""] = run.stderr.split("such as ");
  writeFileSync(join(folder, "harbour-ferry.questions.yaml"), example);
  expect(await runCommand("eval", ["--content", folder])).toMatchObject({ code: 0, stderr: "" });
});

test.each([
  ["eval", ["ferry"]],
  ["count-words", ["ferry"]],
  ["learn", ["a.json", ...Array.from({ length: 19 }, () => "folder"), "ferry"]],
])("%s does not ignore an argument that it does not take", async (name, args) => {
  const run = await runCommand(name, args);
  expect(run).toMatchObject({ code: 2, stdout: "" });
  expect(run.stderr).toMatch(/^ferry is one argument too many\n/u);
});

test("--news asks readers' questions and lists the misses if asked to", async () => {
  const question = { article: "harbour-ferry", type: "cold", q: "How much is a ticket?" };
  const folder = folderWithFerry({
    "questions.jsonl": JSON.stringify({ id: "ferry-1", ...question, gold: [] }),
  });
  const run = await runCommand("eval", ["--news", folder, "-v"]);
  expect(run).toMatchObject({ code: 0, stderr: "" });
  expect(run.stdout).toMatch(/^type +questions +first .*\ncold +1 .*100\.0%\nall +1 .*100\.0%$/mu);
  expect(run.stdout).toMatch(/^ferry-1: cold “How much is a ticket\?”: got answered \d+, wanted/mu);
});

const SPEAKER_COLUMN = /^said\s+1\s+\S+\s+\S+\s+(\S+)/mu;

test("--imported asks about what import proposes, and judges the speaker as well", async () => {
  const folder = mkdtempSync(join(tmpdir(), "readers-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(
    join(folder, "quay.txt"),
    "The quay closes\n\nThe quay closes in May.\n\n“The stones are loose,” said Ada Brisk, the harbour master.\n",
  );
  const asked = { id: "1", article: "quay", type: "said", gold: [1], speaker: "Ada Brisk" };
  const q = "What does the harbour master say about the stones?";
  writeFileSync(join(folder, "questions.jsonl"), JSON.stringify({ ...asked, q }));
  const plain = await runCommand("eval", ["--news", folder]);
  const imported = await runCommand("eval", ["--news", folder, "--imported"]);
  // A plain article says of nobody that they speak, so there is nothing to judge.
  expect(plain.stdout).not.toContain("right speaker");
  expect(SPEAKER_COLUMN.exec(imported.stdout)?.[1]).toBe("100.0%");
});

test.each([
  ["nowhere", "nowhere is not a folder"],
  ["test/fixtures/articles", "no readers' questions: write them to NAME.questions.jsonl"],
])("--news refuses %s in a sentence", async (folder, sentence) => {
  const run = await runCommand("eval", ["--news", folder]);
  expect(run).toMatchObject({ code: 2, stdout: "" });
  expect(run.stderr).toContain(sentence);
});
