import { expect, test } from "vitest";
import { tolerateWriteErrors } from "../../src/logging/log-output.ts";

test("lines are lost while they cannot be written, and both changes are reported once", () => {
  let time = 0;
  let isFull = false;
  const written: string[] = [];
  const reported: unknown[] = [];
  let tries = 0;
  const write = tolerateWriteErrors(
    (lines) => {
      tries += 1;
      if (isFull) throw new Error("full");
      written.push(lines);
    },
    {
      onLost: () => reported.push("lost"),
      onRecovered: (lost) => reported.push(lost),
      retryMs: 1000,
      now: () => time,
    },
  );
  write("1\n");
  isFull = true;
  write("2\n3\n");
  time += 999;
  write("4\n");
  expect(tries).toBe(2);
  time += 1;
  write("5\n");
  expect(tries).toBe(3);
  isFull = false;
  time += 1000;
  write("6\n");
  write("7\n");
  expect(written).toEqual(["1\n", "\n6\n", "7\n"]);
  expect(reported).toEqual(["lost", 4]);
});
