import type { Token } from "markdown-it";
import { describeBidiControl } from "../invisible-characters.ts";
import { excerpt } from "../diagnostic.ts";
import type { Role } from "./token-roles.ts";
import type { PlacedMark } from "./tokenize.ts";

/** A diagnostic for one token of a paragraph. */
type InlineDiagnostic = { readonly at: number; readonly message: string };

type Inline = {
  readonly marks: readonly (PlacedMark | undefined)[];
  readonly roles: readonly Role[];
  readonly footnotes: ReadonlySet<string>;
};

const MISPLACED: ReadonlyMap<Role | undefined, string> = new Map<Role, string>([
  [
    "in-the-middle",
    "these braces are in the middle of a paragraph: put them after its last word, or put the words they describe in brackets, as in `[words]{by=…}`; to show braces as text, write `\\{`",
  ],
  [
    "nested",
    "these brackets contain others with braces: close each span before the next begins, as in `[words]{by=…} [words]{by=…}`",
  ],
  [
    "unclosed",
    "a bracket before these braces is not closed: write `[words]{by=…}`, or `\\[` to show a bracket",
  ],
  [
    "unopened",
    "the bracket before these braces is not opened: write `[words]{by=…}`, or `\\]` to show a bracket",
  ],
]);

const STRUCK_OUT = "`~~` strikes words out, which readers would not see: remove those words";
const OPEN_BOLD = "`**` is not closed: close it after the last bold word, or write `\\*\\*`";
const GLUED_BOLD =
  "`**` inside a word is shown literally: put a space before the bold words, or write `\\*\\*`";
const DETACHED =
  "a space separates these braces from the brackets, so they describe the whole paragraph: write `[words]{by=…}`, or `\\[` to show a bracket";
const OPEN_LINK = "the address of this link is not closed: write `[words](https://…)`";
const STRAY_END = "`}` has no opening `{`: add it, or write `\\}` to show it";

/** Finds markup in a paragraph that can be neither parsed nor shown. */
export function inlineDiagnostics(tokens: readonly Token[], inline: Inline): InlineDiagnostic[] {
  const diagnostics: InlineDiagnostic[] = [];
  const reported = new Set<string>();
  for (const [at, token] of tokens.entries()) {
    const message = messageFor(token, at, tokens, inline);
    // `<b>words</b>` is reported once.
    const isRepeated = inline.marks[at]?.type === "tag" && reported.has(tagName(token.content));
    if (message === undefined || isRepeated) continue;
    if (inline.marks[at]?.type === "tag") reported.add(tagName(token.content));
    diagnostics.push({ at, message });
  }
  return diagnostics;
}

function messageFor(
  token: Token,
  at: number,
  tokens: readonly Token[],
  { marks, roles, footnotes }: Inline,
): string | undefined {
  const mark = marks[at];
  switch (mark?.type) {
    case "braces":
      if (mark.braces.kind === "malformed") return mark.braces.message;
      return isDetached(at, tokens, marks) ? DETACHED : MISPLACED.get(roles[at]);
    case "footnote_ref":
      return footnotes.has(mark.label) ? undefined : undefinedFootnote(token.content);
    case "tag":
      return htmlMessage(token.content);
    case "bracket_close":
      return diagnoseBracket(tokens.slice(at + 1, at + 4), marks.slice(at + 1, at + 4));
    case "bracket_open":
      return undefined;
    case undefined:
      if (token.type === "s_open") return STRUCK_OUT;
      // `&#x202E;`
      if (token.type === "text_special") return describeBidiControl(token.content);
      return token.type === "text" ? diagnoseText(token.content, tokens[at - 1]) : undefined;
  }
}

const QUOTATION = /^["“„«]/u;

/** `[“Words.”] {by=renn}`: the whole paragraph would be attributed to the speaker of the brackets. */
function isDetached(at: number, tokens: readonly Token[], marks: Inline["marks"]): boolean {
  const mark = marks[at];
  const isBySomebody =
    mark?.type === "braces" && mark.braces.attributes.some(([name]) => name === "by");
  const gap = tokens[at - 1];
  const isGap = gap?.type === "softbreak" || (gap?.type === "text" && gap.content.trim() === "");
  if (!isBySomebody || !isGap || marks[at - 2]?.type !== "bracket_close") return false;
  let open = at;
  while (open >= 0 && marks[open]?.type !== "bracket_open") open -= 1;
  const first = tokens[open + 1];
  return open >= 0 && first?.type === "text" && QUOTATION.test(first.content);
}

function undefinedFootnote(reference: string): string {
  return `\`${reference}\` refers to no footnote: write \`${reference}: …\` on a line of its own, or \`\\${reference}\` to show it`;
}

/** `</sup >` → sup */
function tagName(tag: string): string {
  return /[a-z!?][a-z0-9-]*/iu.exec(tag)?.[0].toLowerCase() ?? tag;
}

function htmlMessage(tag: string): string {
  return `\`${excerpt(tag)}\` is HTML, which is not supported: remove it, or write \`\\<\` for a literal \`<\``;
}

const OPENS_ADDRESS = /^\((?:[a-z]+:|www\.|#|\/)/iu;
const LETTER = /\p{L}/u;

/** An unclosed `[words](https://…`, or `[words][x]` without a definition of `x`. */
function diagnoseBracket(
  [next, label]: readonly Token[],
  [opens, , closes]: readonly (PlacedMark | undefined)[],
): string | undefined {
  if (next?.type === "text" && OPENS_ADDRESS.test(next.content)) return OPEN_LINK;
  const isReference = opens?.type === "bracket_open" && closes?.type === "bracket_close";
  if (!isReference || label?.type !== "text" || !LETTER.test(label.content)) return undefined;
  const name = `[${label.content}]`;
  return `\`${name}\` is not defined: add a line \`${name}: https://…\`, or write \`\\[\` to show a bracket`;
}

/** In all that follows. Most texts have none of it, and to look for this takes no time. */
const MARKUP = /[*_={}]/u;
const BOLD_START = /(?<=^|[\s(“«"'])(?:\*\*|__)(?=[\p{L}\p{N}“«"'])/u;
/** Bold that starts inside a word and ends after one: a space is missing before it. */
const BOLD_IN_WORD =
  /[\p{L}\p{N}]\*\*(?=[\p{L}\p{N}])[^*]*[\p{L}\p{N}.,:;!?]\*\*(?![\p{L}\p{N}*])/u;
/** Query parameters are not attributes: `https://a.example/?by=ann`. */
const ATTRIBUTE_OUTSIDE =
  /(?<![\p{L}\p{N}_?&/-])(?:by|kind|lead|note|keywords|summary|quoted)=(?=\S)/u;
const LAST_PART = /(?:#[a-z0-9-]+|(?<=^|\s)(?:quoted|key)|[a-z]+="?[^\s"]*"?)\s*$/u;

/** Markup so damaged that it would be shown as text. */
function diagnoseText(content: string, before: Token | undefined): string | undefined {
  // `\{by=ann}` is text up to its closing brace.
  const isEscaped = before?.type === "text_special" && before.content === "{";
  const text = isEscaped ? content.slice(content.indexOf("}") + 1 || content.length) : content;
  if (!MARKUP.test(text)) return undefined;
  const bold = BOLD_START.exec(text);
  const isAfterWords = bold?.index === 0 && before !== undefined && before.type !== "softbreak";
  if (bold && !isAfterWords) return OPEN_BOLD;
  if (BOLD_IN_WORD.test(text)) return GLUED_BOLD;
  const outside = ATTRIBUTE_OUTSIDE.exec(text)?.[0];
  if (outside !== undefined) {
    return `\`${outside}\` is outside of braces: write \`{${outside}…}\`, or \`${outside.replace("=", "\\=")}\` to show it`;
  }
  return hasStrayBrace(text) ? STRAY_END : undefined;
}

/** Only this much before a brace is searched for attributes. */
const MAX_PART_LENGTH = 80;

function hasStrayBrace(text: string): boolean {
  let last = "";
  for (const { 0: brace, index } of text.matchAll(/[{}]/gu)) {
    const part = text.slice(Math.max(0, index - MAX_PART_LENGTH), index);
    if (brace === "}" && last !== "{" && LAST_PART.test(part)) return true;
    last = brace;
  }
  return false;
}
