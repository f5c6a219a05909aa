import type { Article } from "./article.ts";

/**
 * Finds articles that readers are answered from, of which there may be more than a process holds. An editor may
 * publish, change or withdraw one between two look-ups.
 */
export type ArticleLookup = {
  /** Those that there are, of these slugs. */
  readonly bySlugs: (slugs: readonly string[]) => Promise<readonly Article[]>;
  /** By what stands for its slug in a button (`referenceTo`). */
  readonly byReference: (reference: string) => Promise<Article | undefined>;
  /** By those of the URLs that lead to an article's page (`canonicalAddress`). */
  readonly byUrls: (urls: readonly string[]) => Promise<ReadonlyMap<string, Article>>;
  /** The ones to list when readers ask what there is; in an archive, the latest. */
  readonly first: (most: number) => Promise<readonly Article[]>;
  /** How many there are, or were some seconds ago. */
  readonly count: () => Promise<number>;
};
