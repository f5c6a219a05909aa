import { expect, test } from "vitest";
import { inColumns } from "../../src/cli/columns.ts";

test("words are aligned left, numbers right", () => {
  const rows = [
    ["direct", "9", "90.0%"],
    ["typo", "12", "100.0%"],
    ["none", "", ""],
  ];
  expect(inColumns(["kind", "right", "share"], rows)).toBe(
    ["kind    right   share", "direct      9   90.0%", "typo       12  100.0%", "none"].join("\n"),
  );
});
