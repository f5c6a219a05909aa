import { expect, test } from "vitest";
import { anyOf, asWords, pattern } from "../../src/languages/pattern.ts";

test.each<[string, string, boolean]>([
  ["\\bкіт\\b", "це кіт!", true],
  ["\\bкіт\\b", "китова кітва", false],
  ["^кіт\\W*$", "кіт?!", true],
  ["^кіт\\W*$", "кіт є", false],
  ["кіт\\w", "кіти", true],
])("%j in %j: %s", (source, text, isFound) => {
  expect(pattern(source).test(text)).toBe(isFound);
});

test.each([
  ["коли прийде", true],
  ["а коли", true],
  ["колись", false],
  ["о котрій прийде", true],
])("in %j a whole word is found: %s", (text, isFound) => {
  expect(asWords("коли|о котрій").test(text)).toBe(isFound);
});

test.each([
  ["claims", "claims"],
  ["saying", "saying"],
  ["says", undefined],
])("of the words of a list, %j has %s", (text, found) => {
  expect(new RegExp(`^${anyOf("claim claims sayi*")}`, "u").exec(text)?.[0]).toBe(found);
});
