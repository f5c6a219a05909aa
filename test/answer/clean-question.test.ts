import { assert, property, string } from "fast-check";
import { expect, test } from "vitest";
import { cleanQuestion } from "../../src/answer/conversation/clean-question.ts";

test.each([
  ["  When \n is\tit? ", "When is it?"],
  ["wh\u0000en", "wh en"],
  ["a\u202Eb\u200Bc\uFEFF", "abc"],
  ["می\u200Cخواهم 👩\u200D🚒", "می\u200Cخواهم 👩\u200D🚒"],
  ["e\u0301t\u00e9", "\u00e9t\u00e9"],
  ["z\u0335\u0336\u0337\u0338a", "z\u0335\u0336a"],
  ["half \uD83D here", "half here"],
  ["👍", "👍"],
  ["WHEN IS THE VISIT?", "when is the visit?"],
  ["КОЛИ БУДЕ ВІЗИТ", "коли буде візит"],
  ["NATO?", "NATO?"],
  ["US, UK", "US, UK"],
  ["Is NATO AGAINST IT", "Is NATO AGAINST IT"],
])("%j is cleaned to %j", (typed, cleaned) => {
  expect(cleanQuestion(typed)).toBe(cleaned);
});

test("any message is cleaned to a short, well-formed single line", () => {
  assert(
    property(string({ unit: "binary", maxLength: 3000 }), (typed) => {
      const cleaned = cleanQuestion(typed);
      expect(cleaned.length).toBeLessThanOrEqual(1000);
      expect(cleaned).toBe(Buffer.from(cleaned, "utf8").toString("utf8"));
      expect(cleaned).not.toMatch(/[\n\r\t\0]/u);
    }),
  );
});
