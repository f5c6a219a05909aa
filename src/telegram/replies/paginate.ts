import type { FormattedString } from "@grammyjs/parse-mode";

/** With what stands above and below, about what is read on a phone without scrolling. */
const LONGEST_PAGE = 500;
/** So many numbers fit into two rows of buttons. */
const MOST_ENTRIES = 12;

/** Which entries stand on a page: from the first up to, not including, the last. */
export type Page = { readonly from: number; readonly upTo: number };

/** Cuts a list into pages between its entries, never inside one; a very long one has its own page. */
export function paginate(entries: readonly FormattedString[]): Page[] {
  const pages: Page[] = [];
  let from = 0;
  let length = 0;
  for (const [at, { text }] of entries.entries()) {
    const isFull = length + text.length > LONGEST_PAGE || at - from === MOST_ENTRIES;
    if (at > from && isFull) {
      pages.push({ from, upTo: at });
      from = at;
      length = 0;
    }
    length += text.length;
  }
  return [...pages, { from, upTo: entries.length }];
}
