import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { expect, onTestFinished, test } from "vitest";
import { loadLibrary } from "../../src/article/loading/load-library.ts";
import { openContentReader } from "../../src/content/content-reader.ts";
import { type ContentRequest, prepareContent } from "../../src/content/prepare-content.ts";
import { runSteps } from "../../src/languages/steps.ts";
import { searchText } from "../support/search-text.ts";

const CARRIES = "carries apples, pears, cherries and plums to the islands in the bay, day by day.";
const FERRY = "# Ferry\n\nThe night ferry leaves at nine.\n";

const TRAM = `---
people:
  novak:
    name: Eva Novak
    capacity: driver
---

# Tram

Trams are late. {by=novak kind=opinion}
`;

/** A folder with an article so large that it is read in a worker thread. */
function openFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "ask-the-article-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const boats = Array.from({ length: 700 }, (_, at) => `Boat ${at} ${CARRIES}`);
  writeFileSync(join(folder, "boats.md"), `# Boats\n\n${boats.join("\n\n")}\n`);
  writeFileSync(join(folder, "boats.uk.md"), "# Човни\n");
  writeFileSync(join(folder, "ferry.md"), FERRY);
  return folder;
}

const { signal } = new AbortController();

test("a large library is read like a small one, and indexed", async () => {
  const folder = openFolder();
  const content = await openContentReader({ folder }).read(signal);
  if (content?.kind !== "loaded") throw new Error(JSON.stringify(content));
  const library = loadLibrary(folder);
  if (library.kind !== "loaded") throw new Error("there is a mistake");
  expect(content.articles).toEqual(
    library.articles.map((article) =>
      expect.objectContaining({ ...article, translations: expect.anything() }),
    ),
  );
  const { hits } = searchText(runSteps(content.index()), "Which boat is number 77?");
  expect(hits[0]?.passage.text).toBe(`Boat 77 ${CARRIES}`);
});

test("an article that stays as it is stays the same object", async () => {
  const folder = openFolder();
  const { read } = openContentReader({ folder });
  const before = await read(signal);
  writeFileSync(join(folder, "ferry.md"), FERRY.replace("nine", "ten"));
  const after = await read(signal);
  if (before?.kind !== "loaded" || after?.kind !== "loaded") throw new Error("there is a mistake");
  const [boats, ferry] = after.articles;
  expect(boats).toBe(before.articles[0]);
  expect(ferry?.sections[0]?.passages[0]?.text).toBe("The night ferry leaves at ten.");
});

const HAND_OVER = `
const { parentPort } = require("node:worker_threads");
parentPort.once("message", (content) => parentPort.postMessage(content));`;

/** Keeps the articles of a small collection, too. */
function startKeeping(request: ContentRequest): Worker {
  const given = { version: "1", onProgress: () => {}, minPassages: 1 };
  const worker = new Worker(HAND_OVER, { eval: true });
  void prepareContent(request, given).then((content) => worker.postMessage(content, []));
  return worker;
}

test("an article that nobody has asked about is read from what was kept last", async () => {
  const folder = openFolder();
  const keptIn = mkdtempSync(join(tmpdir(), "ask-the-article-"));
  onTestFinished(() => rmSync(keptIn, { recursive: true, force: true }));
  writeFileSync(join(folder, "tram.md"), TRAM);
  const { read } = openContentReader({ folder, keptIn, startWorker: startKeeping });
  const before = await read(signal);
  if (before?.kind !== "loaded") throw new Error(JSON.stringify(before));
  expect(before.articles[1]?.sections).not.toEqual([]);

  writeFileSync(join(folder, "boats.uk.md"), "# Кораблі\n");
  const after = await read(signal);
  if (after?.kind !== "loaded") throw new Error("there is a mistake");
  const [, ferry, tram] = after.articles;
  expect(ferry).toBe(before.articles[1]);
  expect(tram).not.toBe(before.articles[2]);
  const [passage] = tram?.sections[0]?.passages ?? [];
  expect(passage?.text).toBe("Trams are late.");
  // Whoever speaks is one of the article's people, not somebody like them.
  expect(passage?.speaker).toBe(tram?.people.find(({ id }) => id === "novak"));
  expect(before.articles[2]?.sections).toEqual(tram?.sections);
});

test.each([
  ["throws", "throw new TypeError('secret words')", "TypeError"],
  ["exits without a result", "process.exit(3)", "Error"],
  ["takes all memory", "const all = []; for (;;) all.push(new Array(1e6).fill(1.5))", "ERR_WORKER"],
])("a reader that %s is reported as a mistake", async (_what, code, expected) => {
  const folder = openFolder();
  const startWorker = () =>
    new Worker(code, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 30 } });
  const library = await openContentReader({ folder, startWorker }).read(signal);
  const [mistake] = library?.kind === "faulty" ? library.diagnostics : [];
  expect(mistake).toMatchObject({ file: folder, line: 1 });
  expect(mistake?.message).toContain(expected);
  expect(mistake?.message).not.toContain("secret");
});

const startEndless = () => new Worker("for (;;);", { eval: true });

test("aborted reading ends", async () => {
  const ending = new AbortController();
  const reading = openContentReader({ folder: openFolder(), startWorker: startEndless }).read(
    ending.signal,
  );
  setTimeout(() => ending.abort(), 50);
  expect(await reading).toBeUndefined();
});

test("a reader that hangs is reported, and ended", async () => {
  const folder = openFolder();
  let worker: Worker | undefined;
  const startWorker = () => (worker = startEndless());
  const content = await openContentReader({ folder, startWorker, silenceMs: 50 }).read(signal);
  expect(content).toMatchObject({ kind: "faulty", diagnostics: [{ file: folder, line: 1 }] });
  expect(worker?.threadId).toBe(-1);
});

/** At work for a second, and heard of every hundredth of one. */
const SLOW = `
const { parentPort } = require("node:worker_threads");
const signs = setInterval(() => parentPort.postMessage({ kind: "alive" }), 10);
setTimeout(() => {
  clearInterval(signs);
  parentPort.postMessage({ kind: "faulty", diagnostics: [] });
}, 1000);`;

const startSlow = () => new Worker(SLOW, { eval: true });

test("a reader that shows life may take its time", async () => {
  const reader = openContentReader({
    folder: openFolder(),
    startWorker: startSlow,
    silenceMs: 900,
  });
  expect(await reader.read(signal)).toEqual({ kind: "faulty", diagnostics: [] });
});
