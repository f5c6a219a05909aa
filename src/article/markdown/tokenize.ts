import MarkdownIt from "markdown-it";
import type { StateBlock, StateInline, Token } from "markdown-it";
import { isNumberInBrackets, keepLiteralCharacters } from "./literal-characters.ts";
import { readBraces, type Braces } from "./read-braces.ts";

/** Tokens of our own within a paragraph, with where they stand in its source. */
type Mark =
  | { readonly type: "bracket_open" | "bracket_close" | "tag" }
  | { readonly type: "braces"; readonly braces: Exclude<Braces, { kind: "text" }> }
  | { readonly type: "footnote_ref"; readonly label: string };

/** Where a mark stands in the source of its paragraph. */
export type PlacedMark = Mark & { readonly pos: number };

/** Markdown as read: tokens, our own marks among them, and the labels of footnotes. */
export type TokenizedMarkdown = {
  readonly tokens: readonly Token[];
  readonly markOf: (token: Token) => PlacedMark | undefined;
  readonly footnotes: ReadonlySet<string>;
};

/** Deeper quotations and lists are not read; no article has them. */
export const MAX_DEPTH = 100;

/** Reads Markdown: CommonMark and tables, with braces, brackets, tags and footnotes as marks of our own. */
export function tokenize(source: string): TokenizedMarkdown {
  const marks = new Map<Token, PlacedMark>();
  const footnotes = new Set<string>();
  const push = (state: StateInline, mark: Mark, length: number) => {
    const token = state.push(mark.type, "", 0);
    token.content = state.src.slice(state.pos, state.pos + length);
    marks.set(token, { ...mark, pos: state.pos });
  };
  // Off: indented text, which is how some begin a paragraph; HTML and definitions, read by rules of
  // our own; joining of texts, which hides which characters were escaped.
  const markdown = new MarkdownIt({ maxNesting: MAX_DEPTH })
    .disable(["code", "html_block", "reference", "text_join"])
    .disable("html_inline");
  keepLiteralCharacters(markdown);
  markdown.block.ruler.before("fence", "definition", definition, { alt: ["paragraph"] });
  markdown.block.ruler.before("fence", "footnote", footnoteInto(footnotes), { alt: ["paragraph"] });
  markdown.inline.ruler.before("link", "footnote_ref", (state, silent) =>
    footnoteReference(state, silent, push),
  );
  markdown.inline.ruler.before("link", "number", (state, silent) =>
    isNumberInBrackets(state) ? brackets(state, silent, push) : false,
  );
  for (const rule of [braces, brackets, tags]) {
    markdown.inline.ruler.push(rule.name, (state, silent) => rule(state, silent, push));
  }
  return {
    tokens: markdown.parse(source, {}),
    markOf: (token) => marks.get(token),
    footnotes,
  };
}

type Push = (state: StateInline, mark: Mark, length: number) => void;

function braces(state: StateInline, silent: boolean, push: Push): boolean {
  if (state.src[state.pos] !== "{") return false;
  const read = readBraces(state.src, state.pos);
  if (read.kind === "text" || read.end > state.posMax) return false;
  return take(state, { silent, length: read.end - state.pos }, push, {
    type: "braces",
    braces: read,
  });
}

/** Brackets of no link: of a span, or words of the article. */
function brackets(state: StateInline, silent: boolean, push: Push): boolean {
  const mark = state.src[state.pos];
  if (mark !== "[" && mark !== "]") return false;
  const type = mark === "[" ? "bracket_open" : "bracket_close";
  return take(state, { silent, length: 1 }, push, { type });
}

/**
 * An HTML tag, or what is left of a comment. A tag may be cut short if its name is a known one of two
 * letters or more: `a<b` may be a comparison.
 */
export const HTML_TAG =
  /<(?:\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>|[!?][a-z[-][^<>]*>?|\/?(?:br|hr|div|span|sup|sub|img|em|strong|del|ins|small|mark|font|center|cite|code|pre|table|tr|td|th|tbody|thead|ul|ol|li|dl|dt|dd|h[1-6]|blockquote|iframe|script|style|section|article|figure|figcaption|video|audio|embed|object|button|input|form|link|meta)(?=[\s/>]|$))/iu;
const HTML_TAG_HERE = new RegExp(HTML_TAG.source, "iuy");

function tags(state: StateInline, silent: boolean, push: Push): boolean {
  if (state.src[state.pos] !== "<") return false;
  HTML_TAG_HERE.lastIndex = state.pos;
  const length = HTML_TAG_HERE.exec(state.src)?.[0].length;
  if (length === undefined || state.pos + length > state.posMax) return false;
  return take(state, { silent, length }, push, { type: "tag" });
}

const REFERENCE = /\[\^(?<label>[^\s[\]]+)\]/uy;

/** No space is left before these where a reference is taken out. */
const BEHIND_WORDS = /[\s.,;:!?…)]/u;

function footnoteReference(state: StateInline, silent: boolean, push: Push): boolean {
  REFERENCE.lastIndex = state.pos;
  const match = REFERENCE.exec(state.src);
  if (!match || REFERENCE.lastIndex > state.posMax) return false;
  const label = footnoteLabel(match.groups?.["label"]);
  const next = state.src[REFERENCE.lastIndex] ?? " ";
  if (!silent && BEHIND_WORDS.test(next)) state.pending = state.pending.trimEnd();
  return take(state, { silent, length: match[0].length }, push, { type: "footnote_ref", label });
}

function take(
  state: StateInline,
  { silent, length }: { readonly silent: boolean; readonly length: number },
  push: Push,
  mark: Mark,
): boolean {
  if (!silent) push(state, mark, length);
  state.pos += length;
  return true;
}

const FOOTNOTE = /^\[\^(?<label>[^\s[\]]+)\]:[ \t]*/u;

/** Takes the mark off a footnote and leaves its words to the rules for any other paragraph. */
function footnoteInto(footnotes: Set<string>) {
  return (state: StateBlock, line: number, _end: number, silent: boolean): boolean => {
    const match = FOOTNOTE.exec(lineOf(state, line));
    if (!match || silent) return match !== null;
    footnotes.add(footnoteLabel(match.groups?.["label"]));
    state.bMarks[line] = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0) + match[0].length;
    state.tShift[line] = 0;
    return false;
  };
}

/** As footnotes are told apart: `[^A]` and `[^a]` are one. */
function footnoteLabel(label = ""): string {
  return label.toLowerCase();
}

const DEFINITION =
  /^\[(?!\^)(?<label>(?:[^[\]\\]|\\.)+)\]:[ \t]*(?<to><[^<>]*>|[^\s<>]+)(?:[ \t]+(?:"[^"]*"|'[^']*'|\([^()]*\)))?[ \t]*$/u;
/** "[Editor]: no" is words. */
const ADDRESS = /^<|^[a-z][a-z0-9+.-]*:|^[/#.]|^www\.|^\S+\.[a-z]{2,5}(?:[/?#]\S*)?$/iu;

/** `[x]: https://…`, by which links are written shorter. */
function definition(state: StateBlock, line: number, _end: number, silent: boolean): boolean {
  const { label = "", to = "" } = DEFINITION.exec(lineOf(state, line))?.groups ?? {};
  if (label.trim() === "" || !ADDRESS.test(to)) return false;
  if (silent) return true;
  const references = (state.env.references ??= {});
  references[state.md.utils.normalizeReference(label)] ??= { title: "", href: to };
  state.line = line + 1;
  return true;
}

/** A line without its indentation. */
function lineOf({ src, bMarks, tShift, eMarks }: StateBlock, line: number): string {
  return src.slice((bMarks[line] ?? 0) + (tShift[line] ?? 0), eMarks[line]);
}
