import type { Readable, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { jsonWithoutControls } from "../text/escape-controls.ts";
import { splitLines } from "../text/split-lines.ts";

/** How many lines there were, and how many could not be answered. */
export type LinesAnswered = { readonly lines: number; readonly failed: number };

/** Answers each line with one line, in order. Empty lines are skipped, but count: `number` is that in a file. */
export async function answerLines(
  input: Readable,
  output: Writable,
  answerLine: (line: string, number: number) => object | Promise<object>,
): Promise<LinesAnswered> {
  let answeredLines = 0;
  let failed = 0;
  let number = 0;

  input.setEncoding("utf8");
  await pipeline(input, (chunks: AsyncIterable<string>) => answersTo(chunks), output, {
    end: false,
  });
  return { lines: answeredLines, failed };

  // The lines of a chunk are answered in one write: fast for a file, immediate for a caller that waits.
  // What takes long holds back no answer before it.
  async function* answersTo(chunks: AsyncIterable<string>): AsyncGenerator<string> {
    for await (const lines of splitLines(chunks)) {
      let answers = "";
      for (const line of lines) {
        number += 1;
        if (line.trim() === "") continue;
        const answer = answerLine(line, number);
        if (answer instanceof Promise && answers !== "") {
          yield answers;
          answers = "";
        }
        answers += printed(answer instanceof Promise ? await answer : answer);
      }
      if (answers !== "") yield answers;
    }
  }

  function printed(answer: object): string {
    answeredLines += 1;
    if ("error" in answer) failed += 1;
    return `${jsonWithoutControls(answer)}\n`;
  }
}
