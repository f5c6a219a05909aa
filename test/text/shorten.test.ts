import { assert, integer, property, string } from "fast-check";
import { describe, expect, test } from "vitest";
import type { Range } from "../../src/text/ranges.ts";
import { shorten } from "../../src/text/shorten.ts";

describe("a long text is cut", () => {
  test.each([
    ["not at all if it fits", "The quay is closed.", 40, "The quay is closed."],
    [
      "at the end of a clause",
      "The quay will be closed until May, because the cranes that stand on it are forty years old.",
      60,
      "The quay will be closed until May …",
    ],
    [
      "between words if the clause is too short",
      "In May, the quay that the whole town has used for forty years will be closed.",
      50,
      "In May, the quay that the whole town has used …",
    ],
    ["not at the comma of a number", "It costs 2,500,000,000,000 crowns", 24, "It costs …"],
    ["within a word if there is only one", "a".repeat(60), 20, `${"a".repeat(16)} …`],
  ])("%s", (_how, text, maxLength, shortened) => {
    expect(shorten(text, maxLength)).toBe(shortened);
  });
});

const LONG =
  "While the council was still at odds over the price, the harbour master Ann Marsh, who leads the dockers, refused to sign.";

test.each([
  ["Ann Marsh", 70, "… the harbour master Ann Marsh, who leads the dockers …"],
  ["refused to sign", 70, "… who leads the dockers, refused to sign."],
  ["the council", 70, "While the council was still at odds over the price …"],
])("%s stays in what is shown", (kept, maxLength, shortened) => {
  const start = LONG.indexOf(kept);
  expect(shorten(LONG, maxLength, [start, start + kept.length])).toBe(shortened);
});

test("whatever the text, it fits, is well formed and keeps what it has to", () => {
  assert(
    property(
      string({ unit: "binary", maxLength: 300 }),
      integer({ min: 0, max: 250 }),
      (text, at) => {
        const keep: Range = [Math.min(at, text.length), Math.min(at + 5, text.length)];
        const shortened = shorten(text, 80, keep);
        expect(shortened.length).toBeLessThanOrEqual(Math.max(80, 4));
        expect(shortened.isWellFormed() || !text.isWellFormed()).toBe(true);
      },
    ),
  );
});
