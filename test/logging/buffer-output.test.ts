import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "vitest";
import { bufferOutput } from "../../src/logging/buffer-output.ts";

test("lines of one turn of the event loop are written at once, in order", async () => {
  const written: string[] = [];
  const add = bufferOutput((lines) => written.push(lines));
  add("one\n");
  add("two\n");
  expect(written).toEqual([]);
  await nextTurn();
  add("three\n");
  await nextTurn();
  expect(written).toEqual(["one\ntwo\n", "three\n"]);
});

test("an urgent line is written immediately, after the lines added earlier", async () => {
  const written: string[] = [];
  const add = bufferOutput((lines) => written.push(lines));
  add("one\n");
  add("two\n", "urgent");
  expect(written).toEqual(["one\ntwo\n"]);
  add("three\n");
  await nextTurn();
  expect(written).toEqual(["one\ntwo\n", "three\n"]);
});
