import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { expect, onTestFinished, test } from "vitest";
import { loadLibrary } from "../../src/article/loading/load-library.ts";
import { readLibrary } from "../../src/content/read-library.ts";

/** A folder with an article so large that it is read in a worker thread. */
function openFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "ask-the-article-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const boats = Array.from({ length: 2500 }, (_, at) => `Boat ${at} carries apples.`);
  writeFileSync(join(folder, "boats.md"), `# Boats\n\n${boats.join("\n\n")}\n`);
  writeFileSync(join(folder, "boats.uk.md"), "# Човни\n");
  return folder;
}

const { signal } = new AbortController();
const running = (code: string) => () => new Worker(code, { eval: true });

test("a large library is read like a small one", async () => {
  const folder = openFolder();
  expect(await readLibrary(folder, signal)).toEqual(loadLibrary(folder));
});

test.each([
  ["throws", "throw new TypeError('secret words')", "TypeError"],
  ["exits without a result", "process.exit(3)", "Error"],
  ["takes all memory", "const all = []; for (;;) all.push(new Array(1e6).fill(1.5))", "ERR_WORKER"],
])("a reader that %s is reported as a mistake", async (_what, code, expected) => {
  const folder = openFolder();
  const startReader = () =>
    new Worker(code, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 30 } });
  const library = await readLibrary(folder, signal, startReader);
  const [mistake] = library?.kind === "faulty" ? library.diagnostics : [];
  expect(mistake).toMatchObject({ file: folder, line: 1 });
  expect(mistake?.message).toContain(expected);
  expect(mistake?.message).not.toContain("secret");
});

test("aborted reading ends", async () => {
  const ending = new AbortController();
  const reading = readLibrary(openFolder(), ending.signal, running("for (;;);"));
  setTimeout(() => ending.abort(), 50);
  expect(await reading).toBeUndefined();
});
