import MarkdownIt from "markdown-it";
import type { StateBlock, StateInline, Token } from "markdown-it";
import { isNumberInBrackets, keepLiteralCharacters } from "./literal-characters.ts";
import { readBraces, type Braces } from "./read-braces.ts";

/** Our own inline tokens, in addition to those of markdown-it. */
type Mark =
  | { readonly type: "bracket_open" | "bracket_close" | "tag" }
  | { readonly type: "braces"; readonly braces: Exclude<Braces, { kind: "text" }> }
  | { readonly type: "footnote_ref"; readonly label: string };

/** A mark with its position in the source of the paragraph. */
export type PlacedMark = Mark & { readonly pos: number };

/** Tokens, the marks among them, and the labels of footnotes. */
export type TokenizedMarkdown = {
  readonly tokens: readonly Token[];
  readonly markOf: (token: Token) => PlacedMark | undefined;
  readonly footnotes: ReadonlySet<string>;
};

/** Nesting limit for quotations and lists; no real article comes near it. */
export const MAX_DEPTH = 100;

/** Tokenizes CommonMark and tables, with marks for braces, brackets, tags and footnotes. */
export function tokenize(source: string): TokenizedMarkdown {
  const marks = new Map<Token, PlacedMark>();
  const footnotes = new Set<string>();
  const push = (state: StateInline, mark: Mark, length: number) => {
    const token = state.push(mark.type, "", 0);
    token.content = state.src.slice(state.pos, state.pos + length);
    marks.set(token, { ...mark, pos: state.pos });
  };
  // Disabled: indented code, since some editors indent paragraphs; HTML and definitions, for which we have
  // our own rules; joining text tokens, which would hide which characters were escaped.
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
  return consume(state, { silent, length: read.end - state.pos }, push, {
    type: "braces",
    braces: read,
  });
}

/** Brackets that do not form a link: those of a span, or plain text. */
function brackets(state: StateInline, silent: boolean, push: Push): boolean {
  const mark = state.src[state.pos];
  if (mark !== "[" && mark !== "]") return false;
  const type = mark === "[" ? "bracket_open" : "bracket_close";
  return consume(state, { silent, length: 1 }, push, { type });
}

/**
 * An HTML tag, or the remains of a comment. An unfinished tag counts only if its name is a known one of at
 * least two letters: `a<b` may be a comparison.
 */
export const HTML_TAG =
  /<(?:\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>|[!?][a-z[-][^<>]*>?|\/?(?:br|hr|div|span|sup|sub|img|em|strong|del|ins|small|mark|font|center|cite|code|pre|table|tr|td|th|tbody|thead|ul|ol|li|dl|dt|dd|h[1-6]|blockquote|iframe|script|style|section|article|figure|figcaption|video|audio|embed|object|button|input|form|link|meta)(?=[\s/>]|$))/iu;
const HTML_TAG_HERE = new RegExp(HTML_TAG.source, "iuy");

function tags(state: StateInline, silent: boolean, push: Push): boolean {
  if (state.src[state.pos] !== "<") return false;
  HTML_TAG_HERE.lastIndex = state.pos;
  const length = HTML_TAG_HERE.exec(state.src)?.[0].length;
  if (length === undefined || state.pos + length > state.posMax) return false;
  return consume(state, { silent, length }, push, { type: "tag" });
}

const REFERENCE = /\[\^(?<label>[^\s[\]]+)\]/uy;

/** Before these, the space before a reference is removed with it. */
const CLOSING = /[\s.,;:!?…)]/u;

function footnoteReference(state: StateInline, silent: boolean, push: Push): boolean {
  REFERENCE.lastIndex = state.pos;
  const match = REFERENCE.exec(state.src);
  if (!match || REFERENCE.lastIndex > state.posMax) return false;
  const label = footnoteLabel(match.groups?.["label"]);
  const next = state.src[REFERENCE.lastIndex] ?? " ";
  if (!silent && CLOSING.test(next)) state.pending = state.pending.trimEnd();
  return consume(state, { silent, length: match[0].length }, push, { type: "footnote_ref", label });
}

function consume(
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

/** Skips a footnote's label, so that the rest is parsed like any other paragraph. */
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

/** Footnote labels are case-insensitive. */
function footnoteLabel(label = ""): string {
  return label.toLowerCase();
}

const DEFINITION =
  /^\[(?!\^)(?<label>(?:[^[\]\\]|\\.)+)\]:[ \t]*(?<to><[^<>]*>|[^\s<>]+)(?:[ \t]+(?:"[^"]*"|'[^']*'|\([^()]*\)))?[ \t]*$/u;
/** "[Editor]: no" is text. */
const ADDRESS = /^<|^[a-z][a-z0-9+.-]*:|^[/#.]|^www\.|^\S+\.[a-z]{2,5}(?:[/?#]\S*)?$/iu;

/** Link definitions: `[x]: https://…`. */
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
