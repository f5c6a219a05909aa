import { expect, test } from "vitest";
import concepts from "../../src/languages/concepts.json" with { type: "json" };
import { conceptsIn } from "../../src/languages/concepts.ts";
import { LANGUAGES, type Language } from "../../src/languages/language.ts";
import { packFor } from "../../src/languages/packs.ts";

const WORDS: Readonly<Record<Language, RegExp>> = {
  en: /^[a-z0-9'&-]+$/u,
  uk: /^[абвгґдеєжзиіїйклмнопрстуфхцчшщьюя0-9'-]+$/u,
  ru: /^[абвгдежзийклмнопрстуфхцчшщъыьэюя0-9-]+$/u,
};
const MAX_WORDS = 9;

test.each(LANGUAGES)("every concept has one to nine different words in %s", (language) => {
  const wrong = conceptsIn(language).filter((listed) => {
    const words = listed.split(" ");
    const isFew = words.length <= MAX_WORDS && new Set(words).size === words.length;
    return !isFew || words.some((word) => !WORDS[language].test(word));
  });
  expect(wrong).toEqual([]);
});

const wordsOf = (concept: Readonly<Record<Language, string>>) =>
  LANGUAGES.flatMap((language) => concept[language].split(" ").map((word) => language + word));

test("no concept is listed twice, or has only words of another one", () => {
  const sets = concepts.map((concept) => new Set(wordsOf(concept)));
  const withWord = new Map<string, number[]>();
  for (const [number, words] of sets.entries()) {
    for (const word of words) withWord.set(word, [...(withWord.get(word) ?? []), number]);
  }
  const repeated = concepts.filter((concept, number) => {
    const [first = "", ...others] = wordsOf(concept);
    return withWord
      .get(first)
      ?.some((other) => other !== number && others.every((word) => sets[other]?.has(word)));
  });
  expect(repeated).toEqual([]);
});

test("concepts are in alphabetical order, so that a new one has its place", () => {
  const keys = concepts.map(({ en, uk, ru }) => [en, uk, ru].join("\n"));
  expect(keys).toEqual(keys.toSorted((one, other) => (one < other ? -1 : 1)));
});

const meanings = (word: string, from: Language, to: Language) => {
  const { terms } = packFor(from);
  const other = packFor(to).terms;
  return terms.concepts.conceptsOfWord(word).flatMap(other.concepts.wordsOf).map(other.of);
};

test.each<[string, Language, string, Language]>([
  ["палива", "uk", "fuel", "en"],
  ["выборами", "ru", "elections", "en"],
  ["року", "uk", "year", "en"],
  ["об'єднання", "uk", "merger", "en"],
  ["убили", "ru", "kill", "en"],
  ["перемогли", "uk", "won", "en"],
  ["weapons", "en", "зброєю", "uk"],
  ["вбито", "uk", "убили", "ru"],
  ["e-mail", "en", "имейла", "ru"],
  ["пришли", "ru", "come", "en"],
  ["знайшли", "uk", "find", "en"],
  ["взяла", "ru", "take", "en"],
  ["прийме", "uk", "accept", "en"],
  ["нападут", "ru", "attack", "en"],
  ["украли", "ru", "steal", "en"],
  ["гри", "uk", "game", "en"],
  ["людьми", "ru", "people", "en"],
  ["жителів", "uk", "resident", "en"],
  ["російської", "uk", "russian", "en"],
  ["збереться", "uk", "gather", "en"],
  ["погибших", "ru", "die", "en"],
])("%j (%s) means %j (%s), in any form", (word, from, other, to) => {
  expect(meanings(word.replaceAll("-", ""), from, to)).toContain(packFor(to).terms.of(other));
});

test.each<[string, Language, string, Language]>([
  ["палива", "uk", "burn", "en"],
  ["палива", "uk", "Palau", "en"],
  ["Обама", "ru", "wallpaper", "en"],
  ["только", "ru", "earthquake", "en"],
  ["думаю", "ru", "parliament", "en"],
  ["стал", "ru", "steel", "en"],
  ["часть", "ru", "hour", "en"],
  ["кроме", "ru", "cream", "en"],
  ["напали", "ru", "beverage", "en"],
  ["месте", "ru", "revenge", "en"],
  ["горит", "ru", "grieve", "en"],
  ["шел", "ru", "six", "en"],
  ["збирається", "uk", "collect", "en"],
])(
  "%j (%s) does not mean %j (%s), which has the same stem or beginning",
  (word, from, other, to) => {
    expect(meanings(word, from, to)).not.toContain(packFor(to).terms.of(other));
  },
);

test.each<[string, Language, string]>([
  ["пиитань", "uk", "question"],
  ["докзаи", "uk", "evidence"],
  ["докозательства", "ru", "evidence"],
  ["разрабочикам", "ru", "developer"],
])("%j (%s) is a slip for a word that means %j", (word, language, meaning) => {
  const { conceptsOfTypo } = packFor(language).terms.concepts;
  const meant = conceptsOfTypo(word).flatMap(packFor("en").terms.concepts.wordsOf);
  expect(meant).toContain(meaning);
});

test("a word of several meanings keeps them apart", () => {
  const banks = meanings("bank", "en", "uk");
  expect(banks).toContain(packFor("uk").terms.of("берег"));
  expect(packFor("uk").terms.near(packFor("uk").terms.of("берег"))).not.toContain(
    packFor("uk").terms.of("банк"),
  );
});
