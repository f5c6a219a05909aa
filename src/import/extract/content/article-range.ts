import { withAncestors, type PageElement } from "../page/page-element.ts";
import { isLongEnough, isMostlyLinks, isProse, plainWords } from "./block-forms.ts";
import { blocksOf, type PageBlock } from "./page-blocks.ts";

/** A block of the page; `isKept`: whether Readability takes it for the article's. */
export type RangeBlock = { readonly block: PageBlock; readonly isKept: boolean };

/** No article is longer, and comparing takes time. */
const MAX_READABLE = 150_000;

/** The blocks from an article's first to its last, with what the page has between them. */
export function articleRange(body: PageElement, readable: readonly string[]): RangeBlock[] {
  const isReadable = matcherFor(readable);
  const candidates = blocksOf(body).map((block): RangeBlock => ({
    block,
    isKept: isReadable(plainWords(block.text)),
  }));
  const container = containerOf(candidates, body);
  const inside = candidates.filter(({ block: { element } }) =>
    [...withAncestors(element)].some((ancestor) => ancestor === container),
  );
  const first = inside.findIndex(({ isKept, block }) => isKept && isProse(block));
  const last = inside.findLastIndex(({ isKept, block }) => isKept && !isMostlyLinks(block));
  return first < 0 ? [] : inside.slice(withOpening(inside, first), last + 1);
}

/** Whether words are a line of the readable text, or within one: Readability joins and splits lines. */
function matcherFor(readable: readonly string[]): (words: string) => boolean {
  const lines = readable.join("\n").slice(0, MAX_READABLE).split("\n").map(plainWords);
  const text = ` ${lines.join(" ")} `;
  const known = new Map(lines.map((line) => [line, line !== ""]));
  return (words) => {
    const isKnown = known.get(words) ?? text.includes(` ${words} `);
    known.set(words, isKnown);
    return isKnown;
  };
}

/** Most of what is kept; some of it may be found elsewhere on the page as well. */
const SHARE = 0.9;

/** The smallest element with nearly all of the text that is kept. */
function containerOf(candidates: readonly RangeBlock[], body: PageElement): PageElement {
  const lengths = new Map<PageElement, number>();
  let total = 0;
  for (const { block, isKept } of candidates) {
    if (!isKept) continue;
    total += block.text.length;
    for (const element of withAncestors(block.element)) {
      lengths.set(element, (lengths.get(element) ?? 0) + block.text.length);
    }
  }
  // Inner elements come first.
  for (const [element, length] of lengths) if (length >= total * SHARE) return element;
  return body;
}

/** Where the heading, the list or the line above the first paragraph starts. */
function withOpening(inside: readonly RangeBlock[], first: number): number {
  let start = first;
  for (; start > 0; start -= 1) {
    const { block, isKept = false } = inside[start - 1] ?? {};
    if (!block || !isKept || isMostlyLinks(block)) break;
    if (block.kind !== "heading" && block.kind !== "item" && !isLongEnough(block)) break;
  }
  return start;
}
