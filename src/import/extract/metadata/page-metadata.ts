import type { PageDocument } from "../page/page-element.ts";
import { authorsOf } from "./authors.ts";
import { shownHeadline } from "./headline.ts";
import { structuredData, type StructuredData } from "./json-ld.ts";
import { metaTags } from "./meta-tags.ts";
import { publishedOf, releasedAt, type PublicationDay } from "./published.ts";
import { publisherOf } from "./publisher.ts";

/** What a page says about its article. */
export type PageMetadata = {
  readonly headline: string | undefined;
  /** A summary, often shown above the text. */
  readonly description: string | undefined;
  readonly publisher: string | undefined;
  readonly author: string | undefined;
  readonly published: PublicationDay | undefined;
  /** Languages stated, the surest first. */
  readonly languages: readonly (string | undefined)[];
  readonly url: string | undefined;
  /** The address under which the page wants to be known. */
  readonly canonical: string | undefined;
  /** When it was published, or will be, as stated: with a time, mostly. */
  readonly releasedAt: string | undefined;
  readonly record: StructuredData | undefined;
  /** What robots may do with the page. */
  readonly robots: string;
};

/** Reads what a page says about its article; `address`: where it was fetched from, if it was. */
export function pageMetadata(document: PageDocument, address: string | undefined): PageMetadata {
  const meta = metaTags(document);
  const record = structuredData(document);
  const canonical =
    document.querySelector('link[rel="canonical"]')?.getAttribute("href") ?? meta.first("og:url");
  const isAddress = canonical?.startsWith("http") === true && URL.canParse(canonical);
  const url = address ?? (isAddress ? canonical : undefined);
  const publisher = publisherOf({ record, meta, url });
  const stated = { record, meta, url, publisher };
  return {
    headline: shownHeadline(document, stated),
    publisher,
    description: meta.first("og:description", "description"),
    author: authorsOf(document, stated),
    published: publishedOf(document, stated),
    releasedAt: releasedAt(stated),
    canonical: canonicalOf(canonical, address),
    languages: [
      document.documentElement?.getAttribute("lang") ?? undefined,
      record?.language,
      meta.first("og:locale", "content-language", "language", "dc.language"),
    ],
    url,
    record,
    robots: meta.first("robots") ?? "",
  };
}

/** A page may state it relative to its own address. */
function canonicalOf(stated: string | undefined, address: string | undefined): string | undefined {
  if (stated === undefined || !URL.canParse(stated, address)) return undefined;
  const { protocol, href } = new URL(stated, address);
  return protocol === "https:" || protocol === "http:" ? href : undefined;
}
