import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { articleIn } from "../../src/article/translation.ts";
import { loadLibrary } from "../../src/article/loading/load-library.ts";
import { unpackArticle } from "../../src/content/packed-article.ts";
import { type PreparedContent, prepareContent } from "../../src/content/prepare-content.ts";
import { runSteps } from "../../src/languages/steps.ts";
import { openFile } from "../../src/files/open-file.ts";
import { openSavedIndex } from "../../src/search/index/saved-index.ts";
import { articleFolder } from "../support/article-folder.ts";
import { OBSTACLES } from "../support/obstacles.ts";
import { searchText } from "../support/search-text.ts";

const FERRY = "# Ferry\n\nThe night ferry leaves the harbour at nine.\n";
const BRIDGE = "# Bridge\n\nThe old bridge was painted in 1931. {#painted}\n";
const MOST = "# Міст\n\nСтарий міст пофарбували 1931 року. {#painted}\n";

function openFolder() {
  const folder = articleFolder({ "bridge.md": BRIDGE, "bridge.uk.md": MOST, "ferry.md": FERRY });
  const keptIn = mkdtempSync(join(tmpdir(), "ask-the-article-"));
  onTestFinished(() => rmSync(keptIn, { recursive: true, force: true }));
  const read = (version = "1", known: readonly string[] = []) =>
    prepareContent(
      { folder, keptIn, known: new Set(known) },
      { version, onProgress: () => {}, minPassages: 1 },
    );
  const prepare = async (version?: string, known?: readonly string[]) => {
    const content = await read(version, known);
    if (content.kind !== "loaded") throw new Error(JSON.stringify(content));
    return content;
  };
  const kept = (name: "articles" | "index" | "uses") =>
    join(keptIn, readdirSync(keptIn).find((file) => file.startsWith(name)) ?? "");
  const save = (name: string, text: string) => writeFileSync(join(folder, name), text);
  return { folder, keptIn, read, prepare, kept, save };
}

function articlesOf({ articles, packed }: PreparedContent) {
  const bytes = typeof packed === "string" ? readFileSync(packed) : packed;
  let at = bytes.length - articles.reduce((sum, { size }) => sum + size, 0);
  return articles.flatMap(({ size, outlineSize }) => {
    if (size === 0) return [];
    at += size;
    return [unpackArticle(bytes.subarray(at - size, at), outlineSize)];
  });
}

function found(content: PreparedContent, question: string, language?: "uk") {
  const prepared = content.indexes.find((one) => one.language === language);
  if (!prepared) throw new Error("there is no such index");
  const articles = articlesOf(content).map((one) => (language ? articleIn(one, language) : one));
  const saved = typeof prepared.saved === "string" ? openFile(prepared.saved) : prepared.saved;
  const index = runSteps(openSavedIndex(saved, prepared.key, articles));
  return searchText(index, question).hits[0]?.passage.text;
}

test("articles are handed over as they are loaded, with their index", async () => {
  const { folder, prepare } = openFolder();
  const content = await prepare();
  const library = loadLibrary(folder);
  expect(library).toEqual({ kind: "loaded", articles: articlesOf(content) });
  expect(found(content, "When does the night ferry leave?")).toContain("at nine");
});

test("articles with translations are indexed in their languages", async () => {
  const { prepare } = openFolder();
  const content = await prepare();
  expect(content.indexes.map(({ language }) => language)).toEqual([undefined, "uk"]);
  expect(found(content, "Коли пофарбували старий міст?", "uk")).toContain("1931 року");
  expect(found(content, "When does the night ferry leave?", "uk")).toContain("at nine");
});

test("the second time, articles and index are taken from where they are kept", async () => {
  const { keptIn, prepare } = openFolder();
  const first = await prepare();
  const files = readdirSync(keptIn).map((file) => join(keptIn, file));
  expect(files).toHaveLength(5);
  const before = files.map((file) => statSync(file).ino);
  expect(await prepare()).toEqual(first);
  expect(files.map((file) => statSync(file).ino)).toEqual(before);
});

test("of articles that are known and not saved, only what changed is handed over", async () => {
  const { keptIn, prepare, save } = openFolder();
  const known = (await prepare()).articles.map(({ digest }) => digest);
  save("ferry.md", FERRY.replace("nine", "five"));
  rmSync(keptIn, { recursive: true });
  writeFileSync(keptIn, "");
  const content = await prepare("1", known);
  expect(content.articles.map(({ size }) => size > 0)).toEqual([false, true]);
  expect(articlesOf(content)[0]?.sections[0]?.passages[0]?.text).toContain("at five");
});

test("articles that are saved are handed over as the file", async () => {
  const { kept, prepare, save } = openFolder();
  expect((await prepare()).packed).toBe(kept("articles"));
  expect((await prepare()).packed).toBe(kept("articles"));
  save("ferry.md", FERRY.replace("nine", "five"));
  expect(articlesOf(await prepare())[1]?.sections[0]?.passages[0]?.text).toContain("at five");
});

test("what an earlier index has is taken over, and the index is as if made again", async () => {
  const { keptIn, kept, prepare, save } = openFolder();
  await prepare();
  save("ferry.md", FERRY.replace("nine", "five"));
  const changed = await prepare();
  expect(found(changed, "When does the night ferry leave?")).toContain("at five");
  expect(found(changed, "When was the old bridge painted?")).toContain("1931");
  const takenOver = readFileSync(kept("index"));
  for (const file of readdirSync(keptIn)) rmSync(join(keptIn, file));
  expect(await prepare()).toEqual(changed);
  expect(readFileSync(kept("index"))).toEqual(takenOver);
});

test("a change of a translation is a change of its article", async () => {
  const { prepare, save } = openFolder();
  const known = (await prepare()).articles.map(({ digest }) => digest);
  save("bridge.uk.md", MOST.replace("1931", "1932"));
  const content = await prepare("1", known);
  expect(articlesOf(content)[0]?.translations[0]?.sections[0]?.passages[0]?.text).toContain("1932");
});

test("a change that leaves size and time of a file as they were is seen", async () => {
  const { folder, prepare, save } = openFolder();
  vi.useFakeTimers({ now: Date.now() + 60_000 });
  onTestFinished(() => void vi.useRealTimers());
  await prepare();
  const file = join(folder, "ferry.md");
  const { atime, mtime } = statSync(file);
  save("ferry.md", FERRY.replace("nine", "five"));
  utimesSync(file, atime, mtime);
  expect(found(await prepare(), "When does the night ferry leave?")).toContain("at five");
});

test("an article that is gone is gone, and the last one is no longer one of several", async () => {
  const { folder, prepare } = openFolder();
  await prepare();
  rmSync(join(folder, "ferry.md"));
  const library = loadLibrary(folder);
  expect(library).toEqual({ kind: "loaded", articles: articlesOf(await prepare()) });
});

test("mistakes are all reported, and what was right is kept", async () => {
  const { folder, read, prepare, save } = openFolder();
  save("boats.md", "# Boats\n\nThey sail. {by=nobody}\n");
  save("ferry.uk.md", "# Пором\n\nОдин.\n\nДва.\n");
  const faulty = await read();
  if (faulty.kind !== "faulty") throw new Error(faulty.kind);
  const files = new Set(faulty.diagnostics.map(({ file }) => file));
  expect([...files].toSorted()).toEqual([join(folder, "boats.md"), join(folder, "ferry.uk.md")]);
  rmSync(join(folder, "boats.md"));
  rmSync(join(folder, "ferry.uk.md"));
  expect(found(await prepare(), "When does the night ferry leave?")).toContain("at nine");
});

test.each([
  ["cut short", (file: string) => truncateSync(file, 300)],
  ["of another version", (file: string) => writeFileSync(file, "ask-the-article index 0\nrest")],
  ["empty", (file: string) => writeFileSync(file, "")],
])("what is kept and %s is made and kept again", async (_how, spoil) => {
  const { prepare, kept } = openFolder();
  const first = await prepare();
  for (const name of ["articles", "index"] as const) {
    const whole = readFileSync(kept(name));
    spoil(kept(name));
    expect(await prepare()).toEqual(first);
    expect(readFileSync(kept(name)).equals(whole)).toBe(true);
  }
});

test.each([
  ["cut short", (file: string) => truncateSync(file, 300)],
  ["gone", (file: string) => rmSync(file)],
])("nothing is taken over if what articles use is %s", async (_how, spoil) => {
  const { prepare, kept, save } = openFolder();
  await prepare();
  spoil(kept("uses"));
  save("ferry.md", FERRY.replace("nine", "five"));
  expect(found(await prepare(), "When does the night ferry leave?")).toContain("at five");
  expect(statSync(kept("uses")).size).toBeGreaterThan(300);
});

test("another version of the program parses all articles again", async () => {
  const { prepare, kept } = openFolder();
  await prepare();
  const { ino } = statSync(kept("articles"));
  await prepare("2");
  expect(statSync(kept("articles")).ino).not.toBe(ino);
});

test("nothing is kept of a small collection", async () => {
  const { folder, keptIn } = openFolder();
  await prepareContent(
    { folder, keptIn, known: new Set() },
    { version: "1", onProgress: () => {} },
  );
  expect(readdirSync(keptIn)).toEqual([]);
});

test("if nothing can be kept, the articles are read all the same, and the reason is given", async () => {
  const { folder, keptIn } = openFolder();
  const taken = join(keptIn, "a file");
  writeFileSync(taken, "");
  const request = { folder, keptIn: taken, known: new Set<string>() };
  const circumstances = { version: "1", onProgress: () => {}, minPassages: 1 };
  expect(await prepareContent(request, circumstances)).toMatchObject({
    kind: "loaded",
    unsaved: { remedy: "make STATE_DIR writable" },
  });
});

test.each(OBSTACLES)("%s in place of the index is named", async (_what, put, name) => {
  const { prepare, kept } = openFolder();
  await prepare();
  const file = kept("index");
  rmSync(file);
  put(file);
  expect((await prepare()).unsaved?.remedy).toBe(`${file} is ${name}: remove it`);
});
