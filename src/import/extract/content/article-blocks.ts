import { tagOf, withAncestors, type PageDocument } from "../page/page-element.ts";
import { articleRange, type RangeBlock } from "./article-range.ts";
import { isLinkItem, isMostlyLinks, isProse, plainWords } from "./block-forms.ts";
import { isBoilerplate, isEnding, isWall, startsLinkList } from "./boilerplate-lines.ts";
import type { PageBlock } from "./page-blocks.ts";
import { readableText } from "./readable-text.ts";

/** What the page says elsewhere as well. */
export type KnownLines = {
  /** Headline, author, publisher. */
  readonly titles: readonly (string | undefined)[];
  /** A summary; as a paragraph it is the article's first. */
  readonly description: string | undefined;
};

type ArticleBlocks = {
  readonly blocks: readonly PageBlock[];
  /** The page says that only subscribers may read on. */
  readonly hasWall: boolean;
};

/** An ending so early is a heading of the article. */
const MIN_BEFORE_ENDING = 3;

/**
 * The blocks of the article on a page without furniture: those that Readability keeps, and headings, items
 * and paragraphs between them that it left out. `known`: lines that are none of them, such as the headline.
 */
export function articleBlocks(document: PageDocument, known: KnownLines): ArticleBlocks {
  const { body } = document;
  if (!body) return { blocks: [], hasWall: false };
  const isKnown = knownLine(known);
  const range = articleRange(body, readableText(document.cloneNode(true)));
  const chosen: PageBlock[] = [];
  let isInLinkList = false;
  for (const [at, candidate] of range.entries()) {
    const { block } = candidate;
    if (isInLinkList && isMostlyLinks(block)) continue;
    isInLinkList = startsLinkList(block, range[at + 1]?.block);
    if (isInLinkList || !isArticles(candidate, [range[at - 1], range[at + 1]])) continue;
    if (isEnding(block)) {
      if (chosen.length > MIN_BEFORE_ENDING) break;
      continue;
    }
    if (!isKnown(block)) chosen.push(block);
  }
  const hasWall = range.some(({ block }) => isWall(block));
  return { blocks: withoutPullQuotes(withoutLastHeadings(chosen)), hasWall };
}

function knownLine({ titles, description }: KnownLines): (block: PageBlock) => boolean {
  const lines = new Set(titles.map((text) => plainWords(text ?? "")));
  const summary = plainWords(description ?? "");
  return ({ kind, text }) => {
    const words = plainWords(text);
    return lines.has(words) || (kind === "heading" && words === summary);
  };
}

function isArticles(
  { block, isKept }: RangeBlock,
  neighbours: readonly (RangeBlock | undefined)[],
): boolean {
  if (block.kind === "caption" || isBoilerplate(block) || isWall(block)) return false;
  if (isLinkItem(block) && neighbours.some((next) => next && isLinkItem(next.block))) return false;
  return isKept || (!isMostlyLinks(block) && (block.kind !== "paragraph" || isProse(block)));
}

/** Nothing stands below them. */
function withoutLastHeadings(blocks: readonly PageBlock[]): PageBlock[] {
  return blocks.slice(0, blocks.findLastIndex(({ kind }) => kind !== "heading") + 1);
}

/** Shorter repetitions are chance. */
const MIN_REPEATED = 30;
const PULL_QUOTE = /\bpull/iu;

/** Leaves out pull quotes, which repeat words of the article. */
function withoutPullQuotes(blocks: readonly PageBlock[]): PageBlock[] {
  const all = blocks.map(({ text }) => plainWords(text));
  return blocks.filter((block, at) => {
    const words = all[at] ?? "";
    if (words.length < MIN_REPEATED || !mayBePullQuote(block)) return true;
    return !all.some((other, place) => place !== at && other.includes(words));
  });
}

function mayBePullQuote({ kind, element }: PageBlock): boolean {
  if (kind === "quotation") return true;
  const around = [...withAncestors(element)].slice(0, 3);
  return around.some(
    (ancestor) =>
      tagOf(ancestor) === "ASIDE" || PULL_QUOTE.test(ancestor.getAttribute("class") ?? ""),
  );
}
