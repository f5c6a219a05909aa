import { canonicalAddress } from "../article/address.ts";
import {
  type PageElement,
  tagOf,
  withAncestors,
  type PageDocument,
} from "../import/extract/page/page-element.ts";
import { parsePage } from "../import/extract/page/parse-page.ts";
import { type Feed, type FeedItem, readFeed } from "../import/feed/read-feed.ts";
import { matchesPath } from "../import/fetch/robots.ts";
import type { FeedSettings } from "./feeds-file.ts";

/** A piece that a feed or a page lists. */
export type ListedItem = FeedItem & { readonly url: string };

/** What an address lists. */
export type Listing = {
  readonly form: "feed" | "page";
  readonly feed: Feed;
  readonly items: readonly ListedItem[];
};

export type ListingRead =
  | Listing
  /** The page has a feed of its own. */
  | { readonly form: "alternate"; readonly address: string }
  | { readonly form: "nothing" };

/** A feed lists more than anybody reads. */
const MAX_ITEMS = 500;
const MAX_LINKS = 100;

/** Reads what was fetched from `address`: a feed, a page that names its feed, or a page with links to articles. */
export function readListing(text: string, address: string, settings: FeedSettings): ListingRead {
  const found = readFeed(text);
  if (found) return listingOf("feed", found, settings);
  const document = LOOKS_LIKE_HTML.test(text) ? parsePage(text) : undefined;
  if (!document) return { form: "nothing" };
  const alternate = alternateFeed(document, address);
  if (alternate !== undefined) return { form: "alternate", address: alternate };
  const items = linksIn(document, address);
  if (items.length === 0) return { form: "nothing" };
  return listingOf("page", { title: undefined, items, deleted: [] }, settings);
}

const LOOKS_LIKE_HTML = /<(?:!doctype html|html|head|body|main|article|div|ul|a)[\s>]/iu;

function listingOf(form: "feed" | "page", feed: Feed, settings: FeedSettings): Listing {
  const keys = new Set<string>();
  const items = feed.items.slice(0, MAX_ITEMS).flatMap((item): ListedItem[] => {
    const { url } = item;
    if (url === undefined || !isWanted(url, settings)) return [];
    const key = canonicalAddress(url);
    if (keys.has(key)) return [];
    keys.add(key);
    return [{ ...item, url }];
  });
  return { form, feed, items };
}

/** Whether `include` and `exclude` let a piece in. */
function isWanted(url: string, { include, exclude }: FeedSettings): boolean {
  const { protocol, pathname, search } = new URL(url);
  if (protocol !== "https:" && protocol !== "http:") return false;
  const path = `${pathname}${search}`;
  const isIncluded = include.length === 0 || include.some((start) => matchesPath(path, start));
  return isIncluded && !exclude.some((start) => matchesPath(path, start));
}

const FEED_TYPE = /^application\/(?:rss\+xml|atom\+xml|feed\+json)$/iu;

/** The feed that a page names, unless it is the whole site's and the page a section of it. */
function alternateFeed(document: PageDocument, address: string): string | undefined {
  const page = new URL(address);
  const feeds = [...document.querySelectorAll('link[rel~="alternate"]')]
    .filter((link) => FEED_TYPE.test(link.getAttribute("type") ?? ""))
    .flatMap((link) => resolved(link.getAttribute("href"), address) ?? []);
  const folder = page.pathname.replace(/[^/]*$/u, "");
  return feeds.find(({ origin, pathname }) => origin === page.origin && pathname.startsWith(folder))
    ?.href;
}

const ASIDE: ReadonlySet<string> = new Set(["NAV", "HEADER", "FOOTER", "ASIDE"]);
/** Headlines have more words than the names of sections. */
const MIN_WORDS = 4;

/** The links of a page that look like headlines of its own site. */
function linksIn(document: PageDocument, address: string): FeedItem[] {
  const page = new URL(address);
  const found = new Map<string, FeedItem>();
  for (const link of document.querySelectorAll("a[href]")) {
    const target = resolved(link.getAttribute("href"), address);
    const title = (link.textContent ?? "").replaceAll(/\s+/gu, " ").trim();
    if (!target || target.host !== page.host || isAside(link)) continue;
    if (title.split(" ").length < MIN_WORDS || page.pathname.startsWith(target.pathname)) continue;
    target.hash = "";
    const key = canonicalAddress(target.href);
    if (!found.has(key)) found.set(key, { url: target.href, title });
    if (found.size === MAX_LINKS) break;
  }
  return [...found.values()];
}

function isAside(link: PageElement): boolean {
  return [...withAncestors(link)].some((element) => ASIDE.has(tagOf(element)));
}

function resolved(href: string | null, address: string): URL | undefined {
  return href !== null && URL.canParse(href, address) ? new URL(href, address) : undefined;
}
