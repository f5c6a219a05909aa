import type { Readable, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { jsonWithoutControls } from "../text/escape-controls.ts";

/** How many lines there were, and how many could not be answered. */
export type LinesAnswered = { readonly lines: number; readonly failed: number };

/** Answers each line with one line, in order. Empty lines are skipped. */
export async function answerLines(
  input: Readable,
  output: Writable,
  answerLine: (line: string) => object,
): Promise<LinesAnswered> {
  let lines = 0;
  let failed = 0;

  input.setEncoding("utf8");
  await pipeline(input, (chunks: AsyncIterable<string>) => answersTo(chunks), output, {
    end: false,
  });
  return { lines, failed };

  // The lines of a chunk are answered in one write: fast for a file, immediate for a caller that waits.
  async function* answersTo(chunks: AsyncIterable<string>): AsyncGenerator<string> {
    for await (const complete of linesIn(chunks)) {
      const answers = complete.map(answered).join("");
      if (answers !== "") yield answers;
    }
  }

  function answered(line: string): string {
    if (line.trim() === "") return "";
    const answer = answerLine(line);
    lines += 1;
    if ("error" in answer) failed += 1;
    return `${jsonWithoutControls(answer)}\n`;
  }
}

/** node:readline would also break at U+2028, which may occur in JSON strings. */
async function* linesIn(chunks: AsyncIterable<string>): AsyncGenerator<string[]> {
  let rest = "";
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    yield lines;
  }
  yield [rest];
}
