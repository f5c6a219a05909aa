import type { Token } from "markdown-it";
import type { RawBlock } from "./block-collector.ts";
import type { ReportDiagnostic } from "../diagnostic.ts";
import type { InlineText } from "./read-inline.ts";

const TOO_MANY_CELLS =
  "this row has more cells than the table has headings: add a heading, or write `\\|` for a literal `|`";

const NO_WORDS =
  "these braces are in a row without words: put them after the last word of the row they describe";

const IN_THE_HEAD =
  "these braces are in the header of a table, which has no speaker: put them after the last word of the row they describe";

/** A table row with its line in the file. */
type Row = { readonly line: number; readonly cells: InlineText[] };

type Place = {
  readonly lines: readonly string[];
  readonly linesAbove: number;
  readonly report: ReportDiagnostic;
};

/** Collects rows as tokens pass; returns a table's paragraphs when it ends. */
export function tableReader({ lines, linesAbove, report }: Place) {
  let rows: Row[] = [];
  let row: Row | undefined;

  return {
    /** The line of the current row; `undefined` outside of tables. */
    line: () => row?.line,
    add: (cell: InlineText) => row?.cells.push(cell),
    pass({ type, map }: Token): RawBlock[] {
      if (type === "table_open") rows = [];
      if (type === "tr_open") row = { line: (map?.[0] ?? 0) + 1 + linesAbove, cells: [] };
      if (type === "tr_close" && row) {
        const columns = rows[0]?.cells.length ?? Infinity;
        const written = cellsInSource(lines[row.line - 1 - linesAbove] ?? "");
        if (written > columns) report(row.line, TOO_MANY_CELLS);
        const hasWords = row.cells.some(({ text }) => text !== "");
        if (!hasWords && row.cells.some(({ groups }) => groups.length > 0)) {
          report(row.line, NO_WORDS);
        }
        if (hasWords || rows.length === 0) rows.push(row);
        row = undefined;
      }
      if (type !== "table_close") return [];
      const [head, ...others] = rows;
      if (!head) return [];
      if (others.length > 0) reportBraces(head, report);
      return readTable(head, others);
    },
  };
}

function reportBraces({ cells }: Row, report: ReportDiagnostic): void {
  for (const { groups, spans } of cells) {
    for (const { line } of [...groups, ...spans]) report(line, IN_THE_HEAD);
  }
}

/**
 * Turns table rows into sentences: "Single: 9 crowns" with two columns, with their headings if there are
 * more. A table with nothing but a header becomes one row.
 */
function readTable({ cells: heads, line }: Row, rows: readonly Row[]): RawBlock[] {
  if (rows.length === 0) return [rowOf({ cells: heads, line }, [])].flatMap((row) => row ?? []);
  const drafts = rows.flatMap((row) => rowOf(row, heads) ?? []);
  const keywords = heads.flatMap(({ text }) => (text === "" ? [] : [text])).join(", ");
  return drafts.map((draft) => ({ ...draft, keywords }));
}

/** With fewer columns, a row is clear without its headings. */
const MIN_COLUMNS_FOR_HEADINGS = 3;

function rowOf({ cells, line }: Row, heads: readonly InlineText[]): RawBlock | undefined {
  const isWide = heads.length >= MIN_COLUMNS_FOR_HEADINGS;
  const spans: RawBlock["spans"][number][] = [];
  const parts: string[] = [];
  let length = 0;
  for (const [at, cell] of cells.entries()) {
    if (cell.text === "") continue;
    const head = isWide && at > 0 ? (heads[at]?.text ?? "") : "";
    const before = separator(parts.at(-1), at) + (head === "" ? "" : `${head} `);
    length += before.length;
    for (const span of cell.spans) {
      spans.push({ ...span, start: span.start + length, end: span.end + length });
    }
    length += cell.text.length;
    parts.push(before, cell.text);
  }
  const groups = cells.flatMap((cell) => cell.groups);
  if (parts.length === 0) return undefined;
  return { type: "paragraph", level: 0, text: parts.join(""), spans, groups, line };
}

const END_MARKS: ReadonlySet<string> = new Set([".", "!", "?", "…", ":", ";"]);

/** "Single: 9 crowns", "Bus 4: departs 9:00; arrives 9:40". */
function separator(before: string | undefined, column: number): string {
  if (before === undefined) return "";
  if (END_MARKS.has(before.at(-1) ?? "")) return " ";
  return column === 1 ? ": " : "; ";
}

const UNESCAPED_PIPE = /(?<!\\)\|/u;

/** Counts the cells in the source of a row, since markdown-it drops those beyond the header. */
function cellsInSource(line: string): number {
  const row = line
    .replace(/^[\s>]*/u, "")
    .trim()
    .replace(/^\|/u, "")
    .replace(/(?<!\\)\|$/u, "");
  return row.split(UNESCAPED_PIPE).length;
}
