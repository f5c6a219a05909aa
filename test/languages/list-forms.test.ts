import { expect, test } from "vitest";
import type { Language } from "../../src/languages/language.ts";
import { packFor } from "../../src/languages/packs.ts";

test.each<[Language, string, boolean]>([
  ["en", "name all twelve countries", true],
  ["en", "List the 12 countries", true],
  ["en", "give me a list of all members", true],
  ["en", "Which two ships are late?", true],
  ["en", "Name one country that left", false],
  ["en", "list the facts", false],
  ["en", "Who are they?", false],
  ["uk", "назви всі дванадцять країн", true],
  ["uk", "Перелічіть усіх учасників", true],
  ["uk", "Які саме п'ять кораблів запізнилися?", true],
  ["uk", "Назви країну", false],
  ["uk", "Які країни вийшли?", false],
  ["ru", "назови все двенадцать стран", true],
  ["ru", "Перечислите всех участников", true],
  ["ru", "Какие именно пять кораблей опоздали?", true],
  ["ru", "Назови страну", false],
  ["ru", "Какие страны вышли?", false],
])("in %s, %j asks for several things by name: %s", (language, question, asks) => {
  expect(packFor(language).lists?.asks.test(question)).toBe(asks);
});
