import { stripInvisible } from "../../../article/invisible-characters.ts";
import {
  childrenOf,
  isElement,
  isText,
  tagOf,
  type PageElement,
  type PageNode,
} from "../page/page-element.ts";
import { tableRows } from "./table-rows.ts";

type PageBlockKind =
  | "heading"
  | "paragraph"
  | "item"
  /** What the next item explains. */
  | "term"
  | "quotation"
  | "row"
  | "caption";

/** A piece of a page's text on one line, and what tells words of the article from the page's own. */
export type PageBlock = {
  readonly kind: PageBlockKind;
  readonly text: string;
  /** How many of its characters are links. */
  readonly linked: number;
  /** How many of its characters are in bold. */
  readonly bold: number;
  /** The element that contains it. */
  readonly element: PageElement;
};

const SKIPPED = new Set(
  "SCRIPT STYLE NOSCRIPT TEMPLATE SVG MATH IFRAME OBJECT EMBED BUTTON SELECT TEXTAREA INPUT DIALOG AUDIO VIDEO CANVAS HEAD MENU".split(
    " ",
  ),
);
const BLOCK = new Set(
  "ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR HTML LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL".split(
    " ",
  ),
);
const KIND_OF_TAG: Readonly<Record<string, PageBlockKind>> = {
  H1: "heading",
  H2: "heading",
  H3: "heading",
  H4: "heading",
  H5: "heading",
  H6: "heading",
  LI: "item",
  DT: "term",
  DD: "item",
  BLOCKQUOTE: "quotation",
  FIGURE: "caption",
  FIGCAPTION: "caption",
};
/** Real pages are far less deep; the stack is not endless. */
const MAX_DEPTH = 400;
/** No article has more; the rest of a page is left out. */
const MAX_BLOCKS = 5000;
/** Nor a paragraph longer than this. */
const MAX_LENGTH = 10_000;

/** Where text stands. */
type Place = Pick<PageBlock, "kind" | "element"> & {
  readonly isLink: boolean;
  readonly isBold: boolean;
  readonly depth: number;
};

/** The text of an element as blocks, in order. */
export function blocksOf(root: PageElement): PageBlock[] {
  const blocks: PageBlock[] = [];
  const line = lineWriter();
  const top: Place = { kind: "paragraph", element: root, isLink: false, isBold: false, depth: 0 };
  visitChildren(root, top);
  flush(top);
  return blocks;

  function visitChildren(parent: PageElement, place: Place): void {
    if (place.depth > MAX_DEPTH || blocks.length > MAX_BLOCKS) return;
    for (const child of childrenOf(parent)) {
      if (isText(child)) line.write(child.textContent ?? "", place);
      else if (isElement(child) && !isSkipped(child)) visit(child, place);
    }
  }

  function visit(element: PageElement, place: Place): void {
    const tag = tagOf(element);
    if (tag === "BR") {
      if (place.kind === "paragraph" || nextTag(element) === "BR") flush(place);
      else line.write(" ", place);
      return;
    }
    const inside = placeIn(element, place);
    if (!BLOCK.has(tag)) {
      visitChildren(element, inside);
      return;
    }
    flush(place);
    const rows = tag === "TABLE" ? tableRows(element) : undefined;
    if (rows) for (const text of rows) add({ kind: "row", text, linked: 0, bold: 0, element });
    else visitChildren(element, inside);
    flush(inside);
  }

  function flush({ kind, element }: Place): void {
    const written = line.take();
    if (written.text !== "") add({ kind, ...written, element });
  }

  function add(block: PageBlock): void {
    blocks.push(block);
  }
}

const SPACES = /\s+/gu;

/** Collects the text of a block, with whitespace collapsed. */
function lineWriter() {
  let parts: string[] = [];
  let linked = 0;
  let bold = 0;

  return {
    write(written: string, { isLink, isBold }: Place): void {
      const text = written.replaceAll(SPACES, " ");
      parts.push(text);
      if (isLink) linked += text.length;
      if (isBold) bold += text.length;
    },
    take() {
      const text = stripInvisible(parts.join("").toWellFormed())
        .replaceAll(SPACES, " ")
        .trim()
        .slice(0, MAX_LENGTH)
        .toWellFormed();
      const taken = { text, linked, bold };
      parts = [];
      linked = 0;
      bold = 0;
      return taken;
    },
  };
}

function placeIn(element: PageElement, place: Place): Place {
  const tag = tagOf(element);
  const inside = {
    ...place,
    isLink: place.isLink || tag === "A",
    isBold: place.isBold || tag === "B" || tag === "STRONG",
    depth: place.depth + 1,
  };
  if (!BLOCK.has(tag)) return inside;
  const kind = place.kind === "caption" ? "caption" : (KIND_OF_TAG[tag] ?? place.kind);
  return { ...inside, kind, element };
}

const HIDDEN_STYLE = /display\s*:\s*none|visibility\s*:\s*hidden/iu;

function isSkipped(element: PageElement): boolean {
  if (SKIPPED.has(tagOf(element)) || element.hasAttribute("hidden")) return true;
  return HIDDEN_STYLE.test(element.getAttribute("style") ?? "");
}

function nextTag(element: PageElement): string | undefined {
  let next: PageNode | null = element.nextSibling;
  while (next && isText(next) && (next.textContent ?? "").trim() === "") next = next.nextSibling;
  return next && isElement(next) ? tagOf(next) : undefined;
}
