import { mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import type { ServerResponse } from "node:http";
import { expect, test } from "vitest";
import { parseLibrary } from "../../src/article/loading/parse-library.ts";
import { writeArticleFile } from "../../src/files/write-article-file.ts";
import { runCommand } from "../cli/run-command.ts";
import { FARES, ferryPage, LEAD, SUMMER } from "./made-up-page.ts";
import { openFolder } from "./open-folder.ts";
import { openSite } from "./page-server.ts";

test("an address becomes an article, and the summary says what it has", async () => {
  const site = await openSite({ "/ferry": ferryPage() });
  const { run, read } = openFolder();
  const { stdout, code } = await run(`${site}/ferry?utm_source=mail`);
  expect(code).toBe(0);
  expect(stdout).toContain("The night ferry is back");
  expect(stdout).toContain("3 passages in 1 section");
  const markdown = read("the-night-ferry-is-back.md");
  expect(markdown).toContain("publisher: The Vellan Packet");
  expect(markdown).toContain(`\n${SUMMER}\n`);
});

test("a dry run writes nothing; --json prints the article", async () => {
  const { run, folder, save } = openFolder();
  const page = save("page.html", ferryPage());
  const { stdout } = await run(page, "--dry-run", "--json");
  expect(JSON.parse(stdout)).toMatchObject({
    from: page,
    file: null,
    title: "The night ferry is back",
    source: { publisher: "The Vellan Packet" },
  });
  expect(readdirSync(folder)).toEqual(["page.html"]);
});

test("a text file has a title and paragraphs", async () => {
  const { run, save, read } = openFolder();
  const text = save("note.txt", `The night ferry\n\n${LEAD}\n\n${FARES}\n`);
  await run(text);
  expect(read("the-night-ferry.md")).toContain(FARES);
});

test("a file is named after its title, in Latin letters", async () => {
  const { run, save, folder } = openFolder();
  await run(save("note.txt", `Нічний пором повертається до порту\n${LEAD}\n`));
  await run(save("other.txt", `Ещё один паром вернулся в порт\n${LEAD}\n`));
  expect(readdirSync(folder).filter((name) => name.endsWith(".md"))).toEqual([
    "eshchyo-odin-parom-vernulsya-v-port.md",
    "nichnyy-porom-povertayetsya-do-portu.md",
  ]);
});

test("a title of one word is in the language of its article", async () => {
  const { run, save, folder } = openFolder();
  await run(
    save("n.txt", "Порт\nПорт знову відкрито, і пором відпливає щодня о дев'ятій ранку.\n"),
  );
  expect(readdirSync(folder)).toEqual(["n.txt", "port.md"]);
});

test("a text that speaks of tags is no page", async () => {
  const { run, save, read } = openFolder();
  await run(
    save("n.txt", `Tables\n\nWrite <table> for a table and <p> for a paragraph.\n\n${LEAD}\n`),
  );
  expect(read("tables.md")).toContain(
    "Write \\<table\\> for a table and \\<p\\> for a paragraph.\n\n",
  );
});

test("lines that a program broke are joined to paragraphs", async () => {
  const { run, save, read } = openFolder();
  const texts = ["The night ferry", LEAD, FARES, SUMMER];
  const broken = texts.map((text) => text.replace(/^(.{45}\S*) /u, "$1\n"));
  await run(save("note.txt", broken.join("\n\n")));
  expect(read("the-night-ferry.md")).toContain(`\n${LEAD}\n`);
});

test("Markdown keeps its own attributes", async () => {
  const { run, save, read } = openFolder();
  const markdown = `---\ntitle: The ferry\nsource:\n  publisher: packet\npeople:\n  packet:\n    name: The Packet\n    capacity: newspaper\n  renn:\n    name: Tobias Renn\n    capacity: director\n---\n\n${FARES} {#fares by=renn kind=announcement}\n`;
  const file = save("ferry.md", markdown);
  await run(file);
  expect(read("ferry.md")).toBe(markdown);
});

const RSS = (
  site: string,
) => `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
  <channel><title>The Vellan Packet</title>
  <item><title>The night ferry is back</title><link>${site}/a</link><pubDate>Sat, 03 May 2025 08:00:00 +0000</pubDate>
    <content:encoded><![CDATA[${[LEAD, FARES, SUMMER]
      .map((text) => `<p>${text}</p>`)
      .join("")
      .repeat(1)}<p>${`${LEAD} ${FARES} `.repeat(3)}</p>]]></content:encoded></item>
  <item><title>Another ferry</title><link>${site}/b</link><description>Short.</description></item>
  </channel></rss>`;

test("a feed gives its full texts, and the pages it names", async () => {
  const { run, read } = openFolder();
  const other = ferryPage().replaceAll("The night ferry is back", "Another ferry sails");
  const pages: Record<string, string> = { "/b": other };
  const site = await openSite(pages);
  pages["/feed"] = RSS(site);
  const { stderr, code } = await run(`${site}/feed`);
  expect({ stderr, code }).toEqual({ stderr: "2 imported, 0 not\n", code: 0 });
  expect(read("the-night-ferry-is-back.md")).toContain("published: 3 May 2025");
  expect(read("another-ferry-sails.md")).toContain(SUMMER);
});

test.each([
  [
    "JSON Feed",
    (site: string) =>
      JSON.stringify({
        version: "https://jsonfeed.org/version/1.1",
        title: "T",
        items: [{ id: "1", url: `${site}/b`, title: "Another ferry" }],
      }),
  ],
  [
    "Atom",
    (site: string) =>
      `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><title>Another ferry</title><link rel="self" href="${site}/x"/><link href="${site}/b"/></entry></feed>`,
  ],
])("%s is a feed as well", async (_what, feed) => {
  const { run, read } = openFolder();
  const pages: Record<string, string> = { "/b": ferryPage() };
  const site = await openSite(pages);
  pages["/feed"] = feed(site);
  await run(`${site}/feed`);
  expect(read("the-night-ferry-is-back.md")).toContain(SUMMER);
});

test.each([
  ["missing.html", undefined, "there is no such file"],
  ["empty.html", "<html><body></body></html>", "there is no article on this page"],
  ["data.json", '{"a": 1}', "this is no text to read"],
  [
    "picture.png",
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0, 1, 2, 3]),
    "this is no text to read",
  ],
  [
    "login.html",
    '<html><body><h1>Log in</h1><form><input type="password"></form></body></html>',
    "asks to log in",
  ],
  ["faulty.md", "# T\n\nOne <br> two.\n", "is HTML"],
  ["huge.html", "<p>word</p>".repeat(1_000_000), "this file is larger than 10 MB"],
  [
    "feed.xml",
    '<?xml version="1.0"?><rss><channel><item><title>T</title></item></channel></rss>',
    "T: the feed has neither the text of this article nor an address for it",
  ],
])("%s gets a sentence", async (name, content, sentence) => {
  const { run, save, path } = openFolder();
  const file = content === undefined ? path(name) : save(name, content);
  const { stderr, code } = await run(file);
  expect(stderr).toContain(sentence);
  expect(code).toBe(1);
});

test("a mistake in Markdown is told as file:line", async () => {
  const { run, save } = openFolder();
  const file = save("faulty.md", "# T\n\nOne <br> two.\n");
  const { stderr } = await run(file);
  expect(stderr).toMatch(/^\S+faulty\.md:3: `<br>` is HTML/u);
  expect(stderr.split(file).length).toBe(2);
  expect((await run("")).stderr).toBe(
    "a source has no name: name a page, a text or a feed, or an address with https://\n",
  );
});

test("several sources show progress, and one that fails stops no other", async () => {
  const { run, save, path } = openFolder();
  const page = save("page.html", ferryPage());
  const { stdout, stderr, code } = await run(path("missing.html"), page);
  expect(stdout).toContain("wrote");
  expect(stderr).toContain(`[2/2] ${page}`);
  expect(stderr).toContain("1 imported, 1 not");
  expect(code).toBe(1);
});

/** A page imported, edited, changed and imported again. */
async function importTwice(
  first: readonly string[],
  edit: (markdown: string) => string,
  second: readonly string[],
) {
  const { run, save, read, path } = openFolder();
  const page = path("page.html");
  save("page.html", ferryPage(first));
  await run(page);
  const name = "the-night-ferry-is-back.md";
  save(name, edit(read(name)));
  save("page.html", ferryPage(second));
  const { stdout } = await run(page);
  const [, body = ""] = read(name).split("\n---\n");
  return { stdout, paragraphs: body.trim().split("\n\n"), markdown: read(name) };
}

const STORM = "On Sunday a storm kept the ferry in the harbour, and all passengers had to wait.";

test("a second import adds what is new on the page, in its place", async () => {
  const { stdout, paragraphs } = await importTwice([LEAD, FARES, SUMMER], (same) => same, [
    LEAD,
    STORM,
    FARES,
    SUMMER,
  ]);
  expect(paragraphs.map((text) => text.replace(/ \{.*\}$/u, ""))).toEqual([
    LEAD,
    STORM,
    FARES,
    SUMMER,
  ]);
  expect(stdout).toContain(`new: ${STORM.slice(0, 40)}`);
});

test("it replaces what changed, and takes out what went", async () => {
  const dearer = FARES.replace("nine", "eleven");
  const { stdout, paragraphs } = await importTwice([LEAD, FARES, SUMMER], (same) => same, [
    LEAD,
    dearer,
  ]);
  expect(paragraphs.map((text) => text.replace(/ \{.*\}$/u, ""))).toEqual([LEAD, dearer]);
  expect(stdout).toContain("changed: A single ticket costs eleven crowns");
  expect(stdout).toContain("no longer on the page, removed: The harbour office");
});

const SHORTER_LEAD = LEAD.replace("For the first time in eleven years a", "A");

/** Another wording, attributes, a paragraph less and one more. */
function edited(markdown: string): string {
  return markdown
    .replace(LEAD, SHORTER_LEAD)
    .replace(new RegExp(`${FARES}.*`, "u"), `${FARES} {#fares key note="Checked."}`)
    .replace(new RegExp(`${SUMMER}.*`, "u"), "An editor's own paragraph.");
}

test("it keeps an editor's words, attributes, additions and deletions", async () => {
  const { paragraphs } = await importTwice([LEAD, FARES, SUMMER], edited, [
    LEAD,
    FARES,
    SUMMER,
    STORM,
  ]);
  expect(paragraphs).toEqual([
    SHORTER_LEAD,
    `${FARES} {#fares key note="Checked."}`,
    expect.stringContaining(STORM),
    "An editor's own paragraph.",
  ]);
});

test("a new version of what an editor took out or joined stays out, and is told", async () => {
  const joined = `${LEAD} ${FARES}`;
  const { stdout, paragraphs } = await importTwice(
    [LEAD, FARES, SUMMER],
    (markdown) => {
      const [head = ""] = markdown.split(LEAD);
      return `${head}${joined}\n`;
    },
    [LEAD, FARES.replace("four", "five"), SUMMER.replace("September", "October")],
  );
  expect(paragraphs).toEqual([joined]);
  expect(stdout).toContain("changed on the page, left out as you left it out before: The harbour");
});

test("a version that an editor changed is kept, and told, when the page changes as well", async () => {
  const own = FARES.replace("the line said", "said the line");
  const { stdout, paragraphs } = await importTwice(
    [LEAD, FARES, SUMMER],
    (markdown) => markdown.replace(new RegExp(`${FARES}.*`, "u"), own),
    [LEAD, FARES.replace("nine", "eleven"), SUMMER],
  );
  expect(paragraphs[1]).toBe(own);
  expect(stdout).toContain(
    "changed on the page, your version is kept: A single ticket costs eleven",
  );
});

test("importing the same page again changes nothing", async () => {
  const { stdout } = await importTwice([LEAD, FARES, SUMMER], (same) => same, [
    LEAD,
    FARES,
    SUMMER,
  ]);
  expect(stdout).toContain("up to date:");
});

/** A section that is long enough to be summed up. */
function ticketSection(text: string): string {
  return `<h2>Tickets</h2><p>${text}</p><p>${text.replace("ferry", "boat")} More.</p><p>${STORM} ${text}</p>`;
}

test("sections with the same heading stay apart", async () => {
  const { run, save, path, read } = openFolder();
  save(
    "page.html",
    ferryPage().replace("</article>", `${ticketSection(LEAD)}${ticketSection(SUMMER)}</article>`),
  );
  await run(path("page.html"));
  const first = read("the-night-ferry-is-back.md");
  await run(path("page.html"));
  expect(read("the-night-ferry-is-back.md")).toBe(first);
});

test("a page that is gone is told, and its article stays", async () => {
  const pages: Record<string, string> = { "/ferry": ferryPage() };
  const site = await openSite(pages);
  const { run, read } = openFolder();
  await run(`${site}/ferry`);
  delete pages["/ferry"];
  const { stderr } = await run(`${site}/ferry`);
  expect(stderr).toContain("there is no such page (404)");
  expect(stderr).toContain("the-night-ferry-is-back.md stays as it is: withdraw it");
  expect(read("the-night-ferry-is-back.md")).toContain(SUMMER);
});

test.each([
  [
    "is not there, with status 200",
    "<h1>Page not found</h1><p>Sorry, this page no longer exists.</p>",
  ],
  [
    "is for subscribers now",
    `<h1>The night ferry is back</h1><article><p>${LEAD}</p><p>Subscribe to continue reading</p></article>`,
  ],
])("a page that %s is told, and its article stays", async (_what, main) => {
  const pages: Record<string, string> = { "/f": ferryPage() };
  const site = await openSite(pages);
  const { run, read } = openFolder();
  await run(`${site}/f`);
  const before = read("the-night-ferry-is-back.md");
  pages["/f"] = `<html lang="en"><body>${main}</body></html>`;
  const { stderr, code } = await run(`${site}/f`);
  expect(stderr).toContain("the-night-ferry-is-back.md stays as it is: withdraw it");
  expect(code).toBe(1);
  expect(read("the-night-ferry-is-back.md")).toBe(before);
});

test("a page that was written anew is taken", async () => {
  const pages: Record<string, string> = { "/f": ferryPage([LEAD]) };
  const site = await openSite(pages);
  const { run, read } = openFolder();
  await run(`${site}/f`);
  pages["/f"] = ferryPage([FARES, SUMMER]);
  expect((await run(`${site}/f`)).code).toBe(0);
  expect(read("the-night-ferry-is-back.md")).not.toContain(LEAD);
});

test("an article written by hand is not overwritten by its page", async () => {
  const { run, save, read } = openFolder();
  const own = `# The night ferry is back\n\n${LEAD}\n`;
  save("own.md", own);
  const { stderr } = await run(save("page.html", ferryPage()));
  expect(stderr).toContain("written by hand");
  expect(read("own.md")).toBe(own);
});

test("two articles with one title and no address get a file each", async () => {
  const { run, save, read } = openFolder();
  const texts = [
    save("one.txt", `Weather\n${LEAD}\n${FARES}\n`),
    save("two.txt", `Weather\n${STORM}\n${SUMMER}\n`),
  ];
  await run(...texts);
  const { stdout } = await run(...texts.toReversed());
  expect(stdout.match(/up to date:/gu)?.length).toBe(2);
  expect(read("weather.md")).toContain(FARES);
  expect(read("weather-2.md")).toContain(SUMMER);
});

test("a title with characters that no file keeps finds its file again", async () => {
  const { run, save } = openFolder();
  const text = save("one.txt", `Weather \u202E today\n${LEAD}\n${FARES}\n`);
  await run(text);
  expect((await run(text)).stdout).toContain("up to date:");
});

test("a source named twice is imported once", async () => {
  const { run, save, folder } = openFolder();
  const text = save("one.txt", `Weather\n${LEAD}\n${FARES}\n`);
  const { stdout } = await run(text, text, "--dry-run");
  expect(stdout).toContain("would write");
  await run(text, text);
  expect(readdirSync(folder)).toEqual(["one.txt", "weather.md"]);
});

test("Markdown from elsewhere replaces no article", async () => {
  const { run, save, read } = openFolder();
  const elsewhere = openFolder();
  const own = `# Weather\n\n${LEAD}\n`;
  save("own.md", own);
  const { stderr, code } = await run(elsewhere.save("weather.md", `# Weather\n\n${LEAD} Wet.\n`));
  expect(stderr).toContain("own.md has this article already: change it there");
  expect(code).toBe(1);
  expect(read("own.md")).toBe(own);
});

test("Markdown in the folder stays in its file, whatever others are called", async () => {
  const { run, save, read } = openFolder();
  const first = save("a.md", `# Weather\n\n${FARES}\n`);
  save("b.md", "# Weather\n\nAnother day.\n");
  await run(first);
  expect(read("a.md")).toContain("{by=");
  expect(read("b.md")).toBe("# Weather\n\nAnother day.\n");
});

test("a translation is not taken for an article", async () => {
  const { run, save, folder } = openFolder();
  save("a.md", `# Weather\n\n${FARES} {#a}\n`);
  const { stderr } = await run(save("a.uk.md", "# Погода\n\nКвиток коштує дев'ять крон. {#a}\n"));
  expect(stderr).toContain("this is a translation");
  expect(readdirSync(folder)).toEqual(["a.md", "a.uk.md"]);
});

test("proposals that a translation lacks are not written, and told", async () => {
  const { run, save, read } = openFolder();
  const own = "# Ferry\n\nA ticket costs 9 crowns, said Tobias Renn. {#fares}\n";
  const file = save("a.md", own);
  save("a.uk.md", "# Пором\n\nКвиток коштує 9 крон. {#fares}\n");
  const { stderr } = await run(file);
  expect(stderr).toContain("would not fit its translation, so nothing is changed");
  expect(stderr).toContain("a.uk.md:3: the passage has a lead");
  expect(read("a.md")).toBe(own);
});

test("a page that changed says what its translation lacks", async () => {
  const { run, save } = openFolder();
  const page = save("page.html", ferryPage());
  await run(page);
  save("the-night-ferry-is-back.uk.md", "# Пором\n\nКвиток коштує 9 крон. {#fares}\n");
  const { stdout } = await run(page);
  expect(stdout).toContain("note: ");
  expect(stdout).toContain("the-night-ferry-is-back.uk.md:3: ");
});

test("no two files get one name in links", async () => {
  const { run, save, folder } = openFolder();
  save("Night Ferry.md", `# Another\n\n${LEAD}\n`);
  await run(save("n.txt", `Night ferry\n${FARES}\n`));
  expect(readdirSync(folder)).toContain("night-ferry-2.md");
});

test("articles with one long title get a file, and a name in links, each", async () => {
  const { run, folder } = openFolder();
  const title = "What the harbour master said to the islanders this week";
  const site = await openSite({ "/f": ferryPage().replaceAll("The night ferry is back", title) });
  await run(...[1, 2, 3].map((number) => `${site}/f?number=${number}`));
  const names = readdirSync(folder).map((name) => name.replace(".md", ""));
  expect(names).toHaveLength(3);
  expect(
    parseLibrary(
      names.map((name) => ({ path: `${name}.md`, text: `# ${name}\n\nText.\n` })),
      [],
    ).kind,
  ).toBe("loaded");
});

test("a file with a mistake is not written a second time under another name", async () => {
  const { run, save, folder } = openFolder();
  save("a.md", `# The night ferry is back\n\n${LEAD} <br>\n`);
  const { stderr } = await run(save("page.html", ferryPage()));
  expect(stderr).toContain("a.md seems to have this article, but also a mistake");
  expect(readdirSync(folder)).toEqual(["a.md", "page.html"]);
});

test("a folder that is none is told, and one that does not exist is made", async () => {
  const { save, path } = openFolder();
  const text = save("n.txt", `Night ferry\n${FARES}\n`);
  for (const out of [text, join(text, "below")]) {
    const { stderr, code } = await runCommand("import", [text, "--out", out]);
    expect(stderr).toContain(`--out ${out} is not a folder: name one`);
    expect(code).toBe(2);
  }
  const made = path("new/folder");
  await runCommand("import", [text, "--out", made]);
  expect(readdirSync(made)).toEqual(["night-ferry.md"]);
});

test("what cannot be written is told, and what is no file is left alone", async () => {
  const { run, save, path } = openFolder();
  mkdirSync(path("night-ferry.md"));
  const text = save("n.txt", `Night ferry\n${FARES}\n`);
  expect((await run(text)).stdout).toContain("night-ferry-2.md");
  symlinkSync(path("nowhere"), path("link"));
  const { stderr, code } = await runCommand("import", [text, "--out", path("link")]);
  expect(stderr).toContain("night-ferry.md cannot be written");
  expect(code).toBe(1);
});

test("a list in a text stays with the line that introduces it", async () => {
  const { run, save, read } = openFolder();
  await run(
    save(
      "n.txt",
      `Ferry\n\n${LEAD}\n\nWhat changes:\n\n- two ferries\n- more staff.\n\n${FARES}\n`,
    ),
  );
  expect(read("ferry.md")).toContain("\n\nWhat changes: two ferries; more staff.\n\n");
});

test("what a page calls its key facts is proposed as such", async () => {
  const { run, save, read } = openFolder();
  const facts = `<h2>Key facts</h2><ul><li>${STORM}</li><li>It is late.</li></ul></article>`;
  const page = save("page.html", ferryPage().replace("</article>", facts));
  expect((await run(page)).stdout).toContain("proposed: 1 lead, 2 key facts (marked;");
  expect(read("the-night-ferry-is-back.md")).toContain("It is late. {key proposed}");
  const { stdout } = await run(page, "--json");
  expect(JSON.parse(stdout).sections[1].passages[1]).toMatchObject({ key: true });
});

test("--json says of Markdown where it was published", async () => {
  const { run, save } = openFolder();
  const source =
    "source: { publisher: The Packet, url: https://packet.example/f, published: 3 May 2025 }";
  const file = save("a.md", `---\ntitle: Ferry\n${source}\n---\n\n${LEAD}\n`);
  const { stdout } = await run(file, "--json");
  expect(JSON.parse(stdout).source).toMatchObject({
    publisher: "The Packet",
    url: "https://packet.example/f",
    published: "3 May 2025",
  });
});

test("speakers whose names have no Latin letter get ids that can be read", async () => {
  const { run, save, read } = openFolder();
  const text = "Квиток коштує дев'ять крон, — сказав директор Тобіас Ренн.";
  await run(save("porom.txt", `Пором повернувся\n${text}\n`));
  expect(read("porom-povernuvsya.md")).toContain("{by=tobias-renn ");
});

test("Markdown without a language is read in its own", async () => {
  const { run, save, read } = openFolder();
  const text =
    "Квиток коштує дев'ять крон, а діти їздять безкоштовно, — сказав директор Тобіас Ренн.";
  await run(save("porom.md", `# Пором повернувся\n\n${text}\n`));
  expect(read("porom.md")).toContain("language: uk");
  expect(read("porom.md")).toContain("name: Тобіас Ренн");
});

test("no file is written that is too long for the bot", async () => {
  const { run, save, folder } = openFolder();
  const text = save("n.txt", `Long\n${`${"word ".repeat(2000)}\n`.repeat(110)}`);
  const markdown = save("n.md", `# Long\n\n${"word ".repeat(220_000)}\n`);
  const { stderr } = await run(text, markdown);
  expect(stderr.match(/longer than 1 MB/gu)?.length).toBe(2);
  expect(readdirSync(folder)).toEqual(["n.md", "n.txt"]);
});

test("a page that asks not to be kept is not fetched, but may be imported as a file", async () => {
  const html = ferryPage(undefined, '<meta name="robots" content="noarchive">');
  const site = await openSite({ "/": html });
  const { run, save } = openFolder();
  expect((await run(`${site}/`)).stderr).toContain("not to keep a copy (noarchive)");
  expect((await run(save("page.html", html))).code).toBe(0);
});

const EDITED = `---
title: The ferry
source: { publisher: The Packet }
people:
  quist: { name: Ada Quist, capacity: minister }
---

${FARES} {#fares by=quist kind=announcement}
`;

test("--json prints who speaks according to the file, not what import would propose", async () => {
  const { run, save } = openFolder();
  const { stdout } = await run(save("ferry.md", EDITED), "--json");
  const { people, sections } = JSON.parse(stdout);
  expect(people).toMatchObject([{ id: "quist", name: "Ada Quist", capacity: "minister" }]);
  expect(sections[0].passages[0]).toMatchObject({
    speaker: "quist",
    sentences: [{ text: FARES, speaker: "quist", quoted: "indirect", confidence: 1 }],
  });
});

test("--json prints an editor's version of a page that is imported again", async () => {
  const { run, save, read } = openFolder();
  const page = save("page.html", ferryPage());
  await run(page);
  const name = "the-night-ferry-is-back.md";
  const own = "A single ticket costs ten crowns.";
  save(name, read(name).replace(/^A single ticket.*$/mu, own));
  const { stdout } = await run(page, "--json");
  const passages = JSON.parse(stdout).sections.flatMap(
    (section: { passages: [] }) => section.passages,
  );
  expect(passages).toContainEqual(
    expect.objectContaining({
      text: own,
      speaker: null,
      sentences: [expect.objectContaining({ text: own, confidence: 1 })],
    }),
  );
});

test("what an editor saves while a page is fetched is not overwritten", async () => {
  const { run, read, save } = openFolder();
  const name = "the-night-ferry-is-back.md";
  const pages: Record<string, (request: unknown, response: ServerResponse) => void> = {};
  let fetched = 0;
  pages["/f"] = (_request, response) => {
    fetched += 1;
    if (fetched > 1) save(name, read(name).replace(LEAD, STORM));
    response.setHeader("content-type", "text/html").end(ferryPage());
  };
  const site = await openSite(pages);
  await run(`${site}/f`);
  expect((await run(`${site}/f`)).code).toBe(0);
  expect(read(name)).toContain(STORM);
});

test("two imports of a page at once make one file", async () => {
  const site = await openSite({ "/f": ferryPage() });
  const { run, folder } = openFolder();
  const codes = await Promise.all([run(`${site}/f`), run(`${site}/f`)]);
  expect(codes.map(({ code }) => code)).toEqual([0, 0]);
  expect(readdirSync(folder)).toEqual(["the-night-ferry-is-back.md"]);
});

test("a file that changed since it was read is not replaced", () => {
  const { path, save, read } = openFolder();
  const file = save("a.md", "# Now\n");
  expect(writeArticleFile(file, "# Import\n", "# Before\n")).toContain("changed in the meantime");
  expect(writeArticleFile(file, "# Import\n", undefined)).toContain("changed in the meantime");
  expect(read("a.md")).toBe("# Now\n");
  expect(writeArticleFile(path("b.md"), "# New\n", undefined)).toBeUndefined();
  expect(read("b.md")).toBe("# New\n");
});
