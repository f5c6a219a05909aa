import { Readability } from "@mozilla/readability";
import { isElement, type PageDocument, type PageElement } from "../page/page-element.ts";
import { blocksOf } from "./page-blocks.ts";

/** Readability compares each line break with all others beside it. */
const MAX_BREAKS = 1000;

/** The text that Readability takes for the article, a block a line. It changes the document. */
export function readableText(document: PageDocument): readonly string[] {
  const breaks = [...document.querySelectorAll("br")];
  for (const br of breaks.slice(MAX_BREAKS)) br.remove();
  const content = contentOf(document);
  return isPageElement(content) ? blocksOf(content).map(({ text }) => text) : [];
}

function contentOf(document: PageDocument): unknown {
  try {
    return new Readability(document, { serializer: (node): unknown => node }).parse()?.content;
  } catch {
    // Readability trips over pages that have almost nothing in them.
    return undefined;
  }
}

function isPageElement(value: unknown): value is PageElement {
  return (
    typeof value === "object" &&
    value !== null &&
    "nodeType" in value &&
    typeof value.nodeType === "number" &&
    isElement({ nodeType: value.nodeType })
  );
}
