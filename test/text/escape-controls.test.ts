import { expect, test } from "vitest";
import {
  escapeControls,
  escapeInLines,
  jsonWithoutControls,
} from "../../src/text/escape-controls.ts";

test.each([
  ["\u001b[31mred\u001b[0m", String.raw`\u001b[31mred\u001b[0m`],
  ["\u001b]8;;http://evil\u0007link", String.raw`\u001b]8;;http://evil\u0007link`],
  ["\u009b31m, one byte's CSI", String.raw`\u009b31m, one byte's CSI`],
  ["two\nlines\r\nand a tab\t", String.raw`two\nlines\r\nand a tab\t`],
  [
    "a null \0, a bell \u0007, backspaces \b\b",
    String.raw`a null \u0000, a bell \u0007, backspaces \u0008\u0008`,
  ],
  ["delete \u007f", String.raw`delete \u007f`],
  ["next line \u0085", String.raw`next line \u0085`],
  ["separators \u2028 \u2029", String.raw`separators \u2028 \u2029`],
  ["\u202egnirrev\u202c", String.raw`\u202egnirrev\u202c`],
  ["\u2066isolated\u2069", String.raw`\u2066isolated\u2069`],
  ["half a pair \ud83d", "half a pair \ufffd"],
])("%j is shown as %j", (text, shown) => {
  expect(escapeControls(text)).toBe(shown);
});

test.each([
  "Коли візит? 20–22 березня",
  "👨‍👩‍👧 family",
  "می‌خواهم",
  "a mark \u200e of direction",
  String.raw`C:\new\table`,
  "no-break\u00a0space",
])("%j is shown as it is", (text) => {
  expect(escapeControls(text)).toBe(text);
});

test("line breaks of a longer text are kept", () => {
  expect(escapeInLines("one\ntwo\u001b\r\n\u202ethree")).toBe(
    "one\n" + String.raw`two\u001b\r` + "\n" + String.raw`\u202ethree`,
  );
});

test("escaped JSON parses to the same value", () => {
  const value = { text: 'a "b" \\ \u001b \u007f \u009b \u202e \u2028 \n é' };
  const json = jsonWithoutControls(value);
  expect(JSON.parse(json)).toEqual(value);
  expect(escapeControls(json)).toBe(json);
});
