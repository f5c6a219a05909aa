import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { feedDesk } from "../../src/desk/editorial/start-feeds.ts";
import { openEditorial } from "../../src/desk/editorial/editorial.ts";
import { pageFetcher } from "../../src/import/fetch/fetch-page.ts";
import { openFeedFollower } from "../../src/feeds/follow-feeds.ts";
import { openSite } from "../import/page-server.ts";

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A page with an article. */
export function storyPage(title: string, paragraphs: readonly string[], head = ""): string {
  return `<!doctype html><html lang="en"><head><title>${title} | The Vellan Packet</title>
    <meta property="og:site_name" content="The Vellan Packet">${head}</head>
    <body><nav><a href="/">Home of all our news</a></nav><h1>${title}</h1>
    <article>${paragraphs.map((text) => `<p>${text}</p>`).join("\n")}</article></body></html>`;
}

/** Paragraphs of narration, in which nobody speaks. */
export const BRIDGE = [
  "The bridge over the Vell will stay closed until October, after cracks were found in two of its pillars.",
  "A ferry runs every twenty minutes from six in the morning, and a single ticket costs nine crowns.",
  "The works began on Monday and are paid for by the harbour fund.",
];

export const MARKET = [
  "The Saturday market moves to the old depot in November, since the square is being paved.",
  "Sixty stalls have room there, which is twelve more than on the square.",
  "The depot was built in 1911 and stood empty for nine years.",
];

export type Item = {
  readonly path: string;
  readonly title: string;
  readonly id?: string;
  readonly published?: string;
  readonly updated?: string;
};

/** An Atom feed of pages on the same site. */
export function atom(
  site: string,
  items: readonly Item[],
  deleted: readonly string[] = [],
): string {
  const entries = items.map(
    ({ path, title, id = path, published, updated = published }) =>
      `<entry><id>${id}</id><title>${title}</title><link href="${site}${path.replaceAll("&", "&amp;")}"/>
       ${published === undefined ? "" : `<published>${published}</published>`}
       ${updated === undefined ? "" : `<updated>${updated}</updated>`}</entry>`,
  );
  const tombstones = deleted.map(
    (id) => `<at:deleted-entry ref="${id}" when="2026-01-01T00:00:00Z"/>`,
  );
  return `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0">
    <title>The Vellan Packet</title>${entries.join("")}${tombstones.join("")}</feed>`;
}

/** A newsroom that follows feeds of a site on this machine, in a time of its own. */
export async function openFeedNewsroom() {
  const folder = mkdtempSync(join(tmpdir(), "feeds-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const folders = { published: join(folder, "content"), draft: join(folder, "drafts") };
  for (const path of Object.values(folders)) mkdirSync(path);
  writeFileSync(join(folders.published, "bakery.md"), "# The bakery\n\nThe bakery opens at six.\n");

  const pages: Record<string, string | Answer> = {};
  const requests: string[] = [];
  const counted = new Proxy(pages, {
    get: (target, path: string) => {
      const page = target[path];
      return page === undefined
        ? undefined
        : (request: IncomingMessage, response: ServerResponse) => {
            requests.push(path);
            if (typeof page === "function") page(request, response);
            else response.setHeader("content-type", typeOf(page)).end(page);
          };
    },
  });
  const site = await openSite(counted);
  let now = Date.parse("2026-05-03T08:00:00Z");
  const logged: string[] = [];
  const slept: number[] = [];
  const journalDir = join(folder, "journal");
  const editorial = openEditorial({ folders, journalDir, now: () => new Date(now) });
  const fetcher = pageFetcher({ allowsLocal: true });
  onTestFinished(fetcher.close);
  let published = 0;
  const start = () => {
    const stopping = new AbortController();
    const follower = openFeedFollower({
      desk: feedDesk({
        folders,
        desk: { editorial, turn: () => Promise.resolve() },
        onPublished: () => (published += 1),
      }),
      fetcher,
      stateDir: join(folder, "state"),
      log: (sentence, fields) => logged.push([sentence, ...Object.values(fields ?? {})].join(" ")),
      clock: {
        now: () => now,
        random: () => 0.5,
        sleep: (ms) => Promise.resolve(slept.push(ms)),
      },
      signal: stopping.signal,
    });
    return { ...follower, stop: () => stopping.abort() };
  };
  let follower = start();
  const fileIn = (state: "published" | "draft", name: string) => join(folders[state], name);

  return {
    site,
    pages,
    requests,
    logged,
    slept,
    folders,
    editorial,
    timesPublished: () => published,
    now: () => now,
    feeds: (yaml: string) =>
      writeFileSync(join(folders.published, "feeds.yaml"), yaml.replaceAll("SITE", site)),
    /** Lets time pass, then looks at the feeds that are due. */
    pass: async (ms = 20 * MINUTE) => {
      now += ms;
      await follower.runDue();
    },
    report: () => follower.report(),
    restart: () => {
      follower.stop();
      follower = start();
    },
    names: (state: "published" | "draft") =>
      readdirSync(folders[state])
        .filter((name) => name.endsWith(".md") && name !== "bakery.md")
        .toSorted(),
    read: (state: "published" | "draft", name: string) => readFileSync(fileIn(state, name), "utf8"),
    write: (state: "published" | "draft", name: string, text: string) =>
      writeFileSync(fileIn(state, name), text),
    remove: (state: "published" | "draft", name: string) => rmSync(fileIn(state, name)),
  };
}

function typeOf(page: string): string {
  return page.startsWith("<?xml") ? "application/xml" : "text/html; charset=utf-8";
}
