import { expect, test } from "vitest";
import { FARES, ferryPage, LEAD, SUMMER } from "../import/made-up-page.ts";
import { openSite } from "../import/page-server.ts";
import { runCommand } from "./run-command.ts";

async function importLines(...lines: readonly object[]) {
  return importLinesWith([], ...lines);
}

async function importLinesWith(options: readonly string[], ...lines: readonly object[]) {
  const input = lines.map((line) => JSON.stringify(line)).join("\n");
  const { stdout, stderr, code } = await runCommand("import", ["--jsonl", ...options], input);
  const articles = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  return { articles, stderr, code };
}

test("the first line of a text is its title, every other line a paragraph", async () => {
  const text = "The ferry is back\n\nIt sails at nine. It is blue.\r\nA ticket costs 9 crowns.\n";
  const { articles, code } = await importLines({ id: 7, text });
  expect(code).toBe(0);
  expect(articles[0]).toMatchObject({
    id: 7,
    title: "The ferry is back",
    language: "en",
    source: { publisher: null, title: "The ferry is back", url: null },
    sections: [
      {
        heading: null,
        passages: [
          {
            text: "It sails at nine. It is blue.",
            sentences: [{ text: "It sails at nine." }, { text: "It is blue." }],
          },
          { text: "A ticket costs 9 crowns." },
        ],
      },
    ],
  });
});

test("a title given is not a paragraph too", async () => {
  const { articles } = await importLines(
    { id: "a", title: "The ferry", text: "The ferry\nIt sails." },
    { id: "b", title: "The ferry", text: "It sails.\nAt nine." },
  );
  expect(articles.map(({ sections }) => sections[0].passages.length)).toEqual([1, 2]);
});

test.each([
  ["uk", "Пором повернувся\nВін відпливає щодня о дев'ятій ранку, і квиток коштує дев'ять крон."],
  ["ru", "Паром вернулся\nОн отплывает каждый день в девять утра, и билет стоит девять крон."],
  ["en", "The ferry is back\nIt sails every day at nine."],
])("the language of a text is detected: %s", async (language, text) => {
  const { articles } = await importLines({ id: 1, text });
  expect(articles[0].language).toBe(language);
});

test("a line with a page has its article, and what the line says of it", async () => {
  const { articles } = await importLines({ id: 1, html: ferryPage(), url: "https://p.example/f" });
  expect(articles[0]).toMatchObject({
    title: "The night ferry is back",
    source: { publisher: "The Vellan Packet", url: "https://p.example/f" },
  });
  expect(articles[0].sections[0].passages.map((one: { text: string }) => one.text)).toEqual([
    LEAD,
    FARES,
    SUMMER,
  ]);
});

test("a line that cannot be imported gets a sentence, and the stream goes on", async () => {
  const { articles, stderr, code } = await importLines(
    { id: 1, text: "" },
    { id: 2 },
    { id: 3, text: "A title\nA paragraph." },
  );
  expect(articles[0].error).toContain("there is no article in this text");
  expect(articles[1].error).toContain("neither `html`, `text` nor `url`");
  expect(articles[2].title).toBe("A title");
  expect(stderr).toContain("2 of 3 lines were not imported");
  expect(code).toBe(1);
});

test("a line with an address alone is fetched, and the lines stay in order", async () => {
  const site = await openSite({
    "/ferry": ferryPage(),
    "/kept": ferryPage(undefined, '<meta name="robots" content="noarchive">'),
    "/feed": '<?xml version="1.0"?><rss version="2.0"><channel><title>T</title></channel></rss>',
  });
  const { articles, code } = await importLinesWith(
    ["--allow-local"],
    { id: 1, text: "A title\nA paragraph." },
    { id: 2, url: `${site}/ferry`, language: "en-GB", html: null },
    { id: 3, url: `${site}/none` },
    { id: 4, url: `${site}/kept` },
    { id: 5, url: `${site}/feed` },
    { id: 6, url: "nowhere" },
    { id: 7, text: "A title\nA paragraph." },
  );
  expect(articles.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(articles[1]).toMatchObject({ title: "The night ferry is back", language: "en-GB" });
  expect(articles.slice(2, 6).map(({ error }) => error)).toEqual([
    expect.stringContaining("there is no such page (404)"),
    expect.stringContaining("not to keep a copy (noarchive)"),
    expect.stringContaining("leads to a feed"),
    expect.stringContaining("line 6: `url` has to be a web address"),
  ]);
  expect(code).toBe(1);
});

test.each([
  [{ url: "nowhere" }, "`url` has to be a web address"],
  [{ url: "ftp://packet.example/f" }, "`url` has to be a web address"],
  [{ url: 7 }, "`url` has to be a web address"],
  [{ language: "English" }, "`language` has to be a language code"],
  [{ language: "en_GB" }, "`language` has to be a language code"],
  [{ language: 7 }, "`language` has to be a language code"],
])("what a line says of its article is checked: %j", async (stated, problem) => {
  const text = "A title\nA paragraph.";
  const { articles } = await importLines(
    { id: 1, text },
    { id: 2, text, ...stated },
    { id: 3, text },
  );
  expect(articles[1]).toEqual({ id: 2, error: expect.stringContaining(`line 2: ${problem}`) });
  expect(articles[2]).toMatchObject({ id: 3, title: "A title" });
});

test("a missing address or language may be null or empty", async () => {
  const text = "A title\nA paragraph.";
  const { articles } = await importLines({ text, url: "", language: "" }, { text, url: null });
  expect(articles).toMatchObject([{ source: { url: null } }, { source: { url: null } }]);
});

test("a line leads to no private address", async () => {
  const site = await openSite({ "/ferry": ferryPage() });
  const { articles } = await importLines(
    { id: 1, url: `${site.replace("http:", "https:")}/ferry` },
    { id: 2, url: `${site}/ferry` },
  );
  expect(articles[0].error).toContain("leads into a private network");
  expect(articles[1].error).toContain("only https addresses are fetched");
});
