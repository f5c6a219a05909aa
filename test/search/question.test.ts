import { expect, test } from "vitest";
import { readQuestion } from "../../src/search/query/question.ts";
import { shelve } from "../../src/search/index/shelf.ts";
import { bridgeArticle } from "./sample.ts";

const shelf = shelve([bridgeArticle()]);

test("a word of the article is known in any of its forms", () => {
  expect(readQuestion("closing the bridges", shelf).words).toMatchObject([
    { word: "closing", status: "known" },
    { word: "bridges", status: "known" },
  ]);
});

test("a slip of the finger is read as the word meant, and told", () => {
  expect(readQuestion("When does the brigde close?", shelf).words).toMatchObject([
    { word: "brigde", term: "bridg", status: "corrected", readAs: "bridge" },
    { word: "close", status: "known" },
  ]);
});

test("a short word is never taken for another", () => {
  expect(readQuestion("cats", shelf).words).toMatchObject([{ word: "cats", status: "unknown" }]);
});

test.each([
  ["What does Marlow think?", ["marlow"]],
  ["What does the expert think?", ["marlow"]],
  ["Ines Marlo on steel", ["marlow"]],
  ["What do the authorities and the engineer say?", ["council", "marlow"]],
  ["What is closed?", []],
])("%s names %j", (question, people) => {
  expect(readQuestion(question, shelf).people.map((person) => person.id)).toEqual(people);
});
