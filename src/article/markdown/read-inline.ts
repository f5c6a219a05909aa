import type { Token } from "markdown-it";
import { rolesOf, type Role } from "./token-roles.ts";
import { stripInvisible } from "../invisible-characters.ts";
import { inlineDiagnostics } from "./inline-diagnostics.ts";
import type { PlacedMark, TokenizedMarkdown } from "./tokenize.ts";
import { textWriter, trimmedRange } from "./text-writer.ts";
import type { Attribute } from "./read-braces.ts";

/** The attributes in one pair of braces, and its line. */
export type AttributeGroup = {
  readonly attributes: readonly Attribute[];
  readonly line: number;
  /** Whether malformed braces may contain attributes. */
  readonly isFaulty?: boolean;
};

/** `[words]{by=…}`: words with their own attributes, as offsets into the plain text. */
export type BracketedSpan = AttributeGroup & { readonly start: number; readonly end: number };

/** Plain text on one line, with the attributes of its spans and of the whole text. */
export type InlineText = {
  readonly text: string;
  readonly spans: readonly BracketedSpan[];
  /** The braces after the text. */
  readonly groups: readonly AttributeGroup[];
};

type Inline = Pick<TokenizedMarkdown, "markOf" | "footnotes"> & {
  readonly report: (line: number, message: string) => void;
  /** The line of the file on which the text starts. */
  readonly line: number;
  /** Text to put in front, such as the number of a list item. */
  readonly before?: string;
};

type Marks = readonly (PlacedMark | undefined)[];

/** Reads the inline content of a heading, paragraph or table cell. */
export function readInline(token: Token, inline: Inline): InlineText {
  const { markOf, footnotes, report, line, before = "" } = inline;
  const tokens = token.children ?? [];
  const marks = tokens.map((child) => markOf(child));
  const roles = rolesOf(tokens, marks);
  const lines = linesOf(tokens, marks, token.content).map((offset) => line + offset);
  const reported = new Set<number>();
  for (const { at, message } of inlineDiagnostics(tokens, { marks, roles, footnotes })) {
    report(lines[at] ?? line, message);
    reported.add(at);
  }

  const groups = marks.map((mark, at) => groupOf(mark, lines[at] ?? line, reported.has(at)));
  const read = renderText(tokens, { marks, roles, before, groups });
  for (const { start, end, line: spanLine } of read.spans) {
    if (start === end) report(spanLine, "there are no words between these brackets: remove them");
  }
  return read;
}

type Rendering = {
  readonly marks: Marks;
  readonly roles: readonly Role[];
  readonly before: string;
  /** The attributes at each token. */
  readonly groups: readonly AttributeGroup[];
};

function renderText(
  tokens: readonly Token[],
  { marks, roles, before, groups: allGroups }: Rendering,
): InlineText {
  const writer = textWriter(before);
  const spans: BracketedSpan[] = [];
  const groups: AttributeGroup[] = [];
  // Already reported; taking them as attributes avoids follow-up diagnostics.
  const misplaced: AttributeGroup[] = [];
  let start = 0;
  for (const [at, child] of tokens.entries()) {
    const group = allGroups[at];
    const role = roles[at];
    if (role === "words") writer.write(wordsOf(child, marks[at]));
    if (role === "closing") writer.writeAfterBraces(child.content);
    if (role === "span-start") start = writer.length();
    if (!group) continue;
    if (role === "attributes") groups.push(group);
    if (role === "in-the-middle") misplaced.push(group);
    if (role === "span-attributes") spans.push({ ...group, start, end: writer.length() });
  }
  const text = writer.text();
  const trimmed = spans.map((span) => ({
    ...span,
    ...trimmedRange(text, [span.start, span.end]),
  }));
  return { text, spans: trimmed, groups: groups.length > 0 ? groups : misplaced };
}

/** Line of each token, counted from 0 at the start of the source. */
function linesOf(tokens: readonly Token[], marks: Marks, source: string): number[] {
  let [line, placed, pos] = [0, 0, 0];
  return tokens.map(({ type }, at) => {
    const mark = marks[at];
    if (mark) {
      placed += source.slice(pos, mark.pos).split("\n").length - 1;
      pos = mark.pos;
      line = placed;
    }
    if (type === "softbreak" || type === "hardbreak") line += 1;
    return line;
  });
}

function groupOf(mark: PlacedMark | undefined, line: number, isFaulty: boolean): AttributeGroup {
  return { attributes: mark?.type === "braces" ? mark.braces.attributes : [], line, isFaulty };
}

/** Pictures have no words, and a footnote's words form a separate passage. */
function wordsOf({ type, content }: Token, mark: PlacedMark | undefined): string {
  if (type === "softbreak" || type === "hardbreak") return " ";
  return type === "image" || mark?.type === "footnote_ref" ? "" : stripInvisible(content);
}
