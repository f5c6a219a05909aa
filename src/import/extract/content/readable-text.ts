import { Readability } from "@mozilla/readability";
import { isElement, type PageDocument, type PageElement } from "../page/page-element.ts";
import { blocksOf } from "./page-blocks.ts";

/** The text that Readability takes for the article, a block a line. It changes the document. */
export function readableText(document: PageDocument): readonly string[] {
  const readability = new Readability(document, { serializer: (node): unknown => node });
  const content = readability.parse()?.content;
  return isPageElement(content) ? blocksOf(content).map(({ text }) => text) : [];
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
