import type { Token } from "markdown-it";
import type { Draft } from "./collect-blocks.ts";
import type { Report } from "./mistake.ts";
import type { InlineText } from "./read-inline.ts";

const TOO_MANY_CELLS =
  "this row has more cells than the table has headings: add a heading, or write `\\|` to show the sign";

/** A row of a table with the line of the file on which it stands. */
type Row = { readonly line: number; readonly cells: InlineText[] };

type Place = {
  readonly lines: readonly string[];
  readonly linesAbove: number;
  readonly report: Report;
};

/** Gathers the rows of tables while tokens pass; gives a table's paragraphs where it ends. */
export function tableReader({ lines, linesAbove, report }: Place) {
  let rows: Row[] = [];
  let row: Row | undefined;

  return {
    /** The line of the row that is being read, if one is. */
    line: () => row?.line,
    add: (cell: InlineText) => row?.cells.push(cell),
    pass({ type, map }: Token): Draft[] {
      if (type === "table_open") rows = [];
      if (type === "tr_open") row = { line: (map?.[0] ?? 0) + 1 + linesAbove, cells: [] };
      if (type === "tr_close" && row) {
        const columns = rows[0]?.cells.length ?? Infinity;
        const written = cellsWritten(lines[row.line - 1 - linesAbove] ?? "");
        if (written > columns) report(row.line, TOO_MANY_CELLS);
        rows.push(row);
        row = undefined;
      }
      const [head, ...others] = rows;
      return type === "table_close" && head ? readTable(head, others) : [];
    },
  };
}

/**
 * The rows of a table as sentences: "Single: 9 crowns" of two columns, with the headings of the
 * columns where there are more of them. A table of headings alone is one row.
 */
function readTable({ cells: heads, line }: Row, rows: readonly Row[]): Draft[] {
  if (rows.length === 0) return [rowOf({ cells: heads, line }, [])].flatMap((row) => row ?? []);
  const drafts = rows.flatMap((row) => rowOf(row, heads) ?? []);
  const foundBy = heads.flatMap(({ text }) => (text === "" ? [] : [text])).join(", ");
  return drafts.map((draft) => ({ ...draft, foundBy }));
}

/** Fewer columns need no headings to be understood. */
const COLUMNS_WITH_HEADINGS = 3;

function rowOf({ cells, line }: Row, heads: readonly InlineText[]): Draft | undefined {
  const isWide = heads.length >= COLUMNS_WITH_HEADINGS;
  const spans: Draft["spans"][number][] = [];
  let text = "";
  for (const [at, cell] of cells.entries()) {
    if (cell.text === "") continue;
    const head = isWide && at > 0 ? (heads[at]?.text ?? "") : "";
    text += separator(text, at) + (head === "" ? "" : `${head} `);
    const shift = text.length;
    spans.push(
      ...cell.spans.map((span) => ({ ...span, start: span.start + shift, end: span.end + shift })),
    );
    text += cell.text;
  }
  const groups = cells.flatMap((cell) => cell.groups);
  if (text === "" && groups.length === 0) return undefined;
  return { type: "paragraph", level: 0, text, spans, groups, line };
}

const CLOSED = /[.!?…:;]$/u;

/** "Single: 9 crowns", "Bus 4: departs 9:00; arrives 9:40". */
function separator(before: string, column: number): string {
  if (before === "") return "";
  if (CLOSED.test(before)) return " ";
  return column === 1 ? ": " : "; ";
}

const UNESCAPED_PIPE = /(?<!\\)\|/u;

/** How many cells a row is written with; those without a heading above them would be lost. */
function cellsWritten(line: string): number {
  const row = line
    .replace(/^[\s>]*/u, "")
    .trim()
    .replace(/^\|/u, "")
    .replace(/(?<!\\)\|$/u, "");
  return row.split(UNESCAPED_PIPE).length;
}
