import { expect, test } from "vitest";
import { widthOf, wrapText } from "../../src/cli/wrap-text.ts";

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

test.each([
  [{}, 80],
  [{ columns: 0 }, 80],
  [{ columns: 60 }, 60],
  [{ columns: 200 }, 80],
])("text is wrapped for %j at %i", (stream, width) => {
  expect(widthOf(stream)).toBe(width);
});
