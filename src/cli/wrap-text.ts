/** The indentation, bullet or number that wrapped lines are indented by. */
const LINE_START = /^\s*(?:(?:[•–>]|\d+[.)])\s+)?/u;

/** Wider lines are hard to read on any terminal. */
const MAX_WIDTH = 80;

/** The width to wrap at. A pipe has no columns, and some terminals report 0. */
export function widthOf({ columns = 0 }: { readonly columns?: number }): number {
  return columns > 0 ? Math.min(columns, MAX_WIDTH) : MAX_WIDTH;
}

/** Breaks lines between words; a longer word stays whole. */
export function wrapText(text: string, width: number): string {
  return text
    .split("\n")
    .map((line) => wrapLine(line, width))
    .join("\n");
}

function wrapLine(line: string, width: number): string {
  const start = LINE_START.exec(line)?.[0] ?? "";
  const indent = " ".repeat(start.length);
  const lines: string[] = [];
  let current = start;
  for (const word of line.slice(start.length).split(/ +/u)) {
    const longer =
      current.trim() === "" || current === start ? current + word : `${current} ${word}`;
    if (longer.length <= width || current.trim() === "" || current === start) {
      current = longer;
    } else {
      lines.push(current);
      current = indent + word;
    }
  }
  return [...lines, current].join("\n").trimEnd();
}
