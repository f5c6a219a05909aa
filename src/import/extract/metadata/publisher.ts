import { cleanText } from "./clean-text.ts";
import type { StructuredData } from "./json-ld.ts";
import type { MetaTags } from "./meta-tags.ts";

type Stated = {
  readonly record: StructuredData | undefined;
  readonly meta: MetaTags;
  readonly url: string | undefined;
};

const LONE_LOWER_CASE = /^[\p{Ll}\p{N}.-]+$/u;

/**
 * The name of the site: an agency may be named as the publisher of what a newspaper prints. Names in lower
 * case are technical, so the host is better.
 */
export function publisherOf({ record, meta, url }: Stated): string | undefined {
  const names = [
    meta.first("og:site_name"),
    record?.publisher,
    meta.first("dc.publisher", "publisher", "application-name"),
  ]
    .flatMap((name) => (name === undefined ? [] : nameIn(name)))
    .filter((name) => name !== "");
  return names.find((name) => !LONE_LOWER_CASE.test(name)) ?? hostOf(url) ?? names[0];
}

/** "Autoracing | F1 | Indy" → "Autoracing" */
function nameIn(stated: string): string {
  const [name = ""] = cleanText(stated).split(" | ");
  return name
    .replace(/^@/u, "")
    .replace(/^https?:\/\/\S*$/u, "")
    .trim();
}

function hostOf(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  return new URL(url).hostname.replace(/^www\./u, "");
}
