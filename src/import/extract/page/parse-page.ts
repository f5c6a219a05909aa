import { parseHTML } from "linkedom";
import { childrenOf, isElement, type PageDocument, type PageNode } from "./page-element.ts";

const HAS_ROOT = /<html[\s>]/iu;
const ROOT_TAGS = /<\/?(?:html|head|body|frameset)(?:\s[^>]{0,2000})?>/giu;
/** Real articles have a few thousand. */
const MAX_ELEMENTS = 50_000;
/** Browsers nest no deeper than about this. */
const MAX_DEPTH = 400;

/** Parses a page, however broken it is; `undefined` if it is larger or deeper than any article. */
export function parsePage(html: string): PageDocument | undefined {
  if (opensTooMany(html)) return undefined;
  const document = parseWhole(html);
  return isTooComplex(document) ? undefined : document;
}

function parseWhole(html: string): PageDocument {
  if (HAS_ROOT.test(html)) {
    const document: PageDocument = parseHTML(html).document;
    if (document.documentElement?.querySelector("body")) return document;
  }
  // linkedom takes the first element for the root, whatever it is.
  const body = html.replaceAll(ROOT_TAGS, "");
  return parseHTML(`<html><head></head><body>${body}</body></html>`).document;
}

const TAG = /<(?<slash>\/?)(?<name>[a-z][a-z0-9]*)/giu;
/** Elements without an end tag, or whose end tag may be left out. */
const ENDS_BY_ITSELF = new Set(
  "area base br col embed hr img input link meta param source track wbr p li dt dd tr td th tbody thead tfoot option".split(
    " ",
  ),
);
/** Parsing takes time in proportion to the depth, too. */
const MAX_OPEN = 2000;

/** Whether more elements are open at once than in any page, judged without parsing it. */
function opensTooMany(html: string): boolean {
  let open = 0;
  for (const { groups } of html.matchAll(TAG)) {
    if (ENDS_BY_ITSELF.has(groups?.["name"]?.toLowerCase() ?? "")) continue;
    open = groups?.["slash"] === "" ? open + 1 : Math.max(0, open - 1);
    if (open > MAX_OPEN) return true;
  }
  return false;
}

function isTooComplex({ documentElement }: PageDocument): boolean {
  let level: PageNode[] = documentElement ? [documentElement] : [];
  let elements = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    elements += level.length;
    if (depth > MAX_DEPTH || elements > MAX_ELEMENTS) return true;
    level = level.flatMap((node) => childrenOf(node).filter(isElement));
  }
  return false;
}
