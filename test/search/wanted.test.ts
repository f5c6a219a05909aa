import { expect, test } from "vitest";
import { kindWanted } from "../../src/search/wanted.ts";

test.each([
  ["When does it close?", "time"],
  ["What year did it open?", "time"],
  ["dates?", "time"],
  ["Коли візит?", "time"],
  ["Who built it?", "person"],
  ["Кто сказал это?", "person"],
  ["How many cables are there?", "number"],
  ["Скільки країн?", "number"],
  ["Where is it?", "place"],
  ["In what country is Normandy?", "place"],
  ["Why is it closed?", "reason"],
  ["Why are newly found oils sold at a higher price?", "reason"],
  ["Where did they send a large number of settlers?", "place"],
  ["When the votes were counted, who won?", "person"],
  ["How does it work?", "manner"],
  ["What is rust?", "anything"],
  ["nato", "anything"],
])("%s asks for %s", (question, kind) => {
  expect(kindWanted(question)).toBe(kind);
});
