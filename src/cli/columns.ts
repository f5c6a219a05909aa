import { escapeControls } from "../text/escape-controls.ts";

const NUMBER = /^-?\d+(?:\.\d+)?%?$/u;
const GAP = "  ";

/** A table with aligned columns, numbers to the right. Control characters in cells are escaped. */
export function inColumns(
  head: readonly string[],
  unsafeRows: readonly (readonly string[])[],
): string {
  const rows = unsafeRows.map((row) => row.map(escapeControls));
  const columns = head.map((title, at) => {
    const cells = rows.map((row) => row[at] ?? "");
    const width = Math.max(title.length, ...cells.map((cell) => cell.length));
    const isNumeric = cells.length > 0 && cells.every((cell) => cell === "" || NUMBER.test(cell));
    return { width, isNumeric };
  });

  const lineOf = (row: readonly string[]) =>
    columns
      .map(({ width, isNumeric }, at) => {
        const cell = row[at] ?? "";
        return isNumeric ? cell.padStart(width) : cell.padEnd(width);
      })
      .join(GAP)
      .trimEnd();
  return [head, ...rows].map(lineOf).join("\n");
}
