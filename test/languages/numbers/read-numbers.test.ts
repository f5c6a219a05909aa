import { expect, test } from "vitest";
import { ENGLISH_NUMBERS } from "../../../src/languages/en/numbers.ts";
import type { Language } from "../../../src/languages/language.ts";
import { numberLexiconOf } from "../../../src/languages/numbers/number-words.ts";
import { readDigits, numberTerm } from "../../../src/languages/numbers/read-digits.ts";
import { readNumbers } from "../../../src/languages/numbers/read-numbers.ts";
import { RUSSIAN_NUMBERS } from "../../../src/languages/ru/numbers.ts";
import { UKRAINIAN_NUMBERS } from "../../../src/languages/uk/numbers.ts";
import { foldWord, wordsIn } from "../../../src/text/words.ts";

const LEXICONS = {
  en: numberLexiconOf(ENGLISH_NUMBERS),
  uk: numberLexiconOf(UKRAINIAN_NUMBERS),
  ru: numberLexiconOf(RUSSIAN_NUMBERS),
} satisfies Record<Language, unknown>;

/** The numbers in a text; ordinals end in a dot. */
function numbersIn(text: string, language: Language): string[] {
  const words = wordsIn(text).map((word) => ({ word, folded: foldWord(word.text) }));
  const source = { text, words, lexicon: LEXICONS[language] };
  return readNumbers(source, [...words.keys()]).map(
    ({ value, isOrdinal }) => numberTerm(value) + (isOrdinal ? "." : ""),
  );
}

test.each<[Language, string, readonly string[]]>([
  ["en", "2000 people", ["2000"]],
  ["en", "2 000 people", ["2000"]],
  ["en", "2\u00a0000 and 15\u202f000 and 1\u2009500", ["2000", "15000", "1500"]],
  ["en", "15,000 people, 1,234,567 votes", ["15000", "1234567"]],
  ["en", "1'500 or 1’500 francs", ["1500", "1500"]],
  ["en", "in 2022 200 people", ["2022", "200"]],
  ["en", "on 20 March 2023 000 calls", ["20", "2023", "000"].map((it) => String(Number(it)))],
  ["en", "call 0 123 or 044 1234", ["0", "123", "44", "1234"]],
  ["en", "2, 3 and 4", ["2", "3", "4"]],
  ["en", "scored 100 2 times", ["100", "2"]],
  ["en", "3.5 and 3.50 and 39.124", ["3.5", "3.5", "39.124"]],
  ["en", "1,234.56", ["1234.56"]],
  ["en", "version 1.2.3", []],
  ["en", "two people, twelve cats", ["2", "12"]],
  ["en", "twenty-one, twenty one, two three", ["21", "21", "2", "3"]],
  ["en", "two thousand", ["2000"]],
  ["en", "2 thousand", ["2000"]],
  ["en", "two hundred and fifty-six thousand, three hundred and six", ["256000", "306"]],
  ["en", "three hundred people and two dogs", ["300", "2"]],
  [
    "en",
    "1.5 million, 1.5m, $1.5bn, 15m, 20k",
    ["1500000", "1500000", "1500000000", "15000000", "20000"],
  ],
  ["en", "a dozen, two dozen, half a dozen", ["12", "24", "6"]],
  [
    "en",
    "a hundred, a million, half a million, one million",
    ["100", "1000000", "500000", "1000000"],
  ],
  ["en", "millions of people, hundreds, one of them, a house, half of it", []],
  ["en", "the twenty-first, the 21st, the first, the 3rd", ["21.", "21.", "1.", "3."]],
  ["en", "World War II, Henry VIII, XXI", ["2.", "8.", "21."]],
  ["en", "I saw Xi and MIX", []],
  ["en", "F16 and 5G", []],
  ["uk", "дванадцять людей, п’ятдесят, двадцять один", ["12", "50", "21"]],
  ["uk", "двохсот п'ятдесяти шести", ["256"]],
  ["uk", "2 тис. осіб, 1,5 млн грн, 3 млрд", ["2000", "1500000", "3000000000"]],
  ["uk", "15.000 гривень і 15 000 гривень, 46,6 грн", ["15000", "15000", "46.6"]],
  ["uk", "1.234.567,89", ["1234567.89"]],
  ["uk", "сто двадцять п'ять тисяч триста", ["125300"]],
  ["uk", "мільйон людей, пів мільйона, півмільйона, тисячі людей", ["1000000", "500000", "500000"]],
  ["uk", "півтора мільйона", ["1500000"]],
  ["uk", "21-го, 21-й, двадцять перше, п'ятий", ["21.", "21.", "21.", "5."]],
  ["uk", "XXI століття", ["21."]],
  ["uk", "один із них, п'ятниця", []],
  ["ru", "одиннадцать, двадцать одна, четырёх", ["11", "21", "4"]],
  ["ru", "двести тысяч, 2 тыс., 1,5 млн", ["200000", "2000", "1500000"]],
  ["ru", "полтора миллиона, полмиллиона, миллион", ["1500000", "500000", "1000000"]],
  ["ru", "21-го, двадцать первое, седьмой, третьего", ["21.", "21.", "7.", "3."]],
  ["ru", "его семью, тысячи людей", []],
])("in %s %j has the numbers %j", (language, text, numbers) => {
  expect(numbersIn(text, language)).toEqual(numbers);
});

test.each<[string, "." | ",", number | undefined]>([
  ["007", ".", 7],
  ["1,500", ".", 1500],
  ["1,500", ",", 1500],
  ["1.500", ".", 1.5],
  ["1.500", ",", 1500],
  ["0,500", ",", 0.5],
  ["1,50", ".", 1.5],
  ["12,34,56", ".", undefined],
  ["3.05.2025", ",", undefined],
])("the digits %j with the mark %j are %s", (digits, decimalMark, number) => {
  expect(readDigits(digits, decimalMark)).toBe(number);
});
