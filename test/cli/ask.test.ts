import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, type Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { runCommand, startCommand } from "./run-command.ts";

/** Three articles: harbour-ferry, bakery-fire and corn-square. */
const ARTICLES = ["--content", "test/fixtures/articles"];
const FERRY = [...ARTICLES, "--article", "harbour-ferry"];

// Other people's scripts rely on exactly this: a change here breaks them.
const answerSchema = z.strictObject({
  id: z.union([z.string(), z.number(), z.null()]),
  kind: z.enum([
    "answered",
    "unsure",
    "not-covered",
    "points",
    "person",
    "overview",
    "source",
    "small-talk",
  ]),
  verdict: z.enum(["answered", "closest", "near", "nothing"]).nullable(),
  confidence: z.number().min(0).max(1),
  text: z.string().min(1),
  passages: z.array(
    z.strictObject({
      id: z.string(),
      article: z.string(),
      section: z.string(),
      text: z.string(),
      speaker: z.string(),
      speakerName: z.string(),
      capacity: z.string(),
      kind: z.enum(["opinion", "announcement", "report"]),
      quoted: z.boolean(),
    }),
  ),
  ranked: z
    .array(
      z.strictObject({
        id: z.string(),
        article: z.string(),
        text: z.string(),
        score: z.number(),
      }),
    )
    .max(10),
  ms: z.number().min(0),
});

function linesOf(output: string): string[] {
  return output.split("\n").filter((line) => line !== "");
}

test("a question is answered in plain text, with the speaker", async () => {
  const run = await runCommand("ask", [...FERRY, "How", "much is a ticket?"]);
  expect(run).toMatchObject({ code: 0, stderr: "" });
  expect(run.stdout).toContain("9 crowns");
  expect(run.stdout).toContain("Tobias Renn");
  expect(Math.max(...linesOf(run.stdout).map((line) => line.length))).toBeLessThanOrEqual(80);
});

test("--explain adds how the question was read and how each passage scored", async () => {
  const { stdout } = await runCommand("ask", [...FERRY, "--explain", "How much is a tiket?"]);
  expect(stdout).toContain("9 crowns");
  expect(stdout).toMatch(/^Read as a question for a number\./mu);
  expect(stdout).toMatch(/^Words that count: .*tiket \(read as “ticket”\)/mu);
  expect(stdout).toMatch(/^1\. harbour-ferry\/fares · Tobias Renn · § The ferry returns/mu);
  expect(stdout).toMatch(/^\+\d\.\d\d +shares the words? .*“ticket”/mu);
});

test("--json prints one line with exactly the agreed keys, --explain goes to stderr", async () => {
  const args = [...FERRY, "--json", "--explain", "How much is a ticket?"];
  const { stdout, stderr } = await runCommand("ask", args);
  const json: object = JSON.parse(stdout);
  expect(linesOf(stdout)).toHaveLength(1);
  expect(Object.keys(json)).toEqual(Object.keys(answerSchema.shape));
  expect(answerSchema.parse(json)).toMatchObject({
    id: null,
    kind: "answered",
    passages: [{ id: "fares", article: "harbour-ferry", speaker: "renn", kind: "announcement" }],
  });
  expect(stderr).toContain("harbour-ferry/fares");
});

test("--jsonl answers in order, keeps conversations apart, and continues after a bad line", async () => {
  const input = `
    {"id": "b", "conversation": "x", "question": "How much is a ticket?"}
    {"id": 2, "conversation": "y", "question": "What does Dunsley say about the berth?"}
    how much is a ticket?
    {"id": "a", "conversation": "x", "question": "who says that?"}
    {"id": 1, "conversation": "y", "question": "who says that?"}`;
  const run = await runCommand("ask", [...FERRY, "--jsonl"], input);

  const [fares, berth, bad, ...speakers] = linesOf(run.stdout);
  expect(JSON.parse(bad ?? "")).toEqual({ id: null, error: expect.stringContaining("not JSON") });
  const answers = [fares, berth, ...speakers].map((line) =>
    answerSchema.parse(JSON.parse(line ?? "")),
  );
  expect(answers.map(({ id, passages }) => [id, passages[0]?.speaker])).toEqual([
    ["b", "renn"],
    [2, "dunsley"],
    ["a", "renn"],
    [1, "dunsley"],
  ]);
  expect(run).toMatchObject({
    code: 1,
    stderr: "1 of 5 lines were not answered: see their error\n",
  });
});

test("--jsonl answers a question before the next one is written", async () => {
  const stdin = new PassThrough();
  const { stdout, done } = startCommand("ask", [...FERRY, "--jsonl"], stdin);
  stdin.write('{"id": 1, "question": "fares"}\n');
  const answer = await firstChunkOf(stdout);
  expect(answerSchema.parse(JSON.parse(answer)).id).toBe(1);

  stdin.end();
  expect(await done).toBe(0);
});

test("without a question it answers one after another, as one conversation", async () => {
  const input = "How much is a ticket?\n\nwho says that?\n";
  const run = await runCommand("ask", FERRY, input);
  expect(run).toMatchObject({ code: 0, stderr: "" });
  const [fares = "", speaker = ""] = run.stdout.split(/(?<=\n)(?=Tobias Renn)/u);
  expect(fares).toContain("9 crowns");
  expect(speaker).toContain("Tobias Renn");
});

test("“exit” ends it, in any case", async () => {
  const run = await runCommand("ask", FERRY, "How much is a ticket?\n Exit \nwho says that?\n");
  expect(run).toMatchObject({ code: 0, stderr: "" });
  expect(run.stdout).toContain("9 crowns");
  expect(run.stdout).not.toContain("Said by");
});

test("a terminal gets a prompt, and an empty line ends it", async () => {
  const stdin = Object.assign(new PassThrough(), { isTTY: true });
  const { stdout, done } = startCommand("ask", FERRY, stdin);
  stdin.write("How much is a ticket?\nwho says that?\n\nnever asked\n");
  expect(await done).toBe(0);
  const shown = await text(stdout);
  expect(shown).toContain("> ");
  expect(shown).toContain("Said by Tobias Renn");
  expect(shown).not.toContain("never asked");
});

test("--json, --explain and --article hold for all questions of a conversation", async () => {
  const args = [...FERRY, "--json", "--explain"];
  const { stdout, stderr } = await runCommand("ask", args, "How much is a ticket?\nwho says that?");
  const records = linesOf(stdout).map((line) => answerSchema.parse(JSON.parse(line)));
  expect(records.map(({ passages }) => passages[0]?.id)).toEqual(["fares", "fares"]);
  expect(stderr.match(/^Read as/gmu)).toHaveLength(2);
});

test("an unknown article is reported with the known ones", async () => {
  const run = await runCommand("ask", [...ARTICLES, "--article", "ferry", "fares"]);
  expect(run).toEqual({
    code: 2,
    stdout: "",
    stderr:
      "there is no article `ferry`: the known ones are bakery-fire, corn-square, harbour-ferry\n",
  });
});

test("mistakes in the content are reported all at once, each with its line", async () => {
  const folder = mkdtempSync(join(tmpdir(), "ask-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "a.md"), "no title\n");
  writeFileSync(join(folder, "b.md"), "# T\n");

  const run = await runCommand("ask", ["--content", folder, "fares"]);
  expect(run).toMatchObject({ code: 2, stdout: "" });
  expect(linesOf(run.stderr)).toEqual([
    expect.stringMatching(/a\.md:1: the article has no title/u),
    expect.stringMatching(/b\.md:1: the article is empty/u),
  ]);
});

test.each([
  [[" "], /^the question is empty\nnpm run ask -- --help lists the options\n$/u],
  [["--jsonl", "when?"], /^--jsonl reads its questions from stdin/u],
  [["--jsonl", "--explain"], /^--jsonl .* does not explain/u],
])("%j is refused with the way out", async (args, sentence) => {
  const run = await runCommand("ask", args);
  expect(run).toMatchObject({ code: 2, stdout: "" });
  expect(run.stderr).toMatch(sentence);
});

function firstChunkOf(stream: Readable): Promise<string> {
  return new Promise((resolve) => {
    stream.once("data", (chunk: Buffer) => resolve(chunk.toString()));
  });
}

test.each([[[]], [["--json"]], [["--explain"]]])(
  "a question cannot send control characters to the terminal: %j",
  async (options) => {
    const question = "Is there a zzgl\u001b[31mork\u009b2J or a \u202equx\u007fquux?";
    const args = ["--content", "test/fixtures/articles", ...options, question];
    const { stdout, stderr } = await runCommand("ask", args);
    expect((stdout + stderr).replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u202e]/u);
  },
);
