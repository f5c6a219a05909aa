import MarkdownIt from "markdown-it";
import type { Token } from "markdown-it";
import attributesPlugin from "markdown-it-attrs";

/** A heading or a paragraph, with what an editor wrote in braces behind it. */
export type Block = {
  readonly type: "heading" | "paragraph";
  /** Headings: 1 to 6. Paragraphs: 0. */
  readonly level: number;
  /** Plain text on one line, without the marks of Markdown. */
  readonly text: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Where it starts in the file, counted from 1. */
  readonly line: number;
};

// Off: forms that would swallow or reshape plain prose (indented text, a line of dashes under a
// paragraph, tables, link definitions). An article is headings, paragraphs, lists and quotations.
const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false })
  .disable(["code", "lheading", "table", "reference"])
  .use(attributesPlugin);

const TRAILING_BRACES = /\{[^{}]*\}\s*$/u;

/**
 * Reads Markdown as a list of headings and paragraphs; the paragraphs of lists and quotations are
 * paragraphs too. Braces that hold none of `knownAttributes` are part of the text. `linesAbove` is
 * how much of the file stands before `source`.
 */
export function readBlocks(
  source: string,
  knownAttributes: ReadonlySet<string>,
  linesAbove = 0,
): Block[] {
  const blocks: Block[] = [];
  let open: Token[] = [];

  for (const token of markdown.parse(source, {})) {
    if (token.nesting === 1) open.push(token);
    if (token.type === "inline" || token.type === "fence") {
      const block = readBlock(token, open, knownAttributes);
      if (block.text !== "") blocks.push({ ...block, line: block.line + linesAbove });
    }
    if (token.nesting === -1) open = open.slice(0, -1);
  }
  return blocks;
}

function readBlock(inline: Token, open: readonly Token[], known: ReadonlySet<string>): Block {
  const heading = open.find(({ type }) => type === "heading_open");
  const attributes = attributesOf(open);
  const hasKnown = [...attributes.keys()].some((name) => known.has(name));
  const isText = attributes.size > 0 && !hasKnown;
  const braces = isText ? ` ${TRAILING_BRACES.exec(inline.content)?.[0] ?? ""}` : "";

  return {
    type: heading ? "heading" : "paragraph",
    level: heading ? Number(heading.tag.slice(1)) : 0,
    text: oneLine(plainText(inline) + braces),
    attributes: isText ? new Map() : attributes,
    line: (inline.map?.[0] ?? 0) + 1,
  };
}

/** The plugin hangs braces on the paragraph, or in lists on the item around it. */
function attributesOf(open: readonly Token[]): Map<string, string> {
  const holders = open.filter(
    ({ type }) => type === "paragraph_open" || type === "heading_open" || type === "list_item_open",
  );
  const nearest = holders.slice(holders.at(-1)?.type === "paragraph_open" ? -2 : -1);
  return new Map(
    nearest.flatMap(({ attrs }) => attrs ?? []).map(([name, value]) => [name, String(value)]),
  );
}

function plainText(token: Token): string {
  if (!token.children) return token.content;
  return token.children.map((child) => (isBreak(child) ? " " : textOf(child))).join("");
}

function isBreak({ type }: Token): boolean {
  return type === "softbreak" || type === "hardbreak";
}

/** Pictures say nothing that could be quoted. */
function textOf({ type, content }: Token): string {
  return type === "image" ? "" : content;
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}
