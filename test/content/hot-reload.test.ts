import { execFileSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test, vi } from "vitest";
import type { Diagnostic } from "../../src/article/diagnostic.ts";
import { indexedHere, openContentReader } from "../../src/content/content-reader.ts";
import { openCurrentContent } from "../../src/content/current-content.ts";
import {
  createReloader,
  type ReloadOptions,
  logReloads,
  watchContent,
} from "../../src/content/hot-reload.ts";
import { articlesIn } from "../support/sample-bot.ts";

/** Long enough for a busy machine. */
const PATIENCE = { timeout: 15_000, interval: 20 };
/** Shorter than usual; a busy machine still sees several steps of a save as one. */
const DELAYS = { settleMs: 40, checkMs: 50, pollMs: 250 };

function writeFerry(folder: string, hour: string): void {
  writeFileSync(join(folder, "ferry.md"), `# Ferry\n\nThe night ferry leaves at ${hour}.\n`);
}

function openFolder(name = "", parent = mkdtempSync(join(tmpdir(), "ask-the-article-"))) {
  const folder = join(parent, name);
  mkdirSync(folder, { recursive: true });
  const ending = new AbortController();
  onTestFinished(() => {
    ending.abort();
    rmSync(parent, { recursive: true, force: true });
  });
  const save = (hour: string) => writeFerry(folder, hour);
  save("nine");
  const { content, all, replace } = openCurrentContent(indexedHere(articlesIn(folder)));
  const reloads: (readonly Diagnostic[])[] = [];
  const reloading: ReloadOptions = {
    onReload: (mistakes) => void reloads.push(mistakes),
    signal: ending.signal,
  };
  const watching = { ...reloading, delays: DELAYS };
  watchContent(folder, createReloader(openContentReader({ folder }), replace, reloading), watching);
  const text = () => all()[0]?.sections[0]?.passages[0]?.text;
  const found = async (question: string) => {
    const { findings } = await content.answerQuestion(question);
    return findings.hits[0]?.passage.text;
  };
  return { folder, content, all, save, reloads, text, found };
}

test("a saved article answers the next question", async () => {
  const { save, reloads, text, found } = openFolder();
  save("ten");
  await vi.waitFor(() => expect(reloads).toEqual([[]]));
  expect(text()).toBe("The night ferry leaves at ten.");
  expect(await found("When does the night ferry leave?")).toBe("The night ferry leaves at ten.");
});

test("a mistake is reported, and the previous version goes on answering", async () => {
  const { folder, reloads, text } = openFolder();
  writeFileSync(join(folder, "other.md"), "---\ntitle: [\n---\n\nText.\n");
  await vi.waitFor(() => expect(reloads).toHaveLength(1));
  expect(reloads[0]?.[0]?.file).toBe(join(folder, "other.md"));
  expect(text()).toBe("The night ferry leaves at nine.");
});

test("several steps of one save are one reload", async () => {
  const { save, reloads, text } = openFolder();
  for (const hour of ["ten", "eleven", "twelve"]) save(hour);
  await vi.waitFor(() => expect(reloads).toHaveLength(1));
  expect(text()).toBe("The night ferry leaves at twelve.");
});

test("only the newest of several saves counts while a large article is read", async () => {
  const { folder, reloads, text } = openFolder();
  const boats = Array.from({ length: 2500 }, (_, at) => `Boat ${at} carries apples.`);
  const save = (hour: string) =>
    writeFileSync(
      join(folder, "ferry.md"),
      `# Ferry\n\nThe night ferry leaves at ${hour}.\n\n${boats.join("\n\n")}\n`,
    );
  save("ten");
  await sleep(150);
  save("eleven");
  await vi.waitFor(() => expect(reloads).toEqual([[]]), PATIENCE);
  expect(text()).toBe("The night ferry leaves at eleven.");
});

/** Ways in which editors and scripts save. */
const SAVES: readonly (readonly [string, (folder: string) => void])[] = [
  ["written in place", (folder) => writeFerry(folder, "ten")],
  [
    "written beside and renamed",
    (folder) => {
      writeFileSync(join(folder, ".ferry.md.swp"), "");
      writeFileSync(join(folder, "4913"), "");
      unlinkSync(join(folder, "4913"));
      renameSync(join(folder, "ferry.md"), join(folder, "ferry.md~"));
      writeFerry(folder, "ten");
      unlinkSync(join(folder, "ferry.md~"));
      unlinkSync(join(folder, ".ferry.md.swp"));
    },
  ],
  [
    "deleted and recreated",
    (folder) => {
      unlinkSync(join(folder, "ferry.md"));
      writeFerry(folder, "ten");
    },
  ],
  [
    "in a folder that is moved away and recreated",
    (folder) => {
      renameSync(folder, `${folder}.old`);
      mkdirSync(folder);
      writeFerry(folder, "ten");
    },
  ],
  [
    "in another folder that replaces it by two renames",
    (folder) => {
      mkdirSync(`${folder}.new`);
      writeFerry(`${folder}.new`, "ten");
      renameSync(folder, `${folder}.old`);
      renameSync(`${folder}.new`, folder);
    },
  ],
  [
    "in a folder that is removed and put back",
    (folder) => {
      rmSync(folder, { recursive: true });
      mkdirSync(folder);
      writeFerry(folder, "ten");
    },
  ],
  [
    "in a folder whose parent is swapped",
    (folder) => {
      renameSync(dirname(folder), `${dirname(folder)}.old`);
      mkdirSync(folder, { recursive: true });
      writeFerry(folder, "ten");
    },
  ],
];

test.each(SAVES)(
  "an article %s answers the next question, and so do later saves",
  async (_how, save) => {
    const { folder, text } = openFolder("parent/content");
    save(folder);
    await vi.waitFor(() => expect(text()).toBe("The night ferry leaves at ten."), PATIENCE);
    // By then the new folder is watched, not the old one.
    await sleep(2 * DELAYS.checkMs);
    writeFerry(folder, "eleven");
    await vi.waitFor(() => expect(text()).toBe("The night ferry leaves at eleven."), PATIENCE);
  },
);

test("a link that is changed to another folder is followed there", async () => {
  const { folder, text } = openFolder("one");
  const parent = dirname(folder);
  const link = join(parent, "current");
  symlinkSync("one", link);
  const followed = openFolder("current", parent);
  mkdirSync(join(parent, "two"));
  writeFerry(join(parent, "two"), "ten");
  symlinkSync("two", `${link}.new`);
  renameSync(`${link}.new`, link);
  await vi.waitFor(() => expect(followed.text()).toBe("The night ferry leaves at ten."), PATIENCE);
  writeFerry(join(parent, "two"), "eleven");
  await vi.waitFor(
    () => expect(followed.text()).toBe("The night ferry leaves at eleven."),
    PATIENCE,
  );
  expect(text()).toBe("The night ferry leaves at nine.");
});

test("while the folder is gone, the last version goes on answering, and that is reported once", async () => {
  const { folder, reloads, text } = openFolder("content");
  rmSync(folder, { recursive: true });
  await sleep(6 * DELAYS.checkMs);
  expect(reloads.flat().map(({ message }) => message)).toEqual([
    "there is no such folder: name the folder that holds your articles",
  ]);
  expect(text()).toBe("The night ferry leaves at nine.");
});

test("a question that contains contact details is not cached", async () => {
  const { content } = openFolder();
  const isCached = async (question: string) =>
    (await content.answerQuestion(question)) === (await content.answerQuestion(question));
  expect(await isCached("When does the ferry leave?")).toBe(true);
  expect(await isCached("When does the ferry leave? Write to anna.k@example.org")).toBe(false);
  expect(await isCached("When does the ferry leave? Call +47 123 45 678")).toBe(false);
});

test("only the first of thousands of mistakes are logged, with the number of others", () => {
  const logged: string[] = [];
  const mistakes = Array.from({ length: 60_000 }, (_, at) => ({
    file: "content/ferry.md",
    line: at + 1,
    message: "wrong",
  }));
  logReloads((line) => void logged.push(line))(mistakes);
  expect(logged).toHaveLength(101);
  expect(logged.slice(-2)).toEqual([
    "content/ferry.md:100: wrong",
    "59900 more mistakes in the articles: fix those above first",
  ]);
});

test("a reload says whether there were no mistakes, also when a later one overtakes it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "ask-the-article-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const { signal } = new AbortController();
  const reader = openContentReader({ folder });
  const reload = createReloader(reader, async () => {}, { onReload: () => {}, signal });
  writeFerry(folder, "nine");
  expect(await reload()).toBe(true);
  writeFileSync(join(folder, "ferry.md"), "# Ferry\n\nIt leaves. {by=nobody}\n");
  expect(await Promise.all([reload(), reload()])).toEqual([false, false]);
});

/** A command of Git in a folder, whoever runs the tests. */
function git(folder: string, ...args: string[]): void {
  const who = ["-c", "user.name=Ann Other", "-c", "user.email=ann@packet.example"];
  execFileSync("git", ["-C", folder, ...who, ...args], { stdio: "pipe" });
}

test("what is pulled into a clone of the articles is answered from, as on the branch", async () => {
  const { folder, all, reloads, text } = openFolder("content");
  const origin = mkdtempSync(join(tmpdir(), "origin-"));
  onTestFinished(() => rmSync(origin, { recursive: true }));
  const clone = dirname(folder);
  git(clone, "init", "--quiet", "--initial-branch=main");
  git(clone, "add", "content");
  git(clone, "commit", "--quiet", "-m", "The ferry");
  execFileSync("git", ["clone", "--quiet", "--bare", clone, join(origin, "articles.git")]);
  git(clone, "remote", "add", "origin", join(origin, "articles.git"));
  execFileSync("git", ["clone", "--quiet", join(origin, "articles.git"), join(origin, "desk")]);

  const desk = join(origin, "desk", "content");
  const slugs = () => all().map(({ slug }) => slug);
  const publish = async (isUp: () => boolean) => {
    git(desk, "add", "--all");
    git(desk, "commit", "--quiet", "-m", "Publish");
    git(desk, "push", "--quiet");
    git(clone, "pull", "--quiet", "--ff-only", "origin", "main");
    await vi.waitFor(() => expect(isUp()).toBe(true), PATIENCE);
  };
  writeFerry(desk, "ten");
  writeFileSync(join(desk, "pier.md"), "# The pier\n\nThe pier burnt.\n");
  await publish(() => slugs().includes("pier") && text() === "The night ferry leaves at ten.");
  unlinkSync(join(desk, "pier.md"));
  await publish(() => !slugs().includes("pier"));
  expect(text()).toBe("The night ferry leaves at ten.");
  expect(reloads.flat()).toEqual([]);
});
