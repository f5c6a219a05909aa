import { expect, test } from "vitest";
import { wrapText } from "../../src/cli/wrap-text.ts";

test.each([
  ["short", "short"],
  ["a line of several words", "a line of\nseveral\nwords"],
  ["first\n\nsecond line of it", "first\n\nsecond\nline of it"],
  ["1. a point of two lines", "1. a point\n   of two\n   lines"],
  ["  • a point of two", "  • a\n    point\n    of two"],
  ["an incomprehensibility", "an\nincomprehensibility"],
  ["incomprehensibility it is", "incomprehensibility\nit is"],
  ["", ""],
])("%j", (text, wrapped) => {
  expect(wrapText(text, 10)).toBe(wrapped);
});
