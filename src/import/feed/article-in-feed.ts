import type { ExtractedArticle } from "../extracted-article.ts";
import { extractPage } from "../extract/extract-page.ts";
import type { Feed, FeedItem } from "./read-feed.ts";

/** Shorter texts are summaries of what the page has. */
const MIN_FULL_TEXT = 600;

/** The article in the feed itself, if it is there in full. */
export function articleInFeed(
  { html = "", title, url, author, published }: FeedItem,
  feed: Feed,
): ExtractedArticle | undefined {
  if (title === undefined || html.length < MIN_FULL_TEXT) return undefined;
  const page = `<html><head><title></title></head><body><h1></h1><article>${html}</article></body></html>`;
  const extracted = extractPage(withHead(page, { title, published, author }), url);
  if (extracted.kind === "nothing") return undefined;
  const { article } = extracted;
  return {
    ...article,
    title,
    source: {
      ...article.source,
      title,
      ...(feed.title !== undefined && { publisher: feed.title }),
    },
  };
}

type Head = {
  readonly [Name in "title" | "published" | "author"]: FeedItem[Name] | undefined;
};

/** A page that states what the feed does. */
function withHead(page: string, { title = "", published, author }: Head): string {
  const day =
    published === undefined || Number.isNaN(Date.parse(published))
      ? undefined
      : new Date(published);
  const tags = [
    `<meta property="og:title" content="${escapeAttribute(title)}">`,
    day ? `<meta property="article:published_time" content="${day.toISOString()}">` : "",
    author === undefined ? "" : `<meta name="author" content="${escapeAttribute(author)}">`,
  ];
  return page.replace("<title></title>", () => tags.join(""));
}

function escapeAttribute(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
}
