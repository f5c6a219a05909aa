import { foldWord, wordsIn } from "../../../text/words.ts";
import type { PageDocument } from "../page/page-element.ts";
import { cleanText } from "./clean-text.ts";
import type { StructuredData } from "./json-ld.ts";
import type { MetaTags } from "./meta-tags.ts";

type Stated = { readonly record: StructuredData | undefined; readonly meta: MetaTags };

/** A heading that shares this much of its words with the title is the headline; others name the site. */
const MIN_SHARED = 0.5;

/** Some pages make a heading of everything. */
const MAX_SHOWN = 20;

/** The headline as the page shows it; what it tells search engines and social networks may differ. */
export function shownHeadline(
  document: PageDocument,
  { record, meta }: Stated,
): string | undefined {
  const title = cleanText(document.querySelector("title")?.textContent ?? "");
  const stated = [record?.headline, meta.first("og:title", "twitter:title", "dc.title")]
    .flatMap((text) => (text === undefined ? [] : cleanText(text)))
    .concat(title)
    .filter((text) => text !== "");
  const shown = [...document.querySelectorAll("h1")]
    .slice(0, MAX_SHOWN)
    .map(({ textContent }) => cleanText(textContent ?? ""))
    .filter((text) => text !== "");
  if (stated.length === 0) return shown[0];

  const likeness = (text: string) => Math.max(...stated.map((other) => sharedWords(text, other)));
  const [best] = shown.toSorted((one, other) => likeness(other) - likeness(one));
  if (best !== undefined && likeness(best) >= MIN_SHARED && !isSiteName(best, { record, meta }))
    return best;
  return withoutSite(stated[0] ?? title, { record, meta });
}

/** A site's name is in the title as well: "Ferry is back | The Packet". */
function isSiteName(text: string, { record, meta }: Stated): boolean {
  const names = [record?.publisher, meta.first("og:site_name", "application-name")];
  return names.some(
    (name) => name !== undefined && cleanText(name).toLowerCase() === text.toLowerCase(),
  );
}

function sharedWords(one: string, other: string): number {
  const words = foldedWords(one);
  const others = foldedWords(other);
  if (words.size === 0) return 0;
  const shared = [...words].filter((word) => others.has(word)).length;
  return shared / words.size;
}

function foldedWords(text: string): Set<string> {
  return new Set(wordsIn(text).map((word) => foldWord(word.text)));
}

const SEPARATOR = / +(?:[|»•·–—-]|::) +/u;

/** "Ferry is back | News | The Packet" → "Ferry is back" */
function withoutSite(title: string, { record, meta }: Stated): string {
  const parts = title.split(SEPARATOR);
  const site = cleanText(meta.first("og:site_name") ?? record?.publisher ?? "").toLowerCase();
  const [first = title] = parts;
  const isSite = site !== "" && parts.slice(1).some((part) => part.toLowerCase() === site);
  return (isSite || title.includes(" | ")) && first.length >= title.length / 3 ? first : title;
}
