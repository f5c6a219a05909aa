import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { targetsIn } from "../../src/import/into-folder/import-targets.ts";

test.each([
  [
    "إغلاق الجسر حتى أكتوبر",
    "https://www.jareeda.example/bridge",
    /^jareeda-example-[0-9a-f]{8}\.md$/u,
  ],
  ["大桥关闭至十月", "https://news.example/2", /^news-example-[0-9a-f]{8}\.md$/u],
  ["大桥关闭至十月", undefined, /^article-[0-9a-f]{8}\.md$/u],
  ["Міст закрито", "https://news.example/3", /^mist-zakryto\.md$/u],
  ["Bridge closed", "https://news.example/4", /^bridge-closed\.md$/u],
])("an editor recognises the file of “%s”", (title, url, name) => {
  const folder = mkdtempSync(join(tmpdir(), "names-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const target = targetsIn(folder).targetFor({ title, url, texts: [title] });
  expect("file" in target ? basename(target.file) : target.problem).toMatch(name);
});
