import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { assert, asyncProperty, constantFrom } from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { loadLibrary } from "../../src/article/loading/load-library.ts";
import { formatDiagnostic } from "../../src/article/diagnostic.ts";
import { indexedHere } from "../../src/content/content-reader.ts";
import { openCurrentContent } from "../../src/content/current-content.ts";
import { renderText } from "../support/render-message.ts";
import { articlesIn } from "../support/sample-bot.ts";
import { openWatchedChat } from "./watched-chat.ts";

const GOOD = "# Ferry\n\nThe night ferry leaves at nine.\n";

function openFolder() {
  const folder = mkdtempSync(join(tmpdir(), "content-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return {
    folder,
    at: (name: string) => join(folder, name),
    write: (name: string, text: string | Uint8Array) => writeFileSync(join(folder, name), text),
    diagnostics: () => {
      const library = loadLibrary(folder);
      const found = library.kind === "faulty" ? library.diagnostics : [];
      return found.map((diagnostic) => formatDiagnostic(diagnostic).replace(`${folder}/`, ""));
    },
  };
}

test("41, 42, 46: a broken file is reported by line, even if others are fine", () => {
  const { write, diagnostics } = openFolder();
  write("a.md", GOOD);
  write("b.md", "---\nlanguage: [\n---\n# Bad\n\nText.\n");
  write("c.md", "# Twice\n\nOne. {#same}\n\nTwo. {#same}\n");
  write("d.md", "# Whose\n\nWho said it? {by=nobody}\n");
  write("e.md", "# Empty\n");
  expect(diagnostics()).toEqual([
    expect.stringMatching(/^b\.md:\d+: bad YAML/u),
    expect.stringMatching(/^c\.md:5: passage id `same` is already used in line 3/u),
    expect.stringMatching(/^d\.md:3: .*`nobody`/u),
    expect.stringMatching(/^e\.md:1: the article is empty/u),
  ]);
});

test("43: a file too large to be read is refused by its size", () => {
  const { at, write, diagnostics } = openFolder();
  write("huge.md", "");
  // Reading it would fail: Node reads no file of more than 2 GiB.
  const bytes = 3 * 1024 ** 3;
  truncateSync(at("huge.md"), bytes);
  expect(diagnostics()).toEqual([
    expect.stringContaining(`huge.md:1: the file has ${bytes} bytes`),
  ]);
});

test("43, 45: a file that is not text is reported with the first line that is not", () => {
  const { write, diagnostics } = openFolder();
  write("image.md", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"));
  write("null.md", "# T\n\nText\0.\n");
  write("old.md", Buffer.from("# T\n\nCaf\xe9.\n", "latin1"));
  write("windows.md", Buffer.from("\ufeff# T\n\nText.\n", "utf16le"));
  write("with-bom.md", `\ufeff${GOOD}`);
  expect(diagnostics()).toEqual([
    "image.md:1: this line is not valid UTF-8: save the file as UTF-8",
    "null.md:3: this line contains a null byte, which text never does: save the file as UTF-8",
    "old.md:3: this line is not valid UTF-8: save the file as UTF-8",
    "windows.md:1: this line is not valid UTF-8: save the file as UTF-8",
  ]);
});

test("44: links that loop or lead outside, pipes and folders are reported, and nothing is read through them", () => {
  const { folder, at, diagnostics } = openFolder();
  const elsewhere = openFolder();
  elsewhere.write("secret.md", GOOD);
  symlinkSync(at("a-loop.md"), at("a-loop.md"));
  symlinkSync(elsewhere.at("secret.md"), at("b-out.md"));
  symlinkSync("/dev/zero", at("c-device.md"));
  symlinkSync(elsewhere.folder, at("d-tree"));
  symlinkSync(join(folder, "d-tree", "secret.md"), at("d-way-round.md"));
  execFileSync("mkfifo", [at("e-pipe.md")]);
  mkdirSync(at("f-folder.md"));
  expect(diagnostics()).toEqual([
    expect.stringMatching(/^a-loop\.md:1: the file cannot be read \(ELOOP\)/u),
    expect.stringMatching(/^b-out\.md:1: this link points outside the content folder/u),
    expect.stringMatching(/^c-device\.md:1: this link points outside the content folder/u),
    expect.stringMatching(/^d-way-round\.md:1: this link points outside the content folder/u),
    expect.stringMatching(/^e-pipe\.md:1: this is not a regular file/u),
    expect.stringMatching(/^f-folder\.md:1: this is not a regular file/u),
  ]);
});

test("44: a link to another file of the folder is followed", () => {
  const { at, write, diagnostics } = openFolder();
  write("_draft.md", GOOD);
  symlinkSync(at("_draft.md"), at("ferry.md"));
  expect(diagnostics()).toEqual([]);
});

test("27: angle brackets and ampersands are kept in title, text, question and URL", async () => {
  const { folder, write } = openFolder();
  const url = "https://example.org/?a=1&b=%3Cb%3E";
  const head = `---\ntitle: 1 < 2 & Co\nsource: { url: "${url}" }\n---\n`;
  write("fire.md", `${head}\nThe \\<i>fire\\</i> & the flood cost 5 < 6 crowns.\n`);
  const { chat } = await openWatchedChat(folder);
  const { sent } = await chat.say("What did the <i>fire</i> & flood cost?");
  expect(sent[0]?.text).toContain("The <i>fire</i> & the flood cost 5 < 6 crowns.");
  const about = (await chat.say("/about")).sent[0];
  expect(about?.text).toContain("1 < 2 & Co");
  expect(renderText(about?.text ?? "", about?.entities ?? []) + JSON.stringify(about)).toContain(
    url,
  );
  expect((await chat.say("What of <zeppelins>&amp;?")).sent[0]?.text).not.toContain("&lt;");
});

test("48: whatever is saved in whatever order, every answer comes from a single version", async () => {
  const versions = ["nine", "ten", "eleven"].map((hour) => {
    const { folder, write } = openFolder();
    for (const name of ["a", "b"]) {
      write(`${name}.md`, `# Ferry ${name}\n\nThe night ferry leaves at ${hour}.\n`);
    }
    return articlesIn(folder);
  });
  const { content, all, replace } = openCurrentContent(indexedHere(versions[0] ?? []));
  const { signal } = new AbortController();
  await assert(
    asyncProperty(constantFrom(...versions), async (version) => {
      await replace(indexedHere(version), signal);
      const outcome = await content.answerQuestion("When does the night ferry leave?");
      const { hits } = outcome.findings;
      expect(hits.length).toBeGreaterThan(0);
      for (const { article } of hits) expect(version).toContain(article);
      expect(all()).toBe(version);
      expect(await content.articles.first(2)).toEqual(version);
    }),
  );
});
