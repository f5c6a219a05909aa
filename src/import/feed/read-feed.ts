import { DOMParser } from "linkedom";
import { z } from "zod";
import { cleanText } from "../extract/metadata/clean-text.ts";
import { childrenOf, isElement, type PageElement } from "../extract/page/page-element.ts";

/** An article of a feed. `html`: the longest text that the feed has of it. */
export type FeedItem = {
  readonly title?: string;
  readonly url?: string;
  readonly html?: string;
  readonly author?: string;
  readonly published?: string;
  /** Stays the same if the address changes. */
  readonly id?: string;
  readonly updated?: string;
};

export type Feed = {
  readonly title: string | undefined;
  readonly items: readonly FeedItem[];
  /** Ids and addresses of articles that were withdrawn (RFC 6721). */
  readonly deleted: readonly string[];
};

const XML_FEED =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^-]*(?:-(?!->)[^-]*)*-->\s*)*(?:<\?[^>]*>\s*)*<(?:rss|feed|rdf:RDF)[\s>]/iu;
const JSON_FEED = /^\s*\{[^]{0,2000}?"version"\s*:\s*"https:\/\/jsonfeed\.org\//iu;

/** Reads RSS, Atom or JSON Feed; `undefined` if the text is no feed. */
export function readFeed(text: string): Feed | undefined {
  if (JSON_FEED.test(text)) return readJsonFeed(text);
  return XML_FEED.test(text) ? readXmlFeed(text) : undefined;
}

const optionalText = z.string().optional().catch(undefined);
const jsonFeed = z.object({
  title: optionalText,
  items: z.array(
    z.object({
      title: optionalText,
      url: optionalText,
      external_url: optionalText,
      content_html: optionalText,
      content_text: optionalText,
      id: z.coerce.string().optional().catch(undefined),
      date_published: optionalText,
      date_modified: optionalText,
      authors: z
        .array(z.object({ name: optionalText }))
        .optional()
        .catch(undefined),
    }),
  ),
});

function readJsonFeed(text: string): Feed | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text.trim());
  } catch {
    return undefined;
  }
  const { data } = jsonFeed.safeParse(json);
  return (
    data && {
      title: data.title,
      deleted: [],
      items: data.items.map((item) =>
        feedItem({
          title: item.title,
          url: item.url ?? item.external_url,
          html: item.content_html ?? paragraphs(item.content_text),
          author: item.authors?.[0]?.name,
          published: item.date_published,
          id: item.id,
          updated: item.date_modified,
        }),
      ),
    }
  );
}

function paragraphs(text: string | undefined): string | undefined {
  return text
    ?.split("\n")
    .map((line) => `<p>${line.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</p>`)
    .join("");
}

const ITEM = /^(?:item|entry)$/iu;

function readXmlFeed(text: string): Feed {
  const document: Pick<PageElement, "querySelector" | "querySelectorAll"> =
    new DOMParser().parseFromString(text, "text/xml");
  const items = [...document.querySelectorAll("item, entry")];
  const heads = document.querySelector("channel") ?? document.querySelector("feed");
  const title = heads ? childText(heads, ["title"]) : undefined;
  return {
    title,
    items: items.filter(({ tagName }) => ITEM.test(tagName)).map(xmlItem),
    deleted: heads ? childrenNamed(heads, "at:deleted-entry").flatMap(namesOf) : [],
  };
}

function namesOf(tombstone: PageElement): string[] {
  const [link] = childrenNamed(tombstone, "link");
  return [tombstone.getAttribute("ref"), link?.getAttribute("href")].flatMap((name) => name ?? []);
}

const CONTENT = ["content:encoded", "content", "description", "summary"];

function xmlItem(item: PageElement): FeedItem {
  const texts = CONTENT.map((name) => childText(item, [name]) ?? "");
  const [html] = texts.toSorted((one, other) => other.length - one.length);
  const author = childText(item, ["dc:creator", "author"]);
  return feedItem({
    title: childText(item, ["title"]),
    url: linkOf(item),
    html,
    author,
    published: childText(item, ["pubdate", "published", "dc:date", "updated"]),
    id: childText(item, ["guid", "id"]),
    updated: childText(item, ["updated", "atom:updated", "dcterms:modified"]),
  });
}

/** Atom has `<link rel="alternate" href="…">`, RSS `<link>…</link>`. */
function linkOf(item: PageElement): string | undefined {
  const links = childrenNamed(item, "link");
  const alternate = links.find((link) => (link.getAttribute("rel") ?? "alternate") === "alternate");
  return alternate?.getAttribute("href") ?? childText(item, ["link", "guid", "id"]);
}

function childText(parent: PageElement, names: readonly string[]): string | undefined {
  for (const name of names) {
    const text = childrenNamed(parent, name)[0]?.textContent?.trim();
    if (text !== undefined && text !== "") return text;
  }
  return undefined;
}

function childrenNamed(parent: PageElement, name: string): PageElement[] {
  return childrenOf(parent)
    .filter((child) => isElement(child))
    .filter(({ tagName }) => tagName.toLowerCase() === name);
}

type Found = { readonly [Name in keyof FeedItem]-?: FeedItem[Name] | undefined };

function feedItem({ title, url, html, author, published, id, updated }: Found): FeedItem {
  const name = title === undefined ? "" : cleanText(title);
  return {
    ...(name !== "" && { title: name }),
    ...(url !== undefined && URL.canParse(url) && { url }),
    ...(html !== undefined && html !== "" && { html }),
    ...(author !== undefined && { author: cleanText(author) }),
    ...(published !== undefined && { published }),
    ...(id !== undefined && { id }),
    ...(updated !== undefined && { updated }),
  };
}
