import { parseHTML } from "linkedom";
import type { PageDocument } from "./page-element.ts";

const HAS_ROOT = /<html[\s>]/iu;
/** Real articles have a few thousand. */
const MAX_ELEMENTS = 50_000;

/** Parses a page, however broken it is; `undefined` if it has more elements than any article. */
export function parsePage(html: string): PageDocument | undefined {
  // Without a root element, linkedom would take the first element for it.
  const whole = HAS_ROOT.test(html) ? html : `<html><body>${html}</body></html>`;
  const document: PageDocument = parseHTML(whole).document;
  const elements = [...document.querySelectorAll("*")].length;
  return elements > MAX_ELEMENTS ? undefined : document;
}
