import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { atom, BRIDGE, HOUR, MARKET, MINUTE, openFeedNewsroom, storyPage } from "./newsroom.ts";

const BRIDGE_ITEM = { path: "/bridge-closed", title: "The bridge is closed" };

test("a broken feed disturbs no other, and is told in a sentence", async () => {
  const newsroom = await openFeedNewsroom();
  const { pages, site, pass, report, logged } = newsroom;
  const broken = "garbage missing cut huge wrong".split(" ");
  newsroom.feeds(
    ["feeds:", ...[...broken, "feed"].map((path) => `  - url: SITE/${path}`)].join("\n"),
  );
  pages["/garbage"] = "not a feed at all";
  pages["/cut"] = ({ socket }) => socket.destroy();
  pages["/huge"] = (_request, response) =>
    response.setHeader("content-type", "text/xml").end("<rss>".repeat(3_000_000));
  pages["/wrong"] = (_request, response) => response.setHeader("content-type", "image/png").end();
  pages["/feed"] = atom(site, [BRIDGE_ITEM]);
  pages["/bridge-closed"] = storyPage("The bridge is closed", BRIDGE);
  await pass();
  await pass(HOUR);
  const { feeds } = report();
  expect(feeds.map(({ state }) => state)).toEqual([...broken.map(() => "failing"), "followed"]);
  expect(feeds.map(({ failures }) => failures)).toEqual([2, 2, 2, 2, 2, 0]);
  expect(feeds.map(({ error = "" }) => error.split(":")[0])).toEqual([
    "this is neither a feed nor a page with links to articles",
    "there is no such page (404)",
    expect.stringContaining("the site does not answer"),
    "this page is larger than 10 MB",
    "this is no web page but image/png",
    "",
  ]);
  expect(newsroom.names("draft")).toEqual(["the-bridge-is-closed.md"]);
  // Once, not in each round.
  expect(logged.filter((line) => line.includes("/garbage"))).toHaveLength(1);
});

test("a feed that fails is asked less and less often, and as before once it is back", async () => {
  const newsroom = await openFeedNewsroom();
  newsroom.feeds("feeds:\n  - url: SITE/feed\n");
  const gaps: number[] = [];
  for (let failure = 0; failure < 8; failure += 1) {
    await newsroom.pass(6 * HOUR);
    gaps.push((Date.parse(newsroom.report().feeds[0]?.nextAt ?? "") - newsroom.now()) / MINUTE);
  }
  expect(gaps).toEqual([30, 60, 120, 240, 360, 360, 360, 360]);
  newsroom.pages["/feed"] = atom(newsroom.site, []);
  await newsroom.pass(6 * HOUR);
  expect(newsroom.report().feeds[0]).toMatchObject({ state: "followed", error: undefined });
  expect(Date.parse(newsroom.report().feeds[0]?.nextAt ?? "") - newsroom.now()).toBe(15 * MINUTE);
});

test.each([
  [429, "7200", 120],
  [503, new Date("2026-05-03T11:20:00Z").toUTCString(), 180],
  [503, undefined, 30],
])("a site that asks to wait (%i, Retry-After %s) is left alone for %i minutes", async (...row) => {
  const [status, retryAfter, minutes] = row;
  const newsroom = await openFeedNewsroom();
  newsroom.feeds("feeds:\n  - url: SITE/feed\n  - url: SITE/other\n");
  newsroom.pages["/feed"] = (_request, response) => {
    response.writeHead(status, retryAfter === undefined ? {} : { "retry-after": retryAfter }).end();
  };
  newsroom.pages["/other"] = newsroom.pages["/feed"];
  await newsroom.pass();
  // The other feed of the same host is not asked any more.
  expect(newsroom.requests.filter((path) => path !== "/robots.txt")).toEqual(["/feed"]);
  const { nextAt = "" } = newsroom.report().feeds[0] ?? {};
  expect((Date.parse(nextAt) - newsroom.now()) / MINUTE).toBe(minutes);
});

test("a feed that has ended (410) is not asked again until its entry changes", async () => {
  const newsroom = await openFeedNewsroom();
  newsroom.feeds("feeds:\n  - url: SITE/feed\n");
  newsroom.pages["/feed"] = (_request, response) => response.writeHead(410).end();
  await newsroom.pass();
  expect(newsroom.report().feeds[0]).toMatchObject({
    state: "ended",
    error: expect.stringContaining("the feed has ended (410)"),
  });
  newsroom.restart();
  await newsroom.pass(24 * HOUR);
  expect(newsroom.requests.filter((path) => path === "/feed")).toHaveLength(1);
  newsroom.pages["/feed"] = atom(newsroom.site, []);
  newsroom.feeds("feeds:\n  - url: SITE/feed\n    every: 30\n");
  await newsroom.pass(24 * HOUR);
  expect(newsroom.report().feeds[0]?.state).toBe("followed");
});

test("requests to one host come one after another, with the pause that robots.txt asks for", async () => {
  const newsroom = await openFeedNewsroom();
  const { pages, site } = newsroom;
  newsroom.feeds("feeds:\n  - url: SITE/feed\n  - url: SITE/other\n");
  pages["/robots.txt"] = (_request, response) =>
    response.end("User-agent: *\nCrawl-delay: 7\nDisallow: /private/\n");
  let open = 0;
  let most = 0;
  const slowly =
    (text: string) => (_request: unknown, response: { end: (text: string) => void }) => {
      most = Math.max(most, (open += 1));
      setTimeout(() => {
        open -= 1;
        response.end(text);
      }, 30);
    };
  pages["/feed"] = slowly(atom(site, [BRIDGE_ITEM, { path: "/private/a", title: "A secret" }]));
  pages["/other"] = slowly(atom(site, [{ path: "/market-moves", title: "The market moves" }]));
  pages["/bridge-closed"] = slowly(storyPage("The bridge is closed", BRIDGE));
  pages["/market-moves"] = slowly(storyPage("The market moves", MARKET));
  await newsroom.pass();
  expect(newsroom.names("draft")).toEqual(["the-bridge-is-closed.md", "the-market-moves.md"]);
  expect(most).toBe(1);
  expect(newsroom.slept).toContain(7000);
  expect(newsroom.slept.every((ms) => ms >= 1000)).toBe(true);
  expect(newsroom.requests).not.toContain("/private/a");
});

test("a round takes as many new pieces as the limit says, and the next one the others", async () => {
  const newsroom = await openFeedNewsroom();
  const { pages, site } = newsroom;
  newsroom.feeds("feeds:\n  - url: SITE/feed\n    limit: 2\n");
  const titles = ["One ferry sails", "Two ferries sail", "Three ferries sail", "Four ferries sail"];
  pages["/feed"] = (_request, response) =>
    response.writeHead(200, { "content-type": "text/xml", etag: '"1"' }).end(
      atom(
        site,
        titles.map((title, at) => ({ path: `/a-${at}`, title })),
      ),
    );
  for (const [at, title] of titles.entries()) {
    pages[`/a-${at}`] = storyPage(title, [...BRIDGE.slice(at % 3), ...MARKET.slice(at % 2)]);
  }
  await newsroom.pass();
  expect(newsroom.names("draft")).toHaveLength(2);
  await newsroom.pass();
  expect(newsroom.names("draft")).toHaveLength(4);
});

test("a piece that cannot be had yet is tried again, and one that is no article is not", async () => {
  const newsroom = await openFeedNewsroom();
  const { pages, site } = newsroom;
  newsroom.feeds("feeds:\n  - url: SITE/feed\n");
  pages["/feed"] = atom(site, [BRIDGE_ITEM, { path: "/gallery", title: "Pictures of the week" }]);
  pages["/gallery"] = "<!doctype html><html><body><p>Pictures.</p></body></html>";
  await newsroom.pass();
  await newsroom.pass();
  pages["/bridge-closed"] = storyPage("The bridge is closed", BRIDGE);
  await newsroom.pass(HOUR);
  expect(newsroom.names("draft")).toEqual(["the-bridge-is-closed.md"]);
  expect(newsroom.requests.filter((path) => path === "/gallery")).toHaveLength(1);
  expect(newsroom.report().feeds[0]?.state).toBe("followed");
});

test("a page is followed by its links, and by the feed it names", async () => {
  const newsroom = await openFeedNewsroom();
  const { pages, site } = newsroom;
  newsroom.feeds(
    "feeds:\n  - url: SITE/town/\n  - url: SITE/harbour/\n    exclude: [/harbour/live/]\n",
  );
  pages["/town/"] = `<!doctype html><html><head>
    <link rel="alternate" type="application/atom+xml" href="/town/feed.xml"></head>
    <body><a href="/other">A link that leads to something else</a></body></html>`;
  pages["/town/feed.xml"] = atom(site, [{ path: "/market-moves", title: "The market moves" }]);
  pages["/market-moves"] = storyPage("The market moves", MARKET);
  pages["/harbour/"] = `<!doctype html><html><head>
    <link rel="alternate" type="application/rss+xml" href="/whole-site.xml"></head><body>
    <nav><a href="/about-us">All about us and our work</a></nav>
    <h2><a href="/harbour/bridge-closed">The bridge will be closed until October</a></h2>
    <a href="/harbour/live/today">The live blog of everything today</a>
    <a href="https://elsewhere.example/a">An article of somebody else entirely</a>
    <a href="/harbour/">More from the harbour here</a> <a href="/harbour/all">All</a></body></html>`;
  pages["/harbour/bridge-closed"] = storyPage("The bridge is closed", BRIDGE);
  await newsroom.pass();
  expect(newsroom.names("draft")).toEqual(["the-bridge-is-closed.md", "the-market-moves.md"]);
  const articles = newsroom.requests.filter((path) => !/robots|\/$|feed/u.test(path));
  expect(articles.toSorted()).toEqual(["/harbour/bridge-closed", "/market-moves"]);
});

test("what was a feed and is a page now fails, whatever the page links to", async () => {
  const newsroom = await openFeedNewsroom();
  const { pages, site } = newsroom;
  newsroom.feeds("feeds:\n  - url: SITE/feed\n");
  pages["/feed"] = atom(site, []);
  await newsroom.pass();
  pages["/feed"] =
    '<!doctype html><html><body><a href="/a">All the news of the town today</a></body></html>';
  await newsroom.pass();
  expect(newsroom.report().feeds[0]?.error).toContain("a feed was here");
});

test("feeds.yaml is read again when it is saved; with a mistake, the last good version stays", async () => {
  const newsroom = await openFeedNewsroom();
  await newsroom.pass();
  expect(newsroom.report()).toEqual({ isFollowing: true, mistakes: [], feeds: [] });
  newsroom.feeds("feeds:\n  - url: SITE/feed\n");
  await newsroom.pass();
  newsroom.feeds("feeds:\n  - url: SITE/feed\n    evry: 10\n");
  await newsroom.pass();
  const { mistakes, feeds } = newsroom.report();
  expect(mistakes).toEqual([expect.stringMatching(/feeds\.yaml:3: unknown field `evry`/u)]);
  expect(feeds).toHaveLength(1);
  newsroom.feeds("feeds: []\n");
  await newsroom.pass();
  expect(newsroom.report().feeds).toEqual([]);
});

test("a private address is refused as by import", async () => {
  const { openFeedFollower } = await import("../../src/feeds/follow-feeds.ts");
  const { pageFetcher } = await import("../../src/import/fetch/fetch-page.ts");
  const newsroom = await openFeedNewsroom();
  newsroom.feeds("feeds:\n  - url: https://127.0.0.1/feed\n");
  const fetcher = pageFetcher({ allowsLocal: false });
  const follower = openFeedFollower({
    desk: {
      folders: newsroom.folders,
      save: () => "no",
      publish: () => "no",
      withdraw: () => "no",
      onPublished: () => {},
      turn: () => Promise.resolve(),
    },
    fetcher,
    stateDir: join(newsroom.folders.draft, "state"),
    log: () => {},
    clock: { now: () => 1, random: () => 0, sleep: () => Promise.resolve() },
    signal: new AbortController().signal,
  });
  await follower.runDue();
  await fetcher.close();
  expect(follower.report().feeds[0]?.error).toContain("leads into a private network");
});

test("the example of docs/feeds.md is a feeds.yaml", async () => {
  const { parseFeeds } = await import("../../src/feeds/feeds-file.ts");
  const [, example = ""] =
    /```yaml\n(?<example>[^]*?)```/u.exec(readFileSync("docs/feeds.md", "utf8")) ?? [];
  expect(parseFeeds(example, "feeds.yaml")).toMatchObject({
    kind: "read",
    feeds: [
      { every: 15, publish: "never", limit: 10 },
      { every: 60, publish: "when-certain", limit: 5, exclude: ["/live/"] },
      { include: ["/kultur/"], language: "de" },
    ],
  });
});
