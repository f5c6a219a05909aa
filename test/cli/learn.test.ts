import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { articleFolder } from "../support/article-folder.ts";
import { runCommand } from "./run-command.ts";

// Trees are learned six times over.
vi.setConfig({ testTimeout: 60_000 });

const SQUAD = "test/fixtures/two-articles.squad.json";

test("without a file it says what it needs", async () => {
  const { code, stderr } = await runCommand("learn", []);
  expect(code).toBe(2);
  expect(stderr).toContain("learn from which file?");
});

test("a file that does not exist is named", async () => {
  const { code, stderr } = await runCommand("learn", ["nowhere.json", "--check"]);
  expect(code).toBe(2);
  expect(stderr).toContain("nowhere.json");
});

test.each([
  ["nowhere", "nowhere is not a folder"],
  [SQUAD, `${SQUAD} is not a folder`],
  ["test/cli=nowhere", "nowhere is not a folder"],
  ["nowhere=test/cli", "nowhere is not a folder"],
])("%s names no readers' questions", async (folder, complaint) => {
  const { code, stderr, stdout } = await runCommand("learn", [SQUAD, folder, "--check"]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain(complaint);
});

const STORM =
  "The storm tore the roof off the mill.\n\nNobody was hurt.\n\nThe miller wants a roof by May.\n";

/** Readers' questions and their articles, beside each other or apart. */
function readersFolder(questions: readonly object[]) {
  const folder = articleFolder({});
  const articles = join(folder, "texts");
  mkdirSync(articles);
  writeFileSync(join(articles, "storm.txt"), STORM);
  const lines = questions.map((question) => `${JSON.stringify(question)}\n`).join("");
  writeFileSync(join(folder, "readers.questions.jsonl"), lines);
  return { folder, articles };
}

const ASKED = [
  { id: "1", article: "storm", type: "cold", q: "What did the storm do?", gold: [0] },
  { id: "2", article: "storm", type: "absent", q: "How much is the roof?", gold: [] },
];

test("with other data than is in use, --check says what is outdated and how to learn it", async () => {
  const { folder, articles } = readersFolder(ASKED);
  const from = `${folder}=${articles}`;
  const { code, stdout, stderr } = await runCommand("learn", [SQUAD, from, "--check"]);
  expect(code).toBe(1);
  expect(stderr).toContain(
    "ranking/ranking-weights.json, confidence/confidence-model.json: differs",
  );
  expect(stderr).toContain(`→ npm run learn -- ${SQUAD} ${from}`);
  expect(stdout).toMatch(/^squad: right first \d/mu);
  expect(stdout).toMatch(/^readers: right first \d/mu);
  expect(stdout).toMatch(/^thresholds: \{"answered":/mu);
  expect(stdout).toMatch(/^ {2}absent: answered \d/mu);
});

test("a line of a set that cannot be read is reported, and nothing is learned", async () => {
  const { folder, articles } = readersFolder([...ASKED, { id: "3" }]);
  const run = await runCommand("learn", [SQUAD, `${folder}=${articles}`, "--check"]);
  expect(run).toMatchObject({ code: 2, stdout: "" });
  expect(run.stderr).toContain("readers.questions.jsonl:3");
});
