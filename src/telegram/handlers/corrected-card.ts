import type { MessageEntity } from "grammy/types";
import type { Article } from "../../article/article.ts";

/** What Telegram says about the message of a pressed button. */
type Shown = { readonly text?: string; readonly entities?: readonly MessageEntity[] };

const QUOTATION: ReadonlySet<string> = new Set(["blockquote", "expandable_blockquote"]);
/** Parts of a very long passage are left out on its card. */
const CUT = /^… | …$/u;

/** Whether a card shows words that its article no longer has: they were corrected, or taken out. */
export function isCorrected(
  { text = "", entities = [] }: Shown,
  article: Article | undefined,
): boolean {
  const [quotation, ...others] = entities.filter(({ type }) => QUOTATION.has(type));
  if (!quotation || others.length > 0 || !article) return false;
  const shown = text.slice(quotation.offset, quotation.offset + quotation.length).trim();
  if (CUT.test(shown)) return false;
  const versions = [article, ...article.translations].flatMap(({ sections }) =>
    sections.flatMap(({ passages }) => passages.map((passage) => passage.text)),
  );
  return !versions.includes(shown);
}
