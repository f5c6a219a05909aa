import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import { expect, test, vi } from "vitest";

// Node and tsx alone take a second to start on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

/** Starts a command as its script in package.json does. */
function start(name: string, args: readonly string[]) {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
  const [, ...words] = String(scripts[name]).split(" ");
  return spawn(process.execPath, [...words, ...args]);
}

async function run(name: string, args: readonly string[], input = "") {
  const child = start(name, args);
  // A command that reads no input may end before it is written.
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "close"),
  ]);
  return { stdout, stderr, code };
}

const FERRY = ["--content", "test/fixtures/articles", "--article", "harbour-ferry"];

test("npm run ask prints an answer", async () => {
  const { stdout, stderr, code } = await run("ask", [...FERRY, "How much is a ticket?"]);
  expect({ stderr, code }).toEqual({ stderr: "", code: 0 });
  expect(stdout).toContain("9 crowns");
});

test("npm run eval fails with exit code 2 for a folder that does not exist", async () => {
  const { stderr, code } = await run("eval", ["--content", "nowhere"]);
  expect(stderr).toContain("there is no such folder");
  expect(code).toBe(2);
});

test.each(["gaps", "trace", "learn", "count-words"])("npm run %s prints its help", async (name) => {
  const { stdout, stderr, code } = await run(name, ["--help"]);
  expect({ stderr, code }).toEqual({ stderr: "", code: 0 });
  expect(stdout).toContain(`npm run ${name}`);
});

test("an unknown command is refused with the known ones", async () => {
  const child = spawn(process.execPath, ["--import", "tsx", "src/cli/run.ts", "answer"]);
  const [stderr, [code]] = await Promise.all([text(child.stderr), once(child, "close")]);
  expect(stderr).toContain('unknown command "answer": write one of ask, import, eval');
  expect(code).toBe(2);
});

test("a reader that closes the pipe ends ask --jsonl without a complaint", async () => {
  const child = start("ask", [...FERRY, "--jsonl"]);
  const complaints = text(child.stderr);
  child.stdin.on("error", () => {});
  child.stdin.end('{"question": "How much is a ticket?"}\n'.repeat(3000));
  await once(child.stdout, "data");
  child.stdout.destroy();

  expect(await once(child, "close")).toEqual([0, null]);
  expect(await complaints).toBe("");
});

// Ten times what the first hundreds of questions of a process take on two cores; speed itself is the bench's.
const MAX_MEDIAN_MS = 10;

test("ask --jsonl says of each question how long it took, half of the time a few milliseconds", async () => {
  const questions = ["How much is a ticket?", "bar?", "who is Tobias Renn", "best phone"];
  const input = questions.map((question) => `${JSON.stringify({ question })}\n`).join("");
  const { stdout } = await run("ask", [...FERRY, "--jsonl"], input.repeat(100));
  const times = stdout
    .trimEnd()
    .split("\n")
    .map((line): number => JSON.parse(line).ms);
  expect(times).toHaveLength(400);
  expect(times.toSorted((one, other) => one - other)[200]).toBeLessThan(MAX_MEDIAN_MS);
  expect(Math.min(...times)).toBeGreaterThan(0);
});
