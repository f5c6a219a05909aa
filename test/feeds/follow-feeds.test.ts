import { expect, test } from "vitest";
import { loadLibrary } from "../../src/article/loading/load-library.ts";
import { parseArticle } from "../../src/article/parsing/parse-article.ts";
import {
  atom,
  BRIDGE,
  HOUR,
  type Item,
  MARKET,
  MINUTE,
  openFeedNewsroom,
  storyPage,
} from "./newsroom.ts";

const FEED = "feeds:\n  - url: SITE/feed\n";
const CERTAIN = `${FEED}    publish: when-certain\n`;
const BRIDGE_ITEM: Item = { path: "/bridge-closed", title: "The bridge is closed" };
const MARKET_ITEM: Item = { path: "/market-moves", title: "The market moves" };

/** A newsroom whose feed lists one piece. */
async function openWithBridge(yaml = FEED) {
  const newsroom = await openFeedNewsroom();
  newsroom.feeds(yaml);
  newsroom.pages["/feed"] = atom(newsroom.site, [BRIDGE_ITEM]);
  newsroom.pages["/bridge-closed"] = storyPage("The bridge is closed", BRIDGE);
  await newsroom.pass();
  return newsroom;
}

const NAME = "the-bridge-is-closed.md";

test("a new piece becomes a draft, and only a draft", async () => {
  const { names, read, report, site, timesPublished } = await openWithBridge();
  expect(names("draft")).toEqual([NAME]);
  expect(names("published")).toEqual([]);
  expect(read("draft", NAME)).toContain(BRIDGE[0]);
  expect(read("draft", NAME)).toContain(`url: ${site}/bridge-closed`);
  expect(timesPublished()).toBe(0);
  expect(report().feeds[0]).toMatchObject({
    state: "followed",
    failures: 0,
    lastSuccessAt: "2026-05-03T08:20:00.000Z",
    nextAt: "2026-05-03T08:35:00.000Z",
    counts: { imported: 1, updated: 0, published: 0, withdrawn: 0 },
  });
});

test("where it is switched on, a piece in which nothing is uncertain is published", async () => {
  const { names, editorial, timesPublished } = await openWithBridge(CERTAIN);
  expect(names("published")).toEqual([NAME]);
  expect(names("draft")).toEqual([]);
  expect(timesPublished()).toBe(1);
  expect(editorial.journal().map(({ by, did }) => `${by} ${did}`)).toEqual([
    "feed import",
    "feed publish",
  ]);
});

test("a piece with something for review waits for an editor, and one that an editor has touched, too", async () => {
  const newsroom = await openFeedNewsroom();
  newsroom.feeds(CERTAIN);
  newsroom.pages["/feed"] = atom(newsroom.site, [
    BRIDGE_ITEM,
    { ...MARKET_ITEM, published: "2026-05-03T12:00:00Z" },
  ]);
  const unsure = "The bridge has cracks, and the director had told the council, they admitted.";
  newsroom.pages["/bridge-closed"] = storyPage("The bridge is closed", [
    ...BRIDGE,
    unsure,
    "Another said it was “a disaster”, but Quist called that nonsense, according to Renn.",
  ]);
  newsroom.pages["/market-moves"] = storyPage("The market moves", MARKET);
  await newsroom.pass();
  expect(newsroom.names("draft")).toEqual([NAME, "the-market-moves.md"]);
  expect(newsroom.read("draft", NAME)).toContain("review}");
  const draft = newsroom.read("draft", "the-market-moves.md");
  newsroom.write("draft", "the-market-moves.md", draft.replace("old depot", "new depot"));
  // Also while nothing else is heard of it.
  delete newsroom.pages["/feed"];
  await newsroom.pass(12 * HOUR);
  expect(newsroom.names("published")).toEqual([]);
  newsroom.pages["/feed"] = atom(newsroom.site, [BRIDGE_ITEM, MARKET_ITEM]);
  await newsroom.pass(12 * HOUR);
  expect(newsroom.names("published")).toEqual([]);
});

test("a page that is as it was is not read again, and the server is asked so", async () => {
  const newsroom = await openFeedNewsroom();
  newsroom.feeds(FEED);
  const statuses: number[] = [];
  newsroom.pages["/feed"] = ({ headers }, response) => {
    const status = headers["if-none-match"] === '"1"' ? 304 : 200;
    statuses.push(status);
    response.writeHead(status, { "content-type": "application/xml", etag: '"1"' });
    response.end(status === 304 ? "" : atom(newsroom.site, [BRIDGE_ITEM]));
  };
  newsroom.pages["/bridge-closed"] = storyPage("The bridge is closed", BRIDGE);
  await newsroom.pass();
  newsroom.restart();
  await newsroom.pass();
  expect(statuses).toEqual([200, 304]);
  expect(newsroom.report().feeds[0]?.counts.imported).toBe(1);
});

test("what an editor changed stays when the page is corrected, in drafts and in articles", async () => {
  const { pages, read, write, editorial, pass, report } = await openWithBridge();
  write(
    "draft",
    NAME,
    read("draft", NAME).replace("nine crowns.", "nine crowns, or four for islanders."),
  );
  const corrected = [
    `${BRIDGE[0]} Trucks turn at Mill Lane.`,
    BRIDGE[1] ?? "",
    "The works began on Tuesday.",
  ];
  pages["/bridge-closed"] = storyPage("The bridge is closed", corrected);
  await pass();
  expect(read("draft", NAME)).toContain("or four for islanders");
  expect(read("draft", NAME)).toContain("Trucks turn at Mill Lane");
  expect(read("draft", NAME)).toContain("updated: 3 May 2026");

  editorial.move({ state: "draft", name: NAME }, "you");
  pages["/bridge-closed"] = storyPage("The bridge is closed", [
    ...corrected,
    "It reopens at Easter.",
  ]);
  await pass();
  expect(read("published", NAME)).toContain("It reopens at Easter.");
  expect(read("published", NAME)).toContain("or four for islanders");
  expect(report().feeds[0]?.counts).toMatchObject({ imported: 1, updated: 2 });
});

test("a paragraph that both the page and an editor changed is kept, marked for review and told", async () => {
  const { pages, read, write, pass, report } = await openWithBridge();
  write("draft", NAME, read("draft", NAME).replace("costs nine crowns", "costs 9 crowns"));
  pages["/bridge-closed"] = storyPage("The bridge is closed", [
    BRIDGE[0] ?? "",
    (BRIDGE[1] ?? "").replace("nine crowns", "eleven crowns"),
    BRIDGE[2] ?? "",
  ]);
  await pass();
  expect(read("draft", NAME)).toMatch(/costs 9 crowns\. \{review\}/u);
  expect(read("draft", NAME)).not.toContain("eleven");
  expect(report().feeds[0]?.notes[0]).toMatchObject({
    about: NAME,
    what: expect.stringContaining("the editor's is kept"),
  });
});

test("one article is imported once, whatever its address looks like and whichever feed lists it", async () => {
  const newsroom = await openFeedNewsroom();
  const { site, pages } = newsroom;
  newsroom.feeds(`${FEED}  - url: SITE/other\n`);
  const canonical = `<link rel="canonical" href="${site}/bridge-closed">`;
  pages["/feed"] = atom(site, [
    { ...BRIDGE_ITEM, path: "/bridge-closed?utm_source=feed" },
    { ...BRIDGE_ITEM, path: "/2026/05/story?id=17", id: "x" },
  ]);
  pages["/other"] = atom(site, [
    { ...BRIDGE_ITEM, path: "/bridge-closed?utm_campaign=other&fbclid=1", id: "y" },
    { ...BRIDGE_ITEM, path: "/print/bridge-closed-17", id: "z" },
  ]);
  for (const path of ["/bridge-closed", "/2026/05/story", "/print/bridge-closed-17"]) {
    pages[path] = storyPage("The bridge is closed", BRIDGE, canonical);
  }
  await newsroom.pass();
  await newsroom.pass();
  expect(newsroom.names("draft")).toEqual([NAME]);
  const counts = newsroom.report().feeds.map(({ counts: { imported } }) => imported);
  expect(counts.reduce((sum, one) => sum + one, 0)).toBe(1);
});

test("a site that names one canonical address for all its pages is not believed", async () => {
  const newsroom = await openFeedNewsroom();
  const { site, pages } = newsroom;
  newsroom.feeds(FEED);
  const canonical = `<link rel="canonical" href="${site}/news">`;
  pages["/feed"] = atom(site, [BRIDGE_ITEM, MARKET_ITEM]);
  pages["/bridge-closed"] = storyPage("The bridge is closed", BRIDGE, canonical);
  pages["/market-moves"] = storyPage("The market moves", MARKET, canonical);
  await newsroom.pass();
  await newsroom.pass();
  expect(newsroom.names("draft")).toEqual([NAME, "the-market-moves.md"]);
  expect(newsroom.read("draft", NAME)).toContain(BRIDGE[1]);
});

test("an article whose address changes stays in its file", async () => {
  const { site, pages, pass, names, read } = await openWithBridge();
  pages["/bridge-closed"] = (_request, response) =>
    response.writeHead(301, { location: "/bridge-to-reopen" }).end();
  pages["/bridge-to-reopen"] = storyPage("The bridge is to reopen", BRIDGE);
  pages["/feed"] = atom(site, [
    { path: "/bridge-to-reopen", title: "The bridge is to reopen", id: BRIDGE_ITEM.path },
  ]);
  await pass();
  await pass();
  expect(names("draft")).toEqual([NAME]);
  expect(read("draft", NAME)).toContain(`url: ${site}/bridge-to-reopen`);
});

test("a draft that an editor has discarded does not come back", async () => {
  const { site, pages, pass, names, editorial, restart } = await openWithBridge();
  editorial.discard({ state: "draft", name: NAME }, "you");
  pages["/bridge-closed"] = storyPage("The bridge is closed", [...BRIDGE, "It reopens at Easter."]);
  pages["/feed"] = atom(site, [{ ...BRIDGE_ITEM, title: "The bridge is closed again" }]);
  await pass();
  restart();
  await pass();
  expect(names("draft")).toEqual([]);
});

test("an article whose page is gone twice in a row becomes a draft again, once", async () => {
  const { pages, pass, names, editorial, report } = await openWithBridge();
  editorial.move({ state: "draft", name: NAME }, "you");
  const page = pages["/bridge-closed"] ?? "";
  const gone = (status: number) => {
    pages["/bridge-closed"] = (_request, response) => response.writeHead(status).end("gone");
  };
  gone(404);
  await pass();
  expect(names("published")).toEqual([NAME]);
  pages["/bridge-closed"] = page;
  await pass();
  gone(410);
  await pass();
  expect(names("published")).toEqual([NAME]);
  await pass();
  expect(names("published")).toEqual([]);
  expect(names("draft")).toEqual([NAME]);
  expect(editorial.journal().at(-1)).toMatchObject({ by: "feed", did: "withdraw", name: NAME });
  expect(report().feeds[0]?.notes[0]?.what).toContain("Its page is gone");

  // An editor knows better.
  editorial.move({ state: "draft", name: NAME }, "you");
  await pass();
  await pass();
  expect(names("published")).toEqual([NAME]);
});

test("a network that fails withdraws nothing", async () => {
  const { pages, pass, names, editorial } = await openWithBridge();
  editorial.move({ state: "draft", name: NAME }, "you");
  pages["/bridge-closed"] = ({ socket }) => socket.destroy();
  for (let round = 0; round < 4; round += 1) await pass();
  pages["/bridge-closed"] = (_request, response) => response.writeHead(502).end();
  for (let round = 0; round < 4; round += 1) await pass();
  expect(names("published")).toEqual([NAME]);
});

test("an article that the feed marks as deleted becomes a draft again", async () => {
  const { site, pages, pass, names, editorial } = await openWithBridge();
  editorial.move({ state: "draft", name: NAME }, "you");
  pages["/feed"] = atom(site, [], [BRIDGE_ITEM.path]);
  await pass();
  expect(names("draft")).toEqual([NAME]);
});

test("the only article stays with readers until there is another one", async () => {
  const newsroom = await openWithBridge(CERTAIN);
  newsroom.remove("published", "bakery.md");
  newsroom.pages["/feed"] = atom(newsroom.site, [], [BRIDGE_ITEM.path]);
  await newsroom.pass();
  expect(newsroom.names("published")).toEqual([NAME]);
  expect(newsroom.report().feeds[0]?.notes[0]?.what).toContain("the only article");
  newsroom.write("published", "bakery.md", "# The bakery\n\nThe bakery opens at six.\n");
  await newsroom.pass();
  expect(newsroom.names("published")).toEqual([]);
});

test.each([
  ["the feed", (published: string) => [{ ...BRIDGE_ITEM, published }, ""] as const],
  [
    "the page",
    (published: string) =>
      [BRIDGE_ITEM, `<meta property="article:published_time" content="${published}">`] as const,
  ],
])("an embargo that %s states is kept, also where pieces are published", async (_what, stated) => {
  const newsroom = await openFeedNewsroom();
  const [item, head] = stated("2026-05-03T18:00:00Z");
  newsroom.feeds(CERTAIN);
  newsroom.pages["/feed"] = atom(newsroom.site, [item]);
  newsroom.pages["/bridge-closed"] = storyPage("The bridge is closed", BRIDGE, head);
  await newsroom.pass();
  expect(newsroom.read("draft", NAME)).toContain("embargo: 2026-05-03T18:00:00.000Z");
  newsroom.restart();
  await newsroom.pass(9 * HOUR);
  expect(newsroom.names("published")).toEqual([]);
  await newsroom.pass(41 * MINUTE);
  expect(newsroom.names("published")).toEqual([NAME]);
});

test("a kill in the middle loses nothing and imports nothing twice", async () => {
  const newsroom = await openFeedNewsroom();
  newsroom.feeds(FEED);
  newsroom.pages["/feed"] = atom(newsroom.site, [BRIDGE_ITEM, MARKET_ITEM]);
  newsroom.pages["/bridge-closed"] = storyPage("The bridge is closed", BRIDGE);
  newsroom.pages["/market-moves"] = (_request, response) => {
    newsroom.restart();
    response.setHeader("content-type", "text/html").end(storyPage("The market moves", MARKET));
  };
  await newsroom.pass();
  expect(newsroom.names("draft")).toEqual([NAME]);
  newsroom.pages["/market-moves"] = storyPage("The market moves", MARKET);
  await newsroom.pass();
  expect(newsroom.names("draft")).toEqual([NAME, "the-market-moves.md"]);
  expect(newsroom.requests.filter((path) => path === "/bridge-closed")).toHaveLength(2);
});

test("an article written by hand is left alone", async () => {
  const newsroom = await openFeedNewsroom();
  newsroom.feeds(FEED);
  const own = `---\ntitle: Our bridge\nsource: { url: ${newsroom.site}/bridge-closed }\n---\n\nOur own words.\n`;
  newsroom.write("published", "bridge.md", own);
  newsroom.pages["/feed"] = atom(newsroom.site, [BRIDGE_ITEM]);
  newsroom.pages["/bridge-closed"] = storyPage("The bridge is closed", BRIDGE);
  await newsroom.pass();
  expect(newsroom.read("published", "bridge.md")).toBe(own);
  expect(newsroom.names("draft")).toEqual([]);
});

test("a file with a mistake is updated once the mistake is corrected", async () => {
  const { pages, pass, read, write, report } = await openWithBridge();
  const good = read("draft", NAME);
  write("draft", NAME, `${good}\nOne <br> two.\n`);
  pages["/bridge-closed"] = storyPage("The bridge is closed", [...BRIDGE, "It reopens at Easter."]);
  await pass();
  expect(report().feeds[0]?.notes[0]?.what).toContain("correct it first");
  write("draft", NAME, good);
  await pass();
  expect(read("draft", NAME)).toContain("It reopens at Easter.");
});

test("a file whose page has not changed stays as its editors have written it", async () => {
  const first = await openWithBridge();
  const draft = `${first.read("draft", NAME)}\n<!-- Ask the harbour master. -->\n`;
  const newsroom = await openFeedNewsroom();
  newsroom.write("published", NAME, draft.replaceAll(first.site, newsroom.site));
  newsroom.feeds(FEED);
  newsroom.pages["/feed"] = atom(newsroom.site, [BRIDGE_ITEM]);
  newsroom.pages["/bridge-closed"] = storyPage("The bridge is closed", BRIDGE);
  await newsroom.pass();
  expect(newsroom.read("published", NAME)).toContain("<!-- Ask the harbour master. -->");
  expect(newsroom.names("draft")).toEqual([]);
  newsroom.pages["/bridge-closed"] = storyPage("The bridge is closed", [
    ...BRIDGE,
    "It reopens at Easter.",
  ]);
  await newsroom.pass();
  expect(newsroom.read("published", NAME)).toContain("It reopens at Easter.");
});

test("an update that would no longer fit the article's translation is told, not made", async () => {
  const { pages, pass, read, write, editorial, report, folders } = await openWithBridge();
  editorial.move({ state: "draft", name: NAME }, "you");
  const parsed = parseArticle(read("published", NAME), NAME);
  const passages = parsed.kind === "parsed" ? parsed.article.sections[0]?.passages : [];
  const translated = (passages ?? []).map(({ id, lead }) => {
    const own = lead === undefined ? "" : ' lead="Міст зачинено"';
    return `Міст зачинено до жовтня. {#${id}${own}}\n`;
  });
  write(
    "published",
    NAME.replace(".md", ".uk.md"),
    ["# Міст зачинено\n", ...translated].join("\n"),
  );
  expect(loadLibrary(folders.published)).toEqual({ kind: "loaded", articles: expect.anything() });
  const before = read("published", NAME);
  pages["/bridge-closed"] = storyPage("The bridge is closed", BRIDGE.slice(0, 2));
  await pass();
  expect(read("published", NAME)).toBe(before);
  expect(report().feeds[0]?.notes[0]?.what).toContain("translation would no longer fit");
});
