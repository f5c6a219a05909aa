import { expect, test } from "vitest";
import { createPeopleFinder } from "../../../src/search/query/people-named-in.ts";
import { indexPassages } from "../../../src/search/index/passage-index.ts";
import { mainQuery, parseQuestion } from "../../../src/search/query/parse-question.ts";
import { bridgeArticle, samplePassage } from "../sample.ts";

/** How an article names a person, and how texts and questions do. */
const NAMES: readonly (readonly [language: string, name: string, ...written: string[]])[] = [
  ["uk", "Буд-маш", "Будмаш", "будмаш", "Буд маш", "«Буд‑машу»"],
  ["uk", "Будмаш", "Буд-маш", "Будмашу"],
  ["uk", "Лук’ян Грицай", "Лукян", "Лук'яна", 'Лук"яну', "Грицая"],
  ["uk", "Ґудзь Остап", "Гудзь", "Ґудзя"],
  ["en", "Jean-Luc Morel", "Jeanluc", "Jean Luc Morel", "jean-luc"],
  ["en", "Sean O'Brien", "OBrien", "O’Brien", "o brien", "O'Brien's"],
  ["en", "Łukasz Wójcik", "Lukasz", "Wojcik", "wójcik"],
  ["en", "Jörg Müller", "Mueller", "Muller", "Joerg Mueller"],
  ["en", "J.K. Harlow", "JK Harlow", "J. K. Harlow", "j.k. harlow"],
  ["en", "the B.B.C.", "BBC", "B.B.C", "bbc"],
  ["en", "Dr. Karin Vogel-Ruiz", "Vogel-Ruiz", "Karin Vogel-Ruiz", "Ruiz", "Dr Vogel", "Karin"],
  ["en", "AT&T", "AT&T", "ATT", "AT & T"],
  ["en", "D’Angelo Price", "DAngelo", "D'Angelo"],
];

const CASES = NAMES.flatMap(([language, name, ...written]) =>
  written.map((form) => [language, name, form] as const),
);

test.each(CASES)("in %s, %j is named by %j in a question and in a text", (language, name, form) => {
  const person = { id: "asked", name, capacity: "", aliases: [] };
  const passages = [
    samplePassage("p0", `${form} 27.`),
    samplePassage("p1", "The brien, jean and luc 27."),
  ];
  const article = bridgeArticle({
    language,
    people: [person],
    sections: [{ id: "only", heading: "", passages }],
  });
  const index = indexPassages([article]);
  const { people } = mainQuery(parseQuestion(index, { text: `${form}?` }));
  expect(people).toEqual([person]);
  expect(createPeopleFinder()(`${form} 27.`, article)).toEqual([person]);
  const [first] = index.languageIndexesFor(undefined)[0]?.passages ?? [];
  expect(first?.personMentions.map(({ person: id }) => id)).toContain("asked");
});

test("an alias that is a part of the name names the person once", () => {
  const person = { id: "asked", name: "Ada Kerr", capacity: "", aliases: ["Kerr", "kerr"] };
  const sections = [{ id: "only", heading: "", passages: [samplePassage("p0", "Kerr waits.")] }];
  const index = indexPassages([bridgeArticle({ language: "en", people: [person], sections })]);
  const { mentions } = mainQuery(parseQuestion(index, { text: "And Kerr?" }));
  expect(mentions).toEqual([{ person, start: 4, end: 8 }]);
});
