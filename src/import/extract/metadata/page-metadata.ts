import type { PageDocument } from "../page/page-element.ts";
import { authorsOf } from "./authors.ts";
import { shownHeadline } from "./headline.ts";
import { structuredData, type StructuredData } from "./json-ld.ts";
import { metaTags } from "./meta-tags.ts";
import { publishedOf, type PublicationDay } from "./published.ts";
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
  const url =
    address ??
    (canonical?.startsWith("http") === true && URL.canParse(canonical) ? canonical : undefined);
  const publisher = publisherOf({ record, meta, url });
  const stated = { record, meta, url, publisher };
  return {
    headline: shownHeadline(document, stated),
    publisher,
    description: meta.first("og:description", "description"),
    author: authorsOf(document, stated),
    published: publishedOf(document, stated),
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
