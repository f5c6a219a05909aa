import type { PageElement } from "../page/page-element.ts";

const SPACES = /\s+/gu;
/** A table with more is laid out by it, or holds blocks of its own. */
const MAX_CELL = 300;

/**
 * The rows of a table as lines: "Single: 9 crowns", or each cell after its column's heading. `undefined` for
 * tables that only lay out a page.
 */
export function tableRows(table: PageElement): string[] | undefined {
  if (table.querySelector("table, p, div, ul, ol, h1, h2, h3, h4, img")) return undefined;
  const rows = [...table.querySelectorAll("tr")].map(cellsOf).filter((cells) => cells.length > 0);
  const [first] = rows;
  if (!first || first.length < 2 || rows.length < 2) return undefined;
  if (rows.some((cells) => cells.some(({ length }) => length > MAX_CELL))) return undefined;

  const headings = hasHeadings(table) && first.length > 2 ? first : undefined;
  const body = headings || hasHeadings(table) ? rows.slice(1) : rows;
  return body.map((cells) => lineOf(cells, headings));
}

function cellsOf(row: PageElement): string[] {
  return [...row.querySelectorAll("th, td")].map(({ textContent }) =>
    (textContent ?? "").replaceAll(SPACES, " ").trim(),
  );
}

function hasHeadings(table: PageElement): boolean {
  const row = table.querySelector("tr");
  return row !== null && row.querySelector("td") === null;
}

function lineOf([name = "", ...cells]: readonly string[], headings?: readonly string[]): string {
  const values = cells
    .map((cell, at) => (headings?.[at + 1] && cell !== "" ? `${headings[at + 1]} ${cell}` : cell))
    .filter((cell) => cell !== "");
  if (name === "") return values.join("; ");
  return values.length === 0 ? name : `${name}: ${values.join("; ")}`;
}
