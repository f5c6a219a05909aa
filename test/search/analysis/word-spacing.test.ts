import { expect, test } from "vitest";
import { spaceAsIndexed } from "../../../src/search/analysis/word-spacing.ts";
import { wordsIn } from "../../../src/text/words.ts";

const KNOWN = new Set([
  "airfield",
  "peace",
  "plan",
  "user",
  "log",
  "the",
  "when",
  "was",
  "season",
  "inlog",
  "wi",
  "fi",
  "sea",
  "son",
  "email",
  "16",
  "f",
  "3",
  "5",
]);
const INDEXED = {
  knows: (word: string) => KNOWN.has(word.toLowerCase()),
  isStopWord: (word: string) => ["in", "the", "was", "when"].includes(word),
  haveTogether: (first: string, second: string) => ["wi fi", "3 5"].includes(`${first} ${second}`),
  isRequest: (word: string) => word === "planuser",
};

test.each([
  ["when was the air field", "when was the airfield"],
  ["when was the air-field", "when was the airfield"],
  ["when was the peaceplan", "when was the peace plan"],
  ["when was the userPlan", "when was the user Plan"],
  ["when was the UserLog", "when was the User Log"],
  ["when was the peace plan", "when was the peace plan"],
  ["when was the logplan", "when was the logplan"],
  ["when was the air  field", "when was the air field"],
  ["when was the river", "when was the river"],
  ["when was in log", "when was in log"],
  ["e mail", "email"],
  ["e-mail", "email"],
  ["wifi", "wi fi"],
  ["season", "season"],
  ["seafi", "seafi"],
  ["f16", "f 16"],
  ["when was the 35", "when was the 35"],
  ["f35", "f35"],
  ["planuser", "planuser"],
  ["", ""],
])("“%s” is read as “%s”", (typed, read) => {
  const words = spaceAsIndexed(wordsIn(typed), INDEXED);
  expect(words.map(({ text }) => text).join(" ")).toBe(read);
});

test("words keep their places in the question", () => {
  expect(spaceAsIndexed(wordsIn("air field peaceplan"), INDEXED)).toEqual([
    { text: "airfield", start: 0, end: 9 },
    { text: "peace", start: 10, end: 15 },
    { text: "plan", start: 15, end: 19 },
  ]);
});
