import { expect, test } from "vitest";
import { parseQuery } from "../../src/search/query/parse-query.ts";
import { indexLanguage } from "../../src/search/index/language-index.ts";
import { bridgeArticle } from "./sample.ts";

const index = indexLanguage([bridgeArticle()]);

test("a word of the article is known in any of its forms", () => {
  expect(parseQuery("closing the bridges", index).words).toMatchObject([
    { word: "closing", status: "known" },
    { word: "bridges", status: "known" },
  ]);
});

test("a slip of the finger is read as the word meant, and told", () => {
  expect(parseQuery("When does the brigde close?", index).words).toMatchObject([
    { word: "brigde", term: "bridg", status: "corrected", readAs: "bridge" },
    { word: "close", status: "known" },
  ]);
});

test("a short word is never taken for another", () => {
  expect(parseQuery("cats", index).words).toMatchObject([{ word: "cats", status: "unknown" }]);
});

test.each([
  ["What does Marlow think?", ["marlow"]],
  ["What does the expert think?", ["marlow"]],
  ["Ines Marlo on steel", ["marlow"]],
  ["What do the authorities and the engineer say?", ["council", "marlow"]],
  ["What is closed?", []],
])("%s names %j", (question, people) => {
  expect(parseQuery(question, index).people.map((person) => person.id)).toEqual(people);
});
