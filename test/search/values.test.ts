import { describe, expect, test } from "vitest";
import type { Language } from "../../src/languages/language.ts";
import { packFor } from "../../src/languages/packs.ts";
import { TOKEN_CLASS } from "../../src/languages/token-classes.ts";
import { analyseText } from "../../src/search/analysis/analyse-text.ts";
import { indexLanguage } from "../../src/search/index/language-index.ts";
import { compileQuery } from "../../src/search/query/compile-query.ts";
import { parseQuery } from "../../src/search/query/parse-query.ts";
import { findMatches } from "../../src/search/ranking/matches.ts";
import { snippetOf } from "../../src/search/snippet.ts";
import { bridgeArticle, samplePassage } from "./sample.ts";

/** A sentence around a value, and a question for it; the words around it are the same. */
const FRAMES: Readonly<Record<Language, readonly [before: string, after: string]>> = {
  en: ["The report mentions ", " beside Marlow."],
  uk: ["Звіт згадує ", " поруч із Марло."],
  ru: ["Отчёт упоминает ", " рядом с Марло."],
};

/** How a passage with one value matches a question with another. */
function compare(language: Language, [inArticle, inQuestion]: readonly [string, string]) {
  const [before, after] = FRAMES[language];
  const text = before + inArticle + after;
  const passages = [samplePassage("asked", text), samplePassage("other", "Walls wait.")];
  const sections = [{ id: "only", heading: "", passages }];
  const index = indexLanguage([bridgeArticle({ language, people: [], sections })]);
  const query = parseQuery(before + inQuestion + after.replace(".", "?"), index);
  const compiled = compileQuery(query, index);
  const [first] = index.passages;
  if (!first) throw new Error("the article has no passage");
  const { inText } = findMatches(first, compiled);
  const { highlights } = snippetOf(first.passage, query);
  return {
    unknown: query.words.filter(({ status }) => status !== "known").map(({ word }) => word),
    missing: compiled.queryTerms.filter((_, at) => (inText & (1 << at)) === 0).map((it) => it.term),
    isHighlighted: [before.length, lastOf(inArticle, before.length)].every((at) =>
      highlights.some(([start, end]) => start <= at && end > at),
    ),
  };
}

/** Offset of the last character of a value, without a dot. */
function lastOf(value: string, from: number): number {
  return from + value.replace(/\.$/u, "").length - 1;
}

const SAME = { unknown: [], missing: [], isHighlighted: true };

type Row = readonly [language: Language, one: string, other: string];

const NUMBERS: readonly Row[] = [
  ["en", "2 000", "2000"],
  ["en", "2\u00a0000", "2,000"],
  ["en", "15\u202f000", "15 000"],
  ["en", "15\u2009000", "15000"],
  ["en", "1'500", "1500"],
  ["en", "1,234,567", "1 234 567"],
  ["en", "two thousand", "2000"],
  ["en", "2 thousand", "2,000"],
  ["en", "1.5 million", "1500000"],
  ["en", "1.5m", "1.5 million"],
  ["en", "1.5bn", "1,500,000,000"],
  ["en", "20k", "20,000"],
  ["en", "two", "2"],
  ["en", "twelve", "12"],
  ["en", "a dozen", "12"],
  ["en", "a dozen", "twelve"],
  ["en", "half a million", "500,000"],
  ["en", "twenty-one", "21"],
  ["en", "twenty one", "twenty-one"],
  ["en", "a hundred and six", "106"],
  ["en", "3.50", "3.5"],
  ["en", "twenty-first", "21st"],
  ["en", "Fifth", "5th"],
  ["en", "XXI", "21st"],
  ["uk", "1 500", "1500"],
  ["uk", "1\u00a0500", "1500"],
  ["uk", "15.000", "15 000"],
  ["uk", "2 тис.", "2000"],
  ["uk", "2 тисячі", "2 тис."],
  ["uk", "1,5 млн", "1 500 000"],
  ["uk", "півтора мільйона", "1,5 млн"],
  ["uk", "дванадцять", "12"],
  ["uk", "п’ятдесят", "50"],
  ["uk", "п'ятдесяти", "50"],
  ["uk", "двадцять один", "21"],
  ["uk", "дванадцятеро", "12"],
  ["uk", "двоє", "2"],
  ["uk", "двохсот", "200"],
  ["uk", "3,5", "3.5"],
  ["uk", "двадцять перше", "21-ше"],
  ["uk", "XXI", "21-го"],
  ["ru", "1 500", "1500"],
  ["ru", "15.000", "15 000"],
  ["ru", "2 тыс.", "2 тысячи"],
  ["ru", "1,5 млн", "полтора миллиона"],
  ["ru", "одиннадцать", "11"],
  ["ru", "одиннадцати", "11"],
  ["ru", "двадцать одна", "21"],
  ["ru", "пятеро", "5"],
  ["ru", "двадцать первое", "21-е"],
  ["ru", "3,5", "3.5"],
];

const UNITS: readonly Row[] = [
  ["en", "12 %", "12%"],
  ["en", "12%", "12 percent"],
  ["en", "12\u00a0%", "12 per cent"],
  ["en", "twelve percent", "12%"],
  ["en", "$2", "2 dollars"],
  ["en", "$2", "2 USD"],
  ["en", "USD 2", "2 dollars"],
  ["en", "$1.5bn", "1.5 billion dollars"],
  ["en", "€5.50", "5.5 euros"],
  ["en", "£3", "3 pounds"],
  ["en", "46.6 UAH", "46.6 hryvnias"],
  ["en", "₴46.6", "46.6 hryvnia"],
  ["en", "5 km", "five kilometres"],
  ["uk", "12 %", "12 відсотків"],
  ["uk", "12%", "дванадцяти відсотків"],
  ["uk", "12 процентів", "12 відсотків"],
  ["uk", "$2", "2 долари"],
  ["uk", "2 долари", "2 USD"],
  ["uk", "46,6 грн", "46,6 гривні"],
  ["uk", "46,6 грн", "₴46,6"],
  ["uk", "1 500 гривень", "1500 грн"],
  ["uk", "5 км", "5 кілометрів"],
  ["ru", "12 %", "12 процентов"],
  ["ru", "$2", "2 доллара"],
  ["ru", "46,6 грн", "46,6 гривны"],
  ["ru", "100 ₽", "сто рублей"],
  ["ru", "100 руб.", "100 рублей"],
];

const TIMES: readonly Row[] = [
  ["en", "9 a.m.", "9am"],
  ["en", "9 AM", "9 a.m."],
  ["en", "9am", "09:00"],
  ["en", "9 in the morning", "9:00"],
  ["en", "nine o'clock in the morning", "9am"],
  ["en", "8:30 p.m.", "8.30 pm"],
  ["en", "8:30 p.m.", "20:30"],
  ["en", "8.30pm", "8:30 PM"],
  ["en", "6pm", "18:00"],
  ["en", "six in the evening", "6 p.m."],
  ["en", "noon", "12:00"],
  ["en", "noon", "12 p.m."],
  ["en", "midnight", "0:00"],
  ["en", "11 at night", "23:00"],
  ["uk", "9 ранку", "09:00"],
  ["uk", "9-й ранку", "9:00"],
  ["uk", "дев’ятій ранку", "9 ранку"],
  ["uk", "9 годині ранку", "9:00"],
  ["uk", "8 вечора", "20:00"],
  ["uk", "3 годині дня", "15:00"],
  ["uk", "першій ночі", "1:00"],
  ["uk", "опівночі", "00:00"],
  ["uk", "пів на сьому ранку", "6:30"],
  ["uk", "половині сьомої вечора", "18:30"],
  ["uk", "чверть на восьму ранку", "7:15"],
  ["ru", "9 утра", "09:00"],
  ["ru", "9 часов утра", "9:00"],
  ["ru", "девять утра", "9 утра"],
  ["ru", "8 вечера", "20:00"],
  ["ru", "три часа дня", "15:00"],
  ["ru", "полдень", "12:00"],
  ["ru", "полседьмого утра", "6:30"],
  ["ru", "половине седьмого вечера", "18:30"],
  ["ru", "без четверти восемь утра", "7:45"],
];

const DATES: readonly Row[] = [
  ["en", "3.05.2025", "3 May 2025"],
  ["en", "May 3, 2025", "3.05.2025"],
  ["en", "3rd of May", "May 3"],
  ["en", "third of May", "3 May"],
  ["en", "2025-05-03", "May 3rd, 2025"],
  ["en", "05/03/2025", "May 3, 2025"],
  ["en", "25/03/2025", "25 March 2025"],
  ["en", "Sept. 5, 2023", "5 September 2023"],
  ["en", "Tuesday, 14 March", "March 14"],
  ["en", "Jan. 2027", "January 2027"],
  ["en", "Jan 2027", "January 2027"],
  ["en", "November 2023", "Nov 2023"],
  ["en", "1980s", "1980's"],
  ["uk", "3.05.2025", "3 травня 2025"],
  ["uk", "3.05.2025", "03.05.25"],
  ["uk", "3 травня 2025 року", "03.05.2025"],
  ["uk", "21 березня", "21-го березня"],
  ["uk", "двадцять першого березня", "21 березня"],
  ["uk", "1980-х", "1980-ті"],
  ["uk", "січ. 2027", "січень 2027"],
  ["ru", "янв. 2027", "январь 2027"],
  ["ru", "3.05.2025", "3 мая 2025"],
  ["ru", "3 мая 2025 года", "03.05.2025"],
  ["ru", "21 марта", "21-го марта"],
  ["ru", "двадцать первого марта", "21 марта"],
  ["ru", "1980-х", "1980-е"],
];

/** What is asked for is part of what the article says. */
const WITHIN_DATES: readonly Row[] = [
  ["en", "20–22 March", "March 21"],
  ["en", "20-22 March", "21 March"],
  ["en", "from 20 to 22 March", "March 21"],
  ["en", "March 20–22, 2023", "21.03.2023"],
  ["en", "from 30 March to 2 April", "April 1"],
  ["en", "3.05.2025", "May 2025"],
  ["en", "3.05.2025", "2025"],
  ["en", "5 March 2023", "March 2023"],
  ["en", "2022/23", "2023"],
  ["en", "the 2022-2023 season", "2022/23"],
  ["en", "2014–2016", "2015"],
  ["en", "the eighties", "the 1980s"],
  ["en", "the 1980s", "the eighties"],
  ["uk", "3 травня 2025 року", "3 травня 2025"],
  ["uk", "з 20 по 22 березня", "21 березня"],
  ["uk", "20–22 березня", "21-го березня"],
  ["uk", "3.05.2025", "травні 2025"],
  ["ru", "с 20 по 22 марта", "21 марта"],
  ["ru", "20-22 марта", "21 марта"],
  ["ru", "3.05.2025", "мае 2025"],
];

describe("a date is found however it is written", () => {
  test.each(bothWays(DATES))("in %s %j by %j", (language, inArticle, inQuestion) => {
    expect(compare(language, [inArticle, inQuestion])).toEqual(SAME);
  });

  test.each(WITHIN_DATES)("in %s %j by %j, which is within it", (language, whole, part) => {
    expect(compare(language, [whole, part])).toMatchObject({ unknown: [], missing: [] });
  });
});

describe("a unit is found however it is written", () => {
  test.each(bothWays(UNITS))("in %s %j by %j", (language, inArticle, inQuestion) => {
    expect(compare(language, [inArticle, inQuestion])).toEqual(SAME);
  });
});

describe("a time of day is found however it is written", () => {
  test.each(bothWays(TIMES))("in %s %j by %j", (language, inArticle, inQuestion) => {
    expect(compare(language, [inArticle, inQuestion])).toEqual(SAME);
  });
});

describe("a number is found however it is written", () => {
  test.each(bothWays(NUMBERS))("in %s %j by %j", (language, inArticle, inQuestion) => {
    expect(compare(language, [inArticle, inQuestion])).toEqual(SAME);
  });
});

describe("another number is another", () => {
  test.each<Row>([
    ["en", "12", "15"],
    ["en", "twelve", "15"],
    ["en", "3.5", "35"],
    ["en", "1,500", "1.5"],
    ["en", "twenty-two", "2"],
    ["en", "2 000", "2"],
    ["en", "15,000", "15,001"],
    ["en", "$2", "3"],
    ["en", "9 a.m.", "9pm"],
    ["en", "20:30", "8:30 a.m."],
    ["uk", "двадцять два", "2"],
    ["uk", "9 ранку", "21:00"],
    ["en", "20–22 March", "March 25"],
    ["en", "March at 20:30", "March 30"],
    ["en", "12 people", "12%"],
    ["en", "3.05.2025", "4.05.2025"],
    ["en", "3.05.2025", "3.06.2025"],
    ["en", "2022/23", "2024"],
    ["uk", "20–22 березня", "25 березня"],
    ["ru", "20–22 марта", "25 марта"],
    ["ru", "двадцать два", "2"],
  ])("in %s %j is not %j", (language, inArticle, inQuestion) => {
    expect(compare(language, [inArticle, inQuestion]).missing).not.toEqual([]);
  });
});

test.each<[Language, string, string, readonly string[]]>([
  ["en", "About 2000 people left.", "2000", ["number", "time"]],
  ["en", "They left in 2000.", "2000", ["time"]],
  ["en", "Some 2,000 people left.", "2,000", ["number"]],
  ["en", "They left on 20 March.", "20", ["time"]],
  ["en", "It opens at 20:30.", "20:30", ["time"]],
  ["en", "It costs $19.99.", "19.99", ["number"]],
  ["uk", "Близько 2000 людей пішли.", "2000", ["number", "time"]],
  ["uk", "Вони пішли 3.05.2025.", "05", ["time"]],
  ["ru", "Они ушли 20 марта.", "20", ["time"]],
])("in %s, in %j, %j may be a %j", (language, text, word, classes) => {
  const { words } = analyseText(text, packFor(language).terms);
  const found = words.find((one) => one.word.text === word)?.classes ?? 0;
  const isOf = (name: "number" | "time") => (found & TOKEN_CLASS[name]) !== 0;
  expect((["number", "time"] as const).filter(isOf)).toEqual(classes);
});

function bothWays(rows: readonly Row[]): Row[] {
  return rows.flatMap(([language, one, other]) => [
    [language, one, other] as const,
    [language, other, one] as const,
  ]);
}
