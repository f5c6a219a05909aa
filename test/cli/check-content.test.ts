import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { checkContent } from "../../src/cli/check-content.ts";
import { articleFolder } from "../support/article-folder.ts";
import { commandIo, runCommand } from "./run-command.ts";

const BRIDGE = `---
title: The harbour bridge stays closed
source: { publisher: packet }
people:
  packet: { name: The Vellan Packet, capacity: newspaper }
  quist: { name: Ada Quist, capacity: mayor, aliases: [the mayor] }
---

“We have found cracks in two of the pillars,” Quist said. {#cracks by=quist kind=announcement quoted=mixed}

The bridge was shut on Monday morning. {#shut}
`;
const QUESTIONS = `- { ask: "When was the bridge shut?", kind: direct, expect: answered, passage: shut }
`;
const GOOD = { "bridge.md": BRIDGE, "bridge.questions.yaml": QUESTIONS };
const UNSURE = `
“Nobody should drive over it,” Quist said. {#drive by=quist kind=opinion quoted proposed}

“We shall open it in October,” Quist said.
`;
const MISSED = `- { ask: "When was the bridge shut?", kind: direct, expect: small-talk }
`;

async function check(
  files: Readonly<Record<string, string>>,
  {
    options = [],
    env = {},
  }: { readonly options?: string[]; readonly env?: Record<string, string> } = {},
) {
  const folder = articleFolder(files);
  const { io, output } = commandIo();
  const code = await checkContent(["--content", folder, ...options], { ...io, env });
  const { stdout, stderr } = await output();
  return {
    folder,
    code,
    stderr,
    lines: stdout.replaceAll(`${folder}/`, "DIR/").trim().split("\n"),
  };
}

test("a folder with nothing to mend is all right", async () => {
  expect(await check(GOOD)).toMatchObject({
    code: 0,
    stderr: "",
    lines: [
      "1 article without mistakes; no mistakes, 1 of 1 golden question answered right, no uncertain speakers: all right",
    ],
  });
});

test("a mistake in one article hides nothing about the others", async () => {
  const { code, lines } = await check({
    "bridge.md": BRIDGE + UNSURE,
    "bridge.questions.yaml": QUESTIONS + MISSED,
    "ferry.md": "# The ferry\n\nOne <br> two. {qouted}\n",
    "ferry.questions.yaml": QUESTIONS,
    "pier.questions.yaml": QUESTIONS,
  });
  expect(code).toBe(1);
  expect(lines.map((line) => line.replace(/\d+ %/u, "N %"))).toEqual([
    "Mistake (error):",
    expect.stringMatching(/^DIR\/ferry\.md:3: .*<br>/u),
    expect.stringMatching(/^DIR\/ferry\.md:3: .*qouted/u),
    "DIR/pier.questions.yaml:1: there is no article `pier`: name this file after its article",
    "",
    "Golden question missed (error):",
    "DIR/bridge.questions.yaml:2: direct “When was the bridge shut?”: got answered (shut), wanted small-talk",
    "",
    "Uncertain speaker (warning):",
    "DIR/bridge.md:15: the file has nobody, import Quist (N % sure): “We shall open it in October,” Quist said.",
    "",
    "1 article without mistakes; 3 mistakes, 1 of 2 golden questions answered right, 1 uncertain speaker: to be mended",
  ]);
});

test("a feed that cannot be followed is a mistake, too", async () => {
  const feeds = "feeds:\n  - url: https://packet.example/feed\n    evry: 5\n";
  const { code, lines } = await check({ ...GOOD, "feeds.yaml": feeds });
  expect(code).toBe(1);
  expect(lines[1]).toMatch(/^DIR\/feeds\.yaml:3: unknown field `evry`/u);
  expect((await check({ ...GOOD, "feeds.yaml": feeds.replace("evry", "every") })).code).toBe(0);
});

test("the questions of an article wait until its translation has no mistake", async () => {
  const files = {
    ...GOOD,
    "bridge.uk.md": "# Міст\n\nОдин <br> два.\n",
    "bridge.questions.yaml": MISSED,
  };
  const { lines } = await check(files);
  expect(lines.filter((line) => line.includes(".questions.yaml:"))).toEqual([]);
  expect(lines.filter((line) => line.startsWith("DIR/bridge.uk.md:3: ")).length).toBeGreaterThan(0);
});

const NOTE = `The harbour bridge stays closed
The bridge over the Vell will stay closed until October, the mayor, Ada Quist, told reporters on Monday.
“We have found cracks in two of the pillars,” Quist said. “Nobody should drive over them.”
The works will cost 4 million crowns, and the province is expected to pay half of it.
`;

test("what import was not sure of is uncertain until an editor decides, whatever he decides", async () => {
  const folder = articleFolder({ "note.txt": NOTE });
  await runCommand("import", [join(folder, "note.txt"), "--out", folder]);
  const file = join(folder, "the-harbour-bridge-stays-closed.md");
  const uncertain = async () => {
    const { stdout } = await runCommand("check-content", ["--content", folder, "--format", "json"]);
    return JSON.parse(stdout).uncertain.map(({ line }: { line: number }) => line);
  };
  const lines = () => readFileSync(file, "utf8").split("\n");
  const marked = lines().flatMap((line, at) => (/ review[ }]/u.test(line) ? [at + 1] : []));
  expect(marked).toHaveLength(2);
  expect((await uncertain()).toSorted()).toEqual(marked);

  const saveAll = (change: (line: string) => string) =>
    writeFileSync(file, lines().map(change).join("\n"));
  const imported = readFileSync(file, "utf8");
  saveAll((line) => line.replace(" proposed review", ""));
  expect(await uncertain()).toEqual([]);
  writeFileSync(file, imported);
  saveAll((line) => line.replace(/ \{[^}]* review[^}]*\}/u, ""));
  expect(await uncertain()).toEqual([]);
});

test.each([
  [["--max-uncertain", "1"], 0],
  [["--max-uncertain", "0"], 1],
])("%s: uncertain speakers end with %i", async (options, code) => {
  expect((await check({ "bridge.md": BRIDGE + UNSURE }, { options })).code).toBe(code);
});

test.each([
  [[], 1],
  [["--max-missed", "1"], 0],
])("%s: a golden question missed ends with %i", async (options, code) => {
  expect((await check({ ...GOOD, "bridge.questions.yaml": MISSED }, { options })).code).toBe(code);
});

const GITHUB = { GITHUB_ACTIONS: "true" };

test("in GitHub Actions, everything is an annotation at its line, with a path in the workspace", async () => {
  const workspace = mkdtempSync(join(tmpdir(), "workspace-"));
  onTestFinished(() => rmSync(workspace, { recursive: true }));
  const name = "50 %, a: b.md";
  writeFileSync(join(workspace, name), "# The ferry\n\nOne <br> 50 %.\n");
  const env = { ...GITHUB, GITHUB_WORKSPACE: workspace };
  const { io, output } = commandIo();
  expect(await checkContent(["--content", workspace], { ...io, env })).toBe(1);
  const [first, summary, ...more] = (await output()).stdout.trim().split("\n");
  expect(first).toMatch(/^::error file=50 %25%2C a%3A b\.md,line=3,title=Mistake::`?<br>/u);
  expect(summary).toMatch(/1 mistake/u);
  expect(more).toEqual([]);
});

test("warnings are annotated as such, and a message stays on one line with its percentages", async () => {
  const { lines } = await check({ "bridge.md": BRIDGE + UNSURE }, { env: GITHUB });
  expect(lines[0]).toMatch(
    /^::warning file=DIR\/bridge\.md,line=15,title=Uncertain speaker::the file has nobody, .* \(\d+ %25 sure\): “We shall open it in October,” Quist said\.$/u,
  );
});

test("--format text has no annotations in GitHub Actions either", async () => {
  const options = ["--format", "text"];
  const { lines } = await check({ "bridge.md": BRIDGE + UNSURE }, { options, env: GITHUB });
  expect(lines[0]).toBe("Uncertain speaker (warning):");
});

test("the run's page gets the summary and the list, as text that nothing in it can break out of", async () => {
  const folder = articleFolder({});
  const file = join(folder, "summary.md");
  writeFileSync(file, "# From another step\n");
  const env = { ...GITHUB, GITHUB_STEP_SUMMARY: file };
  await check({ "bridge.md": `${BRIDGE}\n## <script> {by=quist}\n` }, { env });
  const page = readFileSync(file, "utf8");
  expect(page).toMatch(/^# From another step\n## Articles\n\nno articles without mistakes; /u);
  const found = page.split("\n").filter((line) => line.includes("bridge.md:"));
  expect(found.length).toBeGreaterThan(0);
  for (const line of found) expect(line).toMatch(/^ {4}\S/u);
});

test("a summary that cannot be written changes nothing else", async () => {
  const { code, stderr } = await check(GOOD, {
    env: { GITHUB_STEP_SUMMARY: "/nowhere/summary.md" },
  });
  expect(code).toBe(0);
  expect(stderr).toMatch(/^the summary cannot be written: .*ENOENT/u);
});

test("--format json is one object on one line", async () => {
  const { code, lines } = await check(
    { ...GOOD, "bridge.questions.yaml": MISSED },
    { options: ["--format", "json"] },
  );
  expect(code).toBe(1);
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    {
      articles: 1,
      mistakes: [],
      asked: 1,
      missed: [
        {
          file: "DIR/bridge.questions.yaml",
          line: 1,
          message: expect.stringMatching(/^direct “/u),
        },
      ],
      uncertain: [],
      isToMend: true,
    },
  ]);
});

test.each([
  [["--format", "xml"], "--format is one of text, github, json"],
  [["--max-missed", "few"], "--max-missed takes a number"],
  [["--max-uncertain", "-1"], "--max-uncertain needs a value"],
  [["--content", "nowhere"], "nowhere is not a folder"],
  [["--content", "README.md"], "README.md is not a folder"],
  [["content"], "content is one argument too many"],
])("%s is refused in a sentence", async (args, sentence) => {
  const run = await runCommand("check-content", args);
  expect(run).toMatchObject({ code: 2, stdout: "" });
  expect(run.stderr).toContain(sentence);
});

test("a folder without articles is something to mend", async () => {
  const { code, lines } = await check({});
  expect(code).toBe(1);
  expect(lines[1]).toContain("there are no articles in this folder");
});
