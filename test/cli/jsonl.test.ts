import { Readable, Writable } from "node:stream";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { answerLines } from "../../src/cli/jsonl.ts";

async function answersTo(...chunks: readonly (string | Uint8Array)[]) {
  const written: string[] = [];
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      written.push(chunk.toString());
      done();
    },
  });
  const bytes = chunks.map((chunk) => Buffer.from(chunk));
  const counts = await answerLines(Readable.from(bytes, { objectMode: false }), output, echo);
  return { written, counts };
}

function echo(line: string) {
  return line === "bad" ? { error: line } : { line };
}

test("every line is answered in order, even an unfinished last one", async () => {
  const { written } = await answersTo("a\nb\nc");
  expect(written.join("")).toBe('{"line":"a"}\n{"line":"b"}\n{"line":"c"}\n');
});

test("the answers to one chunk are written together", async () => {
  const { written } = await answersTo("a\nb\nc", "\n");
  expect(written).toEqual(['{"line":"a"}\n{"line":"b"}\n', '{"line":"c"}\n']);
});

test("a chunk may end inside a line or a character", async () => {
  const [start, end] = [Buffer.from("vis"), Buffer.from("ité\n")];
  const { written } = await answersTo(start, end.subarray(0, 3), end.subarray(3));
  expect(written).toEqual(['{"line":"visité"}\n']);
});

test("U+2028 does not end a line", async () => {
  const { written } = await answersTo("one\u2028line\n");
  expect(written).toHaveLength(1);
});

test("empty lines are skipped, failures are counted", async () => {
  const { counts } = await answersTo("\n  \r\na\nbad\n\n");
  expect(counts).toEqual({ lines: 2, failed: 1 });
});

test("a line that takes long holds back no answer before it", async () => {
  const written: string[] = [];
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      written.push(chunk.toString());
      done();
    },
  });
  const slow = async () => {
    await setTimeout(20);
    return { before: written.length };
  };
  await answerLines(Readable.from(["a\nb\n"]), output, (line) =>
    line === "b" ? slow() : { line },
  );
  expect(written).toEqual(['{"line":"a"}\n', '{"before":1}\n']);
});
