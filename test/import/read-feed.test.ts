import { expect, test } from "vitest";
import { readFeed } from "../../src/import/feed/read-feed.ts";

test("Atom tells ids, updates and withdrawals", () => {
  const feed = readFeed(`<?xml version="1.0"?>
    <feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0">
      <title>The Vellan Packet</title>
      <entry><id>tag:1</id><title>The ferry</title><link href="https://vell.example/a"/>
        <published>2026-05-03T08:00:00Z</published><updated>2026-05-04T08:00:00Z</updated></entry>
      <at:deleted-entry ref="tag:2" when="2026-05-04T09:00:00Z"><link href="https://vell.example/b"/></at:deleted-entry>
      <at:deleted-entry ref="tag:3" when="2026-05-04T09:00:00Z"/>
    </feed>`);
  expect(feed?.items).toEqual([
    {
      title: "The ferry",
      url: "https://vell.example/a",
      id: "tag:1",
      published: "2026-05-03T08:00:00Z",
      updated: "2026-05-04T08:00:00Z",
    },
  ]);
  expect(feed?.deleted).toEqual(["tag:2", "https://vell.example/b", "tag:3"]);
});

test("JSON Feed and RSS tell ids, and the former updates", () => {
  const json = readFeed(
    JSON.stringify({
      version: "https://jsonfeed.org/version/1.1",
      items: [{ id: 17, url: "https://vell.example/a", date_modified: "2026-05-04T08:00:00Z" }],
    }),
  );
  expect(json?.items[0]).toMatchObject({ id: "17", updated: "2026-05-04T08:00:00Z" });
  const rss = readFeed(
    "<rss><channel><item><title>T</title><guid>g-1</guid><link>https://vell.example/a</link></item></channel></rss>",
  );
  expect(rss?.items[0]).toMatchObject({ id: "g-1", url: "https://vell.example/a" });
});
