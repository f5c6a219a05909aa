import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openIndexCache } from "../../src/content/index-cache.ts";
import { searchText } from "../support/search-text.ts";
import { OBSTACLES } from "../support/obstacles.ts";
import { bridgeArticle } from "../search/sample.ts";

const articles = [bridgeArticle()];

function openFolder() {
  const folder = mkdtempSync(join(tmpdir(), "ask-the-article-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const logged: string[] = [];
  const log = (event: string) => logged.push(event);
  return { folder, logged, index: openIndexCache({ folder, log, minPassages: 1 }) };
}

test("the index of a large collection is saved and loaded", () => {
  const { folder, index } = openFolder();
  const made = index(articles);
  expect(readdirSync(folder)).toEqual(["index-en.bin"]);
  // A rebuilt index would replace the file.
  const file = join(folder, "index-en.bin");
  const { ino } = statSync(file);
  const taken = index(articles);
  expect(statSync(file).ino).toBe(ino);
  expect(searchText(taken, "the ferry")).toEqual(searchText(made, "the ferry"));
});

test.each([
  ["cut short", (file: string) => truncateSync(file, 500)],
  ["of another version", (file: string) => writeFileSync(file, "ask-the-article index 0\nrest")],
  ["empty", (file: string) => writeFileSync(file, "")],
])("an index that is %s is rebuilt and saved", (_how, spoil) => {
  const { folder, index } = openFolder();
  index(articles);
  const file = join(folder, "index-en.bin");
  const whole = readFileSync(file);
  spoil(file);
  expect(searchText(index(articles), "the ferry").hits[0]?.passage.id).toBe("ferry");
  expect(readFileSync(file).equals(whole)).toBe(true);
});

test("the index of an earlier version of the articles is not used", () => {
  const { index } = openFolder();
  index(articles);
  const edited = [bridgeArticle({ sections: articles[0]?.sections.slice(1) ?? [] })];
  const found = searchText(index(edited), "the ferry").hits.map(({ passage }) => passage.id);
  expect(found).not.toContain("ferry");
});

test("a small collection is not cached", () => {
  const { folder } = openFolder();
  openIndexCache({ folder, log: () => {} })(articles);
  expect(readdirSync(folder)).toEqual([]);
});

test("if nothing can be written, the index is built and that is logged", () => {
  const { folder, logged } = openFolder();
  const taken = join(folder, "a file");
  writeFileSync(taken, "");
  const index = openIndexCache({
    folder: taken,
    log: (event) => logged.push(event),
    minPassages: 1,
  });
  expect(searchText(index(articles), "the ferry").hits[0]?.passage.id).toBe("ferry");
  expect(logged).toEqual(["the index is not saved: make STATE_DIR writable"]);
});

test.each(OBSTACLES)("%s in its place is named, and the articles are found", (_what, put, name) => {
  const { folder, logged, index } = openFolder();
  const file = join(folder, "index-en.bin");
  put(file);
  expect(searchText(index(articles), "the ferry").hits[0]?.passage.id).toBe("ferry");
  expect(logged).toEqual([`the index is not saved: ${file} is ${name}: remove it`]);
});
