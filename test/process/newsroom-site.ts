import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { openSite } from "../import/page-server.ts";

/** A piece of news as its site has it at the moment. */
export type Story = {
  readonly path: string;
  /** How the feed links to it. */
  link: string;
  title: string;
  paragraphs: string[];
  published: Date;
  updated: Date;
  head: string;
  /** What the page answers; 0 breaks the connection. */
  status: number;
  isListed: boolean;
  isDeleted: boolean;
};

/** How a site's feed answers, besides as it should. */
type Mood = "well" | "garbage" | "broken" | "busy" | "ended";

export type NewsSite = {
  readonly url: string;
  readonly feed: string;
  readonly stories: Story[];
  readonly statuses: readonly number[];
  mood: Mood;
};

type Form = "atom" | "rss" | "json" | "page";

/** A site with pages and a feed, or with a page of links. */
export async function openNewsSite(form: Form): Promise<NewsSite> {
  const stories: Story[] = [];
  const statuses: number[] = [];
  const pages: Record<string, (request: IncomingMessage, response: ServerResponse) => void> = {};
  const url = await openSite(
    new Proxy(pages, {
      get: (_, path: string) => {
        if (path === "/feed") return answerFeed;
        const story = stories.find((one) => one.path === path);
        if (!story) return undefined;
        return (request: IncomingMessage, response: ServerResponse) =>
          answerPage(story, request, response);
      },
    }),
  );
  const site: NewsSite = { url, feed: `${url}/feed`, stories, statuses, mood: "well" };
  return site;

  function answerFeed(request: IncomingMessage, response: ServerResponse): void {
    if (site.mood === "broken") return void request.socket.destroy();
    if (site.mood === "garbage") return void response.end("\u0001 this is no feed <<<");
    if (site.mood === "ended") return void response.writeHead(410).end();
    if (site.mood === "busy") return void response.writeHead(503, { "retry-after": "1800" }).end();
    send(FORMS[form](url, stories), request, response);
  }

  function answerPage(story: Story, request: IncomingMessage, response: ServerResponse): void {
    if (story.status === 0) return void request.socket.destroy();
    if (story.status !== 200) return void response.writeHead(story.status).end("no page");
    send(pageOf(story), request, response);
  }

  function send(text: string, { headers }: IncomingMessage, response: ServerResponse): void {
    const etag = `"${createHash("sha256").update(text).digest("hex").slice(0, 12)}"`;
    const isKnown = headers["if-none-match"] === etag;
    statuses.push(isKnown ? 304 : 200);
    response.writeHead(isKnown ? 304 : 200, {
      etag,
      "content-type": text.startsWith("<!doctype") ? "text/html; charset=utf-8" : "text/xml",
    });
    response.end(isKnown ? "" : text);
  }
}

function pageOf({ title, paragraphs, head }: Story): string {
  return `<!doctype html><html lang="en"><head><title>${title}</title>
    <meta property="og:site_name" content="The Vellan Packet">${head}</head><body><h1>${title}</h1>
    <article>${paragraphs.map((text) => `<p>${text}</p>`).join("\n")}</article></body></html>`;
}

const FORMS: Readonly<Record<Form, (url: string, stories: readonly Story[]) => string>> = {
  atom: (url, stories) =>
    `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0"><title>A</title>${listed(
      stories,
    )
      .map(
        ({ path, link, title, published, updated }) =>
          `<entry><id>${path}</id><title>${title}</title><link href="${escaped(link)}"/><published>${published.toISOString()}</published><updated>${updated.toISOString()}</updated></entry>`,
      )
      .join("")}${stories
      .filter(({ isDeleted }) => isDeleted)
      .map(({ path }) => `<at:deleted-entry ref="${path}" when="${url}"/>`)
      .join("")}</feed>`,
  rss: (_url, stories) =>
    `<?xml version="1.0"?><rss version="2.0"><channel><title>B</title>${listed(stories)
      .map(
        ({ path, link, title, published }) =>
          `<item><guid isPermaLink="false">${path}</guid><title>${title}</title><link>${escaped(link)}</link><pubDate>${published.toUTCString()}</pubDate></item>`,
      )
      .join("")}</channel></rss>`,
  json: (_url, stories) =>
    JSON.stringify({
      version: "https://jsonfeed.org/version/1.1",
      title: "D",
      items: listed(stories).map(({ path, link, title, published }) => {
        return { id: path, url: link, title, date_published: published.toISOString() };
      }),
    }),
  page: (_url, stories) =>
    `<!doctype html><html><body>${listed(stories)
      .map(({ link, title }) => `<h2><a href="${escaped(link)}">${title}</a></h2>`)
      .join("")}</body></html>`,
};

function listed(stories: readonly Story[]): readonly Story[] {
  return stories.filter(({ isListed, isDeleted }) => isListed && !isDeleted);
}

function escaped(link: string): string {
  return link.replaceAll("&", "&amp;");
}
