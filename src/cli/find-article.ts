import type { Article } from "../article/article.ts";
import { slugOfFile } from "../article/parsing/parse-article.ts";

type FoundArticle = { readonly slug: string } | { readonly error: string };

/** More names than these help nobody to find theirs. */
const MAX_NAMES_TOLD = 20;

/** By slug or by file name: `1973_oil_crisis.md` is the article `1973-oil-crisis`. */
export function findArticle(name: string, articles: readonly Article[]): FoundArticle {
  const slug = slugOfFile(name);
  if (articles.some((article) => article.slug === slug)) return { slug };

  const told = articles.slice(0, MAX_NAMES_TOLD).map((article) => article.slug);
  const untold = articles.length - told.length;
  const known = `${told.join(", ")}${untold > 0 ? ` and ${untold} more` : ""}`;
  return { error: `there is no article \`${name}\`: the known ones are ${known}` };
}
