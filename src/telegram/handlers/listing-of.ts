import type { ArticleLookup } from "../../article/article-lookup.ts";
import { articleIn } from "../../article/translation.ts";
import { type ArticleListing, MAX_ARTICLES } from "../replies/library-reply.ts";
import type { Wording } from "../wording/wording.ts";

/** What a list of all articles shows. */
export async function listingOf(
  lookup: ArticleLookup,
  { language }: Wording,
): Promise<ArticleListing & { readonly total: number }> {
  const [first, total] = await Promise.all([lookup.first(MAX_ARTICLES), lookup.count()]);
  return { articles: first.map((article) => articleIn(article, language)), total };
}
