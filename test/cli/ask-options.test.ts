import { expect, test } from "vitest";
import { readAskOptions } from "../../src/cli/ask-options.ts";

test("words without quotation marks are one question", () => {
  expect(readAskOptions(["when", "is", "it?"])).toEqual({
    kind: "question",
    question: "when is it?",
    content: "content",
    asJson: false,
    explains: false,
  });
});

test("--jsonl may look in one article of another folder", () => {
  const args = ["--jsonl", "--content", "news", "--article", "ferry"];
  expect(readAskOptions(args)).toEqual({ kind: "stream", content: "news", article: "ferry" });
});

test.each([
  [[" "], /^there is no question/u],
  [["--jsonl", "when?"], /^--jsonl takes its questions from stdin/u],
  [["--jsonl", "--explain"], /^--jsonl .* explains none/u],
  [["--colour", "when?"], /^Unknown option '--colour'/u],
  [["--article"], /^Option '--article <value>' argument missing/u],
])("%j is unclear", (args, message) => {
  expect(readAskOptions(args)).toEqual({
    kind: "unclear",
    message: expect.stringMatching(message),
  });
});
