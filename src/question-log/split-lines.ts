/**
 * The lines of a stream without their ends; what is behind the last end too. Not node:readline, which
 * also breaks lines at U+2028, and JSON may hold that in a text.
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
