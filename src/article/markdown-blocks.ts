import type { Token } from "markdown-it";
import { collectBlocks, type Block } from "./collect-blocks.ts";
import { MAX_DEPTH, readMarkdown } from "./markdown.ts";
import { readBraces } from "./read-braces.ts";
import { readInline, type AttributeGroup, type InlineText } from "./read-inline.ts";
import { cellsWritten, readTable, type Row } from "./read-table.ts";

type Report = (line: number, message: string) => void;

const TOO_DEEP = "quotations and lists are nested too deeply here: take some of the levels out";
const OPEN_FENCE =
  "this code is not closed: end it with a line of the same signs, or write `\\` before each of them";
const BROKEN_TABLE =
  "this looks like a table and is none: begin it with a line of headings and a line of dashes with as many cells, as in `| Ticket | Price |` and `| --- | --- |`";
const TOO_MANY_CELLS =
  "this row has more cells than the table has headings: add a heading, or write `\\|` to show the sign";

/**
 * Reads Markdown as a list of headings and paragraphs; the paragraphs of lists and quotations, the
 * rows of tables and footnotes are paragraphs too. `linesAbove` is how much of the file stands before
 * `source`.
 */
export function readBlocks(source: string, report: Report, linesAbove = 0): Block[] {
  const { tokens, ...marked } = readMarkdown(source);
  const collected = collectBlocks(report);
  const lines = source.split("\n");
  const lineOf = ({ map }: Token) => (map?.[0] ?? 0) + 1 + linesAbove;
  const takeNumber = itemNumbers();
  let level = 0;
  let rows: Row[] = [];
  let row: { readonly line: number; readonly cells: InlineText[] } | undefined;

  /** What to do at each sort of token; others say nothing. */
  const at: Readonly<Record<string, (token: Token) => void>> = {
    blockquote_open: () => collected.enter(),
    blockquote_close: () => collected.leave(),
    bullet_list_open: () => collected.enter(),
    bullet_list_close: () => collected.leave(),
    ordered_list_open: () => collected.enter(),
    ordered_list_close: () => collected.leave(),
    list_item_open: () => collected.enter(),
    list_item_close: () => collected.leave(),
    heading_open: (token) => {
      level = isUnderlinedByDashes(token) ? 0 : Number(token.tag.slice(1));
    },
    heading_close: () => {
      level = 0;
    },
    table_open: () => {
      rows = [];
    },
    tr_open: (token) => {
      row = { line: lineOf(token), cells: [] };
    },
    tr_close: () => {
      if (!row) return;
      const columns = rows[0]?.cells.length ?? Infinity;
      if (cellsWritten(lines[row.line - 1 - linesAbove] ?? "") > columns) {
        report(row.line, TOO_MANY_CELLS);
      }
      rows.push(row);
      row = undefined;
    },
    table_close: () => {
      const [head, ...others] = rows;
      if (head) collected.add(...readTable(head, others));
    },
    fence: (token) => readFence(token),
    inline: (token) => {
      const before = takeNumber.next();
      const line = row?.line ?? lineOf(token);
      const read = readInline(token, { ...marked, report, line, before });
      if (row) row.cells.push(read);
      else addText(token, read);
    },
  };

  for (const token of tokens) {
    takeNumber.pass(token);
    if (token.level === MAX_DEPTH - 1 && token.nesting === 1) report(lineOf(token), TOO_DEEP);
    at[token.type]?.(token);
  }
  return collected.blocks();

  function addText(token: Token, { text, spans, groups }: InlineText): void {
    const line = lineOf(token);
    if (text === "") {
      if (groups.length > 0 && level === 0 && !hasPicture(token)) collected.attach(groups);
      else collected.skip(groups);
      return;
    }
    const brokenAt = level === 0 ? brokenTableIn(token.content) : undefined;
    if (brokenAt !== undefined) report(line + brokenAt, BROKEN_TABLE);
    const type = level === 0 ? "paragraph" : "heading";
    collected.add({ type, level, text, spans, groups, line });
  }

  function readFence(token: Token): void {
    const line = lineOf(token);
    if (!isClosed(token, lines)) report(line, OPEN_FENCE);
    const text = token.content.replace(/\s+/gu, " ").trim();
    const groups = groupsBehind(token.info, line, report);
    if (text === "") collected.skip(groups);
    else collected.add({ type: "paragraph", level: 0, text, spans: [], groups, line });
  }
}

/** A line of dashes below a paragraph parts it from the next; it does not make it a heading. */
function isUnderlinedByDashes({ markup }: Token): boolean {
  return markup === "-";
}

function hasPicture({ children }: Token): boolean {
  return children?.some(({ type }) => type === "image") ?? false;
}

/** Numbers of list items are words where the list does not begin with 1: "1986. What a year." */
function itemNumbers() {
  const isNumbered: boolean[] = [];
  let number = "";
  return {
    pass(token: Token): void {
      if (token.type === "ordered_list_open") isNumbered.push(token.attrGet("start") !== null);
      if (token.type === "ordered_list_close") isNumbered.pop();
      if (token.type !== "list_item_open") return;
      number = token.info !== "" && isNumbered.at(-1) ? `${token.info}${token.markup} ` : "";
    },
    next(): string {
      const taken = number;
      number = "";
      return taken;
    },
  };
}

const FENCE_END = /^[\s>]*(?:`{3,}|~{3,})\s*$/u;

function isClosed({ map }: Token, lines: readonly string[]): boolean {
  const [first, behind] = map ?? [0, 0];
  return behind - 1 > first && FENCE_END.test(lines[behind - 1] ?? "");
}

/** Braces behind the signs that open a piece of code. */
function groupsBehind(info: string, line: number, report: Report): AttributeGroup[] {
  const start = info.indexOf("{");
  if (start < 0) return [];
  const braces = readBraces(info, start);
  if (braces.kind === "mistake") report(line, braces.message);
  return braces.kind === "attributes" ? [{ attributes: braces.attributes, line }] : [];
}

const PIPES_WITHOUT_TABLE =
  /^[ \t]*(?:\|.*\||\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)+\|?)[ \t]*$/u;

/** How far down a paragraph a line stands that only a table would have. */
function brokenTableIn(content: string): number | undefined {
  const at = content.split("\n").findIndex((line) => PIPES_WITHOUT_TABLE.test(line));
  return at < 0 ? undefined : at;
}
