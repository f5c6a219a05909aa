import { canonicalAddress } from "../../article/address.ts";
import type { Article } from "../../article/article.ts";
import { publicationDayNumber } from "../../article/publication-day.ts";
import { referenceTo } from "../../article/reference-to.ts";
import { isIndexable, isStorable } from "./storable.ts";

/** What an archive finds an article by, besides its slug. */
export type ArticleKeys = {
  readonly reference: string;
  readonly address: string | null;
  readonly day: number | null;
  /** Names as they are written. */
  readonly publisher: string | null;
  readonly section: string | null;
};

export function articleKeys(article: Article): ArticleKeys {
  const { url, publisher, section } = article.source;
  return {
    reference: referenceTo(article.slug),
    address: (url === undefined ? undefined : addressKey(url)) ?? null,
    day: publicationDayNumber(article) ?? null,
    publisher: publisher && isIndexable(publisher.name) ? publisher.name : null,
    section: section !== undefined && isIndexable(section) ? section : null,
  };
}

/** `undefined` if it has a NUL, which PostgreSQL does not store. */
export function addressKey(url: string): string | undefined {
  const address = canonicalAddress(url);
  return isStorable(address) ? address : undefined;
}
