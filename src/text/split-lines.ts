/**
 * Yields the lines that each chunk completes, without their line breaks, and at last an unfinished one.
 * node:readline would also break at U+2028, which may occur in JSON strings.
 */
export async function* splitLines(chunks: AsyncIterable<string>): AsyncGenerator<string[]> {
  let line = "";
  for await (const chunk of chunks) {
    const [end = "", ...others] = chunk.split("\n");
    line += end;
    const last = others.pop();
    if (last === undefined) continue;
    yield [line, ...others];
    line = last;
  }
  if (line !== "") yield [line];
}
