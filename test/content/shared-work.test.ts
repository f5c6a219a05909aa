import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { Worker } from "node:worker_threads";
import { expect, onTestFinished, test, vi } from "vitest";
import { prepareContent } from "../../src/content/prepare-content.ts";
import { openShareThread, type ShareThread } from "../../src/content/shares/share-thread.ts";
import { type Sharing, threadsFor } from "../../src/content/shares/shared-work.ts";
import { articleFolder } from "../support/article-folder.ts";

const idOf = (name: string) => name.toLowerCase().replace(" ", "-");

/** Names a person whom only another article lists. */
const articleAbout = (boat: string, captain: string, other: string) => `---
people:
  ${idOf(captain)}:
    name: ${captain}
    capacity: captain of the ${boat}
---

# The ${boat}

${captain} says that the ${boat} leaves the harbour at nine on 3 May 2026. {by=${idOf(captain)} kind=report}

She passes the mill of ${other} and is back after 40 minutes.
`;

const FILES = {
  "gannet.md": articleAbout("Gannet", "Ada Kerr", "Bram Tolk"),
  "heron.md": articleAbout("Heron", "Bram Tolk", "Clara Venn"),
  "heron.uk.md": "# Чапля\n",
  "kestrel.md": articleAbout("Kestrel", "Clara Venn", "Ada Kerr"),
  "mist.md":
    "---\nlanguage: uk\n---\n\n# Міст\n\nСтарий міст пофарбували 1931 року, каже Ада Керр.\n",
  "raven.md": articleAbout("Raven", "Dov Ilse", "Ada Kerr"),
};

/** The prepared content, and the files in which it is kept. */
async function prepared(sharing?: Sharing) {
  const folder = articleFolder(FILES);
  const keptIn = mkdtempSync(join(tmpdir(), "ask-the-article-"));
  onTestFinished(() => rmSync(keptIn, { recursive: true, force: true }));
  const content = await prepareContent(
    { folder, keptIn, known: new Set() },
    { version: "1", onProgress: () => {}, minPassages: 1, ...(sharing && { sharing }) },
  );
  if (content.kind !== "loaded") throw new Error(JSON.stringify(content));
  const files = readdirSync(keptIn).filter((file) => !file.startsWith("articles"));
  const kept = files.map((file) => readFileSync(join(keptIn, file)));
  return { content, kept };
}

function sharedBy(startThread: Sharing["startThread"]): Sharing {
  return { threads: 3, minArticles: 1, startThread };
}

test("an index that threads have shared is as if one had made it", async () => {
  const recorded: number[] = [];
  const shared = await prepared(
    sharedBy((onProgress) => {
      const thread = openShareThread(onProgress);
      const record: ShareThread["record"] = async (request) => {
        const shares = await thread.record(request);
        recorded.push(shares.flatMap(({ digests }) => digests).length);
        return shares;
      };
      return { ...thread, record };
    }),
  );
  const alone = await prepared();
  expect(shared.kept).toHaveLength(4);
  expect(shared.kept).toEqual(alone.kept);
  // As published and in Ukrainian, by each of two threads.
  expect(recorded.toSorted((one, other) => one - other)).toEqual([1, 1, 2, 2]);
});

const running = (code: string) => new Worker(code, { eval: true });

const cannotStart = () => {
  throw new Error("the system gives no thread");
};

test.each([
  ["starts", cannotStart],
  [
    "parses",
    () =>
      openShareThread(
        () => {},
        () => running("process.exit(3)"),
      ),
  ],
  ["records", () => ({ ...openShareThread(() => {}), record: () => Promise.reject(new Error()) })],
])("a thread that ends while it %s is done without", async (_what, startThread) => {
  const shared = await prepared(sharedBy(startThread));
  expect(shared.kept).toEqual((await prepared()).kept);
});

test("mistakes are reported in the order of the files", async () => {
  const folder = articleFolder({ "one.md": "", "three.md": "", "two.md": "" });
  const content = await prepareContent(
    { folder, known: new Set() },
    { version: "1", onProgress: () => {}, sharing: sharedBy(openShareThread) },
  );
  const mistakes = content.kind === "faulty" ? content.diagnostics : [];
  const files = new Set(mistakes.map(({ file }) => basename(file)));
  expect([...files]).toEqual(["one.md", "three.md", "two.md"]);
});

test.each([
  [2, 23, 2],
  [16, 60, 4],
  [8, 2.5, 2],
  [4, 0.9, 1],
  [1, 60, 1],
])("of %i processors with %d GB free, %i share the work", (processors, gigabytes, expected) => {
  expect(threadsFor(processors, gigabytes * 2 ** 30)).toBe(expected);
});

const AT_WORK = `
const { parentPort } = require("node:worker_threads");
parentPort.once("message", () => {
  parentPort.postMessage({ kind: "alive" });
  parentPort.postMessage({ kind: "recorded", shares: [] });
});`;

test("a thread at work shows life", async () => {
  const onProgress = vi.fn<() => void>();
  const thread = openShareThread(onProgress, () => running(AT_WORK));
  onTestFinished(() => void thread.close());
  const request = { language: undefined, digests: new Set<string>(), people: new Map() };
  expect(await thread.record(request)).toEqual([]);
  expect(onProgress).toHaveBeenCalledOnce();
});

test("a thread that has ended takes no more work", async () => {
  const thread = openShareThread(
    () => {},
    () => running(""),
  );
  const request = { folder: "", files: [], isPart: true };
  await expect(thread.parse(request)).rejects.toThrow("the thread ended");
  await expect(thread.parse(request)).rejects.toThrow("the thread ended");
});

const parsesNothing = () => Promise.resolve({ articles: [], diagnostics: [] });
const recordsNothing = () => Promise.resolve([]);

test("no thread is left once the articles are prepared", async () => {
  const workers: Worker[] = [];
  const startWorker = () => {
    const worker = running("for (;;);");
    workers.push(worker);
    return worker;
  };
  const silent: Sharing["startThread"] = (onProgress) => {
    const { close } = openShareThread(onProgress, startWorker);
    return { parse: parsesNothing, record: recordsNothing, close };
  };
  await prepared(sharedBy(silent));
  expect(workers.map(({ threadId }) => threadId)).toEqual([-1, -1]);
});
