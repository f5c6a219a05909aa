import { describe, expect, test } from "vitest";
import { indexLanguage } from "../../src/search/index/language-index.ts";
import { indexPassages } from "../../src/search/index/passage-index.ts";
import { parseQuery, wordsBesideNames } from "../../src/search/query/parse-query.ts";
import { mainQuery, parseQuestion } from "../../src/search/query/parse-question.ts";
import { bridgeArticle, samplePassage } from "./sample.ts";

const index = indexLanguage([bridgeArticle()]);

describe("the words of a query", () => {
  test("are those that carry meaning, as terms, with their position", () => {
    expect(parseQuery("When is the bridge closed?", index).words).toMatchObject([
      { word: "bridge", term: "bridg", position: 3, start: 12, end: 18 },
      { word: "closed", term: "close", position: 4, start: 19, end: 25 },
    ]);
  });

  test.each([
    ["closing the bridges", ["known", "known"]],
    ["When does the brigde close?", ["corrected", "known"]],
    ["bitcoin bridges", ["unknown", "known"]],
    ["cats", ["unknown"]],
  ])("%j are %j", (question, statuses) => {
    expect(parseQuery(question, index).words.map(({ status }) => status)).toEqual(statuses);
  });

  test("a typo is corrected, and marked as such", () => {
    expect(parseQuery("When does the brigde close?", index).words[0]).toMatchObject({
      word: "brigde",
      term: "bridg",
      readAs: "bridge",
    });
  });

  test.each([
    ["Is Normandy near?", [true]],
    ["Normandy?", [false]],
    ["the Salt River", [true, true]],
  ])("in %j those written like a name are %j", (question, names) => {
    const { words } = parseQuery(question, index);
    expect(words.filter(({ word }) => word !== "near").map(({ isName }) => isName)).toEqual(names);
  });

  test("a word that most questions could have is an everyday one", () => {
    expect(parseQuery("name the cables", index).words).toMatchObject([
      { word: "name", isEveryday: true },
      { word: "cables", isEveryday: false },
    ]);
  });

  test("a rare word weighs more than one of many passages", () => {
    const [river, ferry] = parseQuery("river ferry", index).words;
    expect(ferry?.weight).toBeGreaterThan(river?.weight ?? 1);
  });

  test.each([["2 + 2"], ["20"], ["what is it?"], ["?!"], [""]])("%j has none", (question) => {
    expect(parseQuery(question, index).words).toEqual([]);
  });

  test("a figure counts beside a word", () => {
    expect(parseQuery("9 May", index).words.map(({ word }) => word)).toContain("9");
  });
});

describe("the people named", () => {
  test.each([
    ["What does Marlow think?", ["marlow"]],
    ["What does the expert think?", ["marlow"]],
    ["Ines Marlo on steel", ["marlow"]],
    ["What do the authorities and the engineer say?", ["council", "marlow"]],
    ["What is closed?", []],
  ])("in %j are %j", (question, people) => {
    expect(parseQuery(question, index).people.map(({ id }) => id)).toEqual(people);
  });

  test.each([
    ["What does Ines Marlow think of steel?", ["Ines Marlow"]],
    ["Marlow and the City Council", ["Marlow", "City Council"]],
  ])("are mentioned in %j as %j", (question, mentions) => {
    const found = parseQuery(question, index).mentions;
    expect(found.map(({ start, end }) => question.slice(start, end))).toEqual(mentions);
  });

  test("leave the other words", () => {
    const query = parseQuery("What does Ines Marlow think of steel?", index);
    expect(wordsBesideNames(query).map(({ word }) => word)).toEqual(["think", "steel"]);
  });
});

test.each([
  ["When does it close?", "time"],
  ["How many cables are weak?", "number"],
  ["Who says so?", "person"],
  ["Where is the ferry?", "place"],
  ["Why is it closed?", "reason"],
  ["the ferry", "anything"],
])("%j has the answer type %s", (question, answerType) => {
  expect(parseQuery(question, index).answerType).toBe(answerType);
});

test.each([
  ["Why is the bridge not closed?", true],
  ["Who never crosses the river?", true],
  ["Why is the bridge closed?", false],
])("%j is a negation: %s", (question, isNegated) => {
  expect(parseQuery(question, index).isNegated).toBe(isNegated);
});

test("the background is parsed apart from the question", () => {
  const query = parseQuery("and when?", index, "Why does the ferry not leave?");
  expect(query.words).toEqual([]);
  expect(query.background).toMatchObject([{ word: "ferry" }, { word: "leave" }]);
  expect(query).toMatchObject({ answerType: "time", isNegated: false });
});

describe("articles in several languages", () => {
  const ukrainian = bridgeArticle({
    slug: "mist",
    language: "uk",
    people: [],
    sections: [
      { id: "a", heading: "Міст", passages: [samplePassage("ferry", "Пором перевозить людей.")] },
    ],
  });
  const passages = indexPassages([bridgeArticle(), ukrainian]);

  test("have a query each", () => {
    expect(parseQuestion(passages, { text: "пором" }).size).toBe(2);
  });

  test("only those in scope do", () => {
    expect(parseQuestion(passages, { text: "пором" }, "bridge").size).toBe(1);
  });

  test.each([
    ["Коли пором?", "uk"],
    ["When is the ferry?", "en"],
    ["bitcoin?", "en"],
  ])("the main query of %j is for the articles in %s", (text, language) => {
    expect(mainQuery(parseQuestion(passages, { text })).pack.code).toBe(language);
  });
});
