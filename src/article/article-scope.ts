import type { Article } from "./article.ts";
import { foldName } from "./fold-name.ts";
import { publicationDayNumber } from "./publication-day.ts";

/** Days since 1970, both included; infinite where a period is open. */
export type DayRange = { readonly from: number; readonly to: number };

/** Which articles a question is asked of, if it says so. */
export type ArticleScope = {
  /** When they were published. */
  readonly days?: DayRange;
  readonly publisher?: string;
  /** Of the paper. */
  readonly section?: string;
};

export function isInScope(article: Article, { days, publisher, section }: ArticleScope): boolean {
  if (publisher !== undefined && !isBy(article, publisher)) return false;
  if (section !== undefined && !isOfSection(article, section)) return false;
  if (!days) return true;
  const day = publicationDayNumber(article);
  return day !== undefined && day >= days.from && day <= days.to;
}

function isBy({ source }: Article, publisher: string): boolean {
  return foldName(source.publisher?.name ?? "") === foldName(publisher);
}

function isOfSection({ source }: Article, section: string): boolean {
  return foldName(source.section ?? "") === foldName(section);
}
