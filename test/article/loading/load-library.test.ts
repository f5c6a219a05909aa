import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { loadLibrary } from "../../../src/article/loading/load-library.ts";
import { formatDiagnostic } from "../../../src/article/diagnostic.ts";

function folderWith(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(join(tmpdir(), "library-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

function mistakesIn(folder: string): string[] {
  const library = loadLibrary(folder);
  if (library.kind === "loaded") return [];
  return library.diagnostics.map((diagnostic) =>
    formatDiagnostic(diagnostic).replace(`${folder}/`, ""),
  );
}

test("every Markdown file in the folder is an article, named after its file", () => {
  const library = loadLibrary(
    folderWith({
      "Fire in Town.md": "# Fire\n\nIt burnt.\n",
      "ferry.md": "\u{FEFF}# Ferry\n\nIt sailed.\n",
      "ferry.questions.yaml": "[]",
      "_draft.md": "not an article yet",
    }),
  );

  const articles = library.kind === "loaded" ? library.articles : [];
  expect(articles.map(({ slug, title }) => [slug, title])).toEqual([
    ["fire-in-town", "Fire"],
    ["ferry", "Ferry"],
  ]);
});

test("mistakes of all files are reported together", () => {
  const folder = folderWith({ "a.md": "no title\n", "b.md": "# T\n" });
  expect(mistakesIn(folder)).toEqual([
    expect.stringMatching(/^a\.md:1: the article has no title/u),
    expect.stringMatching(/^b\.md:1: the article is empty/u),
  ]);
});

test("two files with the same slug are reported", () => {
  const folder = folderWith({ "a b.md": "# T\n\nText.\n", "a-b.md": "# T\n\nText.\n" });
  expect(mistakesIn(folder)).toEqual([
    "a-b.md:1: another file is already called `a-b`: rename one of the two",
  ]);
});

test("invalid UTF-8 is reported with its line", () => {
  const bytes = Uint8Array.from([...Buffer.from("# T\n\nText "), 0xff, 0x0a]);
  expect(mistakesIn(folderWith({ "a.md": bytes }))).toEqual([
    "a.md:3: this line is not valid UTF-8: save the file as UTF-8",
  ]);
});

test("a file over 1 MB is refused", () => {
  const folder = folderWith({ "a.md": `# T\n\n${"x".repeat(1024 * 1024)}` });
  expect(mistakesIn(folder)[0]).toMatch(/^a\.md:1: the file has 1048581 bytes, more than 1 MB/u);
});

test("a link that points outside the folder is refused", () => {
  const elsewhere = folderWith({ "secret.md": "# T\n\nText.\n" });
  const folder = folderWith({});
  symlinkSync(join(elsewhere, "secret.md"), join(folder, "a.md"));
  expect(mistakesIn(folder)[0]).toMatch(/^a\.md:1: this link points outside the content folder/u);
});

test("a link that points to itself is reported", () => {
  const folder = folderWith({});
  symlinkSync(join(folder, "loop.md"), join(folder, "loop.md"));
  expect(mistakesIn(folder)[0]).toMatch(/^loop\.md:1: the file cannot be read \(ELOOP\)/u);
});

test.each([
  ["missing", "/nowhere/at/all", "there is no such folder"],
  ["empty", undefined, "there are no articles in this folder"],
])("a folder that is %s is reported", (_, folder, message) => {
  expect(mistakesIn(folder ?? folderWith({})).join()).toContain(message);
});
