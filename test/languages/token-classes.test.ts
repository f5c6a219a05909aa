import { expect, test } from "vitest";
import type { Language } from "../../src/languages/language.ts";
import { packFor } from "../../src/languages/packs.ts";
import { TOKEN_CLASS, tokenClassifier } from "../../src/languages/token-classes.ts";

type ClassName = keyof typeof TOKEN_CLASS;

function namesOf(bits: number): string[] {
  return Object.entries(TOKEN_CLASS).flatMap(([name, bit]) => ((bits & bit) === 0 ? [] : [name]));
}

test.each<[Language, string, readonly ClassName[]]>([
  ["en", "eleven", ["number"]],
  ["en", "40", ["number"]],
  ["en", "2022", ["time"]],
  ["en", "1990s", ["time"]],
  ["en", "3000", ["number"]],
  ["en", "canteen", []],
  ["en", "October", ["time"]],
  ["en", "hundreds", ["number"]],
  ["en", "across", ["preposition"]],
  ["en", "owing", ["reason"]],
  ["en", "afternoon", ["moment"]],
  ["en", "cannot", ["negation"]],
  ["en", "won’t", ["negation"]],
  ["en", "bridge", []],
  ["uk", "чотирьох", ["number"]],
  ["uk", "п'ятьма", ["number"]],
  ["uk", "березня", ["time"]],
  ["uk", "років", ["time"]],
  ["uk", "рокировка", []],
  ["uk", "понеділок", ["time"]],
  ["uk", "під", ["preposition", "moment"]],
  ["uk", "оскільки", ["reason"]],
  ["uk", "ніколи", ["negation"]],
  ["uk", "годі", []],
  ["uk", "понедельник", []],
  ["ru", "четырёх", ["number"]],
  ["ru", "пятьдесят", ["number"]],
  ["ru", "марта", ["time"]],
  ["ru", "годами", ["time"]],
  ["ru", "понедельник", ["time"]],
  ["ru", "из", ["preposition"]],
  ["ru", "благодаря", ["reason"]],
  ["ru", "сначала", ["moment"]],
  ["ru", "никогда", ["negation"]],
  ["ru", "травма", []],
  ["ru", "понеділок", []],
])("in %s %j has the classes %j", (language, word, classes) => {
  const names = namesOf(packFor(language).terms.read(word).classes);
  expect(names.filter((name) => name !== "stopWord")).toEqual(classes);
});

const NONE = { number: "", time: "", preposition: "", reason: "", moment: "", negation: "" };

test.each([
  ["day", true],
  ["days", false],
  ["month", true],
  ["months", true],
  ["monthlies", true],
  ["year", true],
  ["years", true],
  ["yearly", true],
  ["yearlies", false],
  ["yea", false],
  ["month2", false],
])("a prefix in a list limits how %j may end: %s", (word, isTime) => {
  const classify = tokenClassifier({ ...NONE, time: "day month* year*2" });
  expect(classify(word)).toBe(isTime ? TOKEN_CLASS.time : 0);
});

test("a word has the classes of every list it is in", () => {
  const classify = tokenClassifier({ ...NONE, time: "second", number: "second sec*" });
  expect(namesOf(classify("second"))).toEqual(["number", "time"]);
});

test("an article in a language without a folder has the token classes of all supported languages", () => {
  const { terms } = packFor("fr");
  for (const word of ["October", "березня", "марта"]) {
    expect(terms.read(word).classes & TOKEN_CLASS.time).not.toBe(0);
  }
});
