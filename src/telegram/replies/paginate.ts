import type { FormattedString } from "@grammyjs/parse-mode";

/** In characters: two screens of a phone, so that most lists need no second page. */
const MAX_PAGE_LENGTH = 1000;
/** Two rows of numbered buttons. */
const MAX_ENTRIES = 12;

/** `upTo` is exclusive. */
export type Page = { readonly from: number; readonly upTo: number };

/** Never splits an entry; a very long one gets its own page. */
export function paginate(
  entries: readonly FormattedString[],
  maxEntries: number = MAX_ENTRIES,
): Page[] {
  const pages: Page[] = [];
  let from = 0;
  let length = 0;
  for (const [at, { text }] of entries.entries()) {
    const isFull = length + text.length > MAX_PAGE_LENGTH || at - from === maxEntries;
    if (at > from && isFull) {
      pages.push({ from, upTo: at });
      from = at;
      length = 0;
    }
    length += text.length;
  }
  return [...pages, { from, upTo: entries.length }];
}
