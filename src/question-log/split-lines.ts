/**
 * Yields lines without their line breaks, including an unfinished last one. node:readline would also break at
 * U+2028, which may occur in JSON strings.
 */
export async function* splitLines(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let line = "";
  for await (const chunk of chunks) {
    const [end = "", ...others] = chunk.split("\n");
    line += end;
    for (const next of others) {
      yield line;
      line = next;
    }
  }
  if (line !== "") yield line;
}
