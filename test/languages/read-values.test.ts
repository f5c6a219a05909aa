import { expect, test } from "vitest";
import type { Language } from "../../src/languages/language.ts";
import { packFor } from "../../src/languages/packs.ts";
import { wordsIn } from "../../src/text/words.ts";

/** The times of day in a text, with the words they are read from. */
function timesIn(text: string, language: Language): string[] {
  const { read, valuesIn } = packFor(language).terms;
  const words = wordsIn(text).map((word) => ({ word, ...read(word.text) }));
  return valuesIn(text, words)
    .filter(({ term }) => term.includes(":"))
    .map(({ term, first, last }) => {
      const [start, end] = [words[first]?.word.start, words[last]?.word.end];
      return `${text.slice(start, end)} ${term}`;
    });
}

test.each<[Language, string, readonly string[]]>([
  ["en", "at 8.30, then 8.30 again", ["8.30 =8:30"]],
  ["en", "8.30 percent, 8.30 metres", []],
  ["en", "from 9 to 11 a.m.", ["9 =9:00", "11 a.m. =11:00"]],
  ["en", "9–11 p.m.", ["9 =21:00", "11 p.m. =23:00"]],
  ["en", "12 a.m. or 12 p.m.", ["12 a.m. =0:00", "12 p.m. =12:00"]],
  ["en", "at nine o'clock", ["nine o'clock =9:00", "nine o'clock =21:00"]],
  ["en", "9 pmol, 25:10, 9:5, 3-2", []],
  ["en", "nine people in the morning", []],
  ["en", "at 9 people", []],
  ["en", "24:00", ["24:00 =0:00"]],
  ["en", "at half past six", ["half past six =6:30", "half past six =18:30"]],
  ["en", "at quarter to seven in the evening", ["quarter to seven in the evening =18:45"]],
  ["en", "half past mistakes, a quarter past them", []],
  ["uk", "о пів на сьому ранку", ["пів на сьому ранку =6:30"]],
  ["uk", "о пів на сьому", ["пів на сьому =6:30", "пів на сьому =18:30"]],
  ["uk", "о половині сьомої вечора", ["половині сьомої вечора =18:30"]],
  ["uk", "чверть на восьму", ["чверть на восьму =7:15", "чверть на восьму =19:15"]],
  ["uk", "за чверть восьма ранку", ["за чверть восьма ранку =7:45"]],
  ["uk", "пів на першу дня", ["пів на першу дня =12:30"]],
  ["uk", "пів на столі, чверть населення", []],
  ["uk", "о 20.30", ["20.30 =20:30"]],
  ["uk", "о 9-й", ["9-й =9:00", "9-й =21:00"]],
  ["uk", "о дев'ятій", ["дев'ятій =9:00", "дев'ятій =21:00"]],
  ["uk", "о 18 годині", ["18 годині =18:00"]],
  ["uk", "тариф 20.30, 9-й клас, 18 годин роботи", []],
  ["uk", "на півночі", []],
  ["ru", "в половине седьмого утра", ["половине седьмого утра =6:30"]],
  ["ru", "в полседьмого вечера", ["полседьмого вечера =18:30"]],
  ["ru", "пол-одиннадцатого", ["пол-одиннадцатого =10:30", "пол-одиннадцатого =22:30"]],
  ["ru", "пол одиннадцатого ночи", ["пол одиннадцатого ночи =22:30"]],
  ["ru", "четверть восьмого утра", ["четверть восьмого утра =7:15"]],
  ["ru", "без четверти восемь утра", ["без четверти восемь утра =7:45"]],
  ["ru", "половина пути, пол мокрый, без четверти бюджета", []],
  ["ru", "в 20.30", ["20.30 =20:30"]],
  ["ru", "в 9 часов", ["9 часов =9:00", "9 часов =21:00"]],
  ["ru", "в 18 часов", ["18 часов =18:00"]],
  ["ru", "в 9 странах, 18 часов работы", []],
])("in %s %j has the times %j", (language, text, times) => {
  expect(timesIn(text, language)).toEqual(times);
});
