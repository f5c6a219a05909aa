import { expect, test } from "vitest";
import { runCommand } from "./run-command.ts";

test("without a folder it says what it needs", async () => {
  const { code, stderr } = await runCommand("learn-attribution", []);
  expect(code).toBe(2);
  expect(stderr).toContain("learn from which folder?");
});

test("a folder without the articles to learn from is named", async () => {
  const { code, stderr } = await runCommand("learn-attribution", ["test/cli", "--check"]);
  expect(code).toBe(2);
  expect(stderr).toContain("test/cli/train is not a folder");
});
