import { expect, test } from "vitest";
import { attributeSpeech } from "../../../src/import/attribute/attribute-speech.ts";
import type { Language } from "../../../src/languages/language.ts";

/** "Ann Smith (mayor)", in the order in which they speak. */
function peopleIn(language: Language, ...paragraphs: readonly string[]) {
  return attributeSpeech(paragraphs, language).people.map(({ name, capacity }) =>
    capacity === undefined ? name : `${name} (${capacity})`,
  );
}

test.each([
  [
    "The bridge closes on Monday and stays closed, said the director, Tobias Renn.",
    "Tobias Renn (director)",
  ],
  ["The bridge must be rebuilt, mayor Anna Holt said.", "Anna Holt (mayor)"],
  [
    "Amy Pope, deputy security advisor of the port, said the pier was safe.",
    "Amy Pope (deputy security advisor of the port)",
  ],
  [
    "Secretary of State John F. Brisk said the pier would close in May.",
    "John F. Brisk (Secretary of State)",
  ],
  [
    "In that role, harbour press secretary Ida Weir said the pier would close.",
    "Ida Weir (harbour press secretary)",
  ],
  [
    "Tom Vale, an expert who has written three books on steel, said the pier was rotten.",
    "Tom Vale (expert)",
  ],
  ["In a letter to staff, the port said the pier would close in May.", "port"],
  ["The pier will cost twice the first estimate, the council said on Monday.", "council"],
  ["But experts said that the pier would have to close in May.", "experts"],
  ["WASHINGTON — The port said on Monday that the pier would close in May.", "port"],
])("%s", (paragraph, person) => {
  expect(peopleIn("en", paragraph)).toEqual([person]);
});

test("a person's name is told from that of the body before it", () => {
  const people = peopleIn(
    "en",
    "The director of the Council on Coasts Ada Weir said the pier was rotten from end to end.",
    "Weir said the work would take a year.",
  );
  expect(people).toEqual(["Ada Weir (director of the Council on Coasts)"]);
});

test.each([
  ["en", "“The flour got wet in the night,” one baker said."],
  ["en", "A resident said the water rose quickly in the night."],
  ["uk", "«Борошно намокло вночі», — каже один пекар."],
] as const)("somebody without a name or an office has an opinion: %s %s", (language, paragraph) => {
  const { passages } = attributeSpeech([paragraph], language);
  expect(passages[0]?.kind).toBe("opinion");
});

test("nobody is called “it” or “the”", () => {
  const people = peopleIn(
    "en",
    "The report found that the steel of the pier was tired.",
    "It also said that the pillars had moved since May.",
  );
  expect(people).toEqual(["report"]);
});

test.each([
  [
    "en",
    [
      "Anna Holt, the mayor, told reporters:",
      "The pier is unsafe and we will close it in May.",
      "The ferry sails at nine every morning.",
    ],
  ],
  [
    "uk",
    [
      "Міська голова Ганна Голуб сказала:",
      "Причал небезпечний, і в травні ми його закриємо.",
      "Пором відпливає щодня о дев’ятій.",
    ],
  ],
] as const)(
  "a paragraph under a line with a colon is that person's: %s",
  (language, paragraphs) => {
    const { passages } = attributeSpeech(paragraphs, language);
    const [, said, told] = passages.map(({ speaker }) => speaker !== null);
    expect([said, told]).toEqual([true, false]);
  },
);

test.each([
  ["uk", "Хворі чекали по три місяці, каже лікар Петро Ткач.", "Петро Ткач (лікар)"],
  ["ru", "Больные ждали по три месяца, говорит врач Пётр Ткач.", "Пётр Ткач (врач)"],
] as const)("%s: %s", (language, paragraph, person) => {
  expect(peopleIn(language, paragraph)).toEqual([person]);
  expect(attributeSpeech([paragraph], language).passages[0]?.sentences[0]?.review).toBe(false);
});

test.each([
  ["uk", "За словами Оксани Гайової, причал закриють у травні.", "Оксана Гайова"],
  ["uk", "За словами Івана Ковальчука, причал закриють у травні.", "Іван Ковальчук"],
  ["uk", "За словами Сергія Зеленського, причал закриють у травні.", "Сергій Зеленський"],
  ["uk", "На думку Марії Бондар, причал закриють у травні.", "Марія Бондар"],
  ["ru", "По словам Анны Голубевой, причал закроют в мае.", "Анна Голубева"],
  ["ru", "По словам Сергея Петровского, причал закроют в мае.", "Сергей Петровский"],
  ["ru", "По словам Игоря Ткачева, причал закроют в мае.", "Игорь Ткачев"],
] as const)("a name in the genitive is shown in the nominative: %s, %s", (language, text, name) => {
  expect(peopleIn(language, text)).toEqual([name]);
});

test("a role at the beginning of a sentence is written small", () => {
  const text = "Депутатка Леся Барвінок назвала рішення «капітуляцією перед підрядником».";
  expect(peopleIn("uk", text)).toEqual(["Леся Барвінок (депутатка)"]);
});

test("a name whose vowel changes is one person's", () => {
  const people = peopleIn(
    "uk",
    "За словами Петра Сокола, міст стоятиме сто років.",
    "Сокіл додав, що ремонт коштував два мільйони.",
  );
  expect(people).toEqual(["Петро Сокіл"]);
});

test("whoever is named before, somebody new speaks for themselves", () => {
  const people = peopleIn(
    "en",
    "“We need more time,” said Jon Marek, the engineer.",
    "The bridge must be rebuilt, mayor Anna Holt said.",
    "“It will be done by June,” the mayor added.",
  );
  expect(people).toEqual(["Jon Marek (engineer)", "Anna Holt (mayor)"]);
});

test("a line that only introduces a quotation is no point of the speaker's", () => {
  const { passages } = attributeSpeech(
    [
      "The harbour master, Owen Price, told reporters:",
      "“Nobody is allowed on the pier until the work is done.”",
    ],
    "en",
  );
  expect(passages.map(({ speaker }) => speaker)).toEqual([null, "owen-price"]);
});

test("the fuller role counts, not the title that comes first", () => {
  const people = peopleIn(
    "en",
    "Major general Fuad Basya, spokesman for the navy, said that a ship was sent.",
  );
  expect(people).toEqual(["Fuad Basya (spokesman for the navy)"]);
});
