import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "vitest";
import { bufferOutput } from "../../src/logging/buffer-output.ts";

test("what is added in one turn is written in one piece, in its order", async () => {
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

test("what is urgent is written at once, behind what was added before", async () => {
  const written: string[] = [];
  const add = bufferOutput((lines) => written.push(lines));
  add("one\n");
  add("two\n", "urgent");
  expect(written).toEqual(["one\ntwo\n"]);
  add("three\n");
  await nextTurn();
  expect(written).toEqual(["one\ntwo\n", "three\n"]);
});

test("what is added last is written when the process exits", () => {
  const module = fileURLToPath(new URL("../../src/logging/buffer-output.ts", import.meta.url));
  const script = `
    import { bufferOutput } from ${JSON.stringify(module)};
    const add = bufferOutput((lines) => process.stdout.write(lines));
    add("good");
    process.once("exit", () => add("bye\\n"));
    process.exit(3);
  `;
  const { stdout, status } = spawnSync(
    process.execPath,
    ["--import", "tsx", "--input-type=module", "--eval", script],
    { encoding: "utf8" },
  );
  expect({ stdout, status }).toEqual({ stdout: "goodbye\n", status: 3 });
});
