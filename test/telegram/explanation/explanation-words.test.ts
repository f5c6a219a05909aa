import { describe, expect, test } from "vitest";
import type { Answer } from "../../../src/answer/answer.ts";
import { LANGUAGES } from "../../../src/languages/language.ts";
import { replyWords, sureness } from "../../../src/telegram/explanation/explanation-words.ts";
import { traceReply } from "../../../src/telegram/replies/operator-reply.ts";
import { wordingFor } from "../../../src/telegram/wording/wording-for.ts";
import { sampleTrace } from "../../support/sample-trace.ts";

/** A new kind does not compile until it is here, and is not green until it has words. */
const KINDS = Object.keys({
  answered: true,
  unsure: true,
  menu: true,
  "not-covered": true,
  points: true,
  person: true,
  "which-person": true,
  speakers: true,
  statements: true,
  "no-articles": true,
  overview: true,
  source: true,
  "small-talk": true,
} satisfies Record<Answer["kind"], true>);

describe.each(LANGUAGES)("in %s", (language) => {
  const wording = wordingFor(language);

  test.each(KINDS)("the kind of answer %s has words", (kind) => {
    expect(replyWords(kind, wording)).toMatch(/ |^хто це$|^кто это$/u);
  });

  test("/trace names neither kinds nor figures of code", () => {
    const { text } = traceReply("7f3k2q9w", { trace: sampleTrace(), rating: "misread" }, wording);
    const [, summary = ""] = text.text.split("\n\n");
    expect(summary).toContain("93");
    expect(summary).toContain(wording.feedback.reasons.misread);
    expect(summary).not.toMatch(/answered|0\.93|misread/u);
  });
});

test.each([
  ["answered", 0.97, "of 100 matches like this, about 97 are right"],
  ["answered", 0.9999, "of 100 matches like this, about 99 are right"],
  ["unsure", 0.41, "of 100 matches like this, about 41 are right"],
  ["answered", 0.001, undefined],
  ["not-covered", 0.2, undefined],
  ["points", 0.4, undefined],
  ["small-talk", 0, undefined],
])("a %s reply of confidence %d has the figure %s", (kind, confidence, words) => {
  expect(sureness({ kind, confidence }, wordingFor("en"))).toBe(words);
});

test("a kind from another version is named as the log names it", () => {
  expect(replyWords("oracle", wordingFor("uk"))).toBe("oracle");
});
