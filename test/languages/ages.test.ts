import { expect, test } from "vitest";
import { packFor } from "../../src/languages/packs.ts";
import { analyseText } from "../../src/search/analysis/analyse-text.ts";

/** The words that stand for an age, in a question or a text. */
function agesIn(text: string, code: "en" | "uk" | "ru"): string[] {
  const { words, added } = analyseText(text, packFor(code).terms);
  return added.flatMap(({ term, first }) =>
    term === "=age" ? [words[first]?.word.text ?? ""] : [],
  );
}

test.each([
  ["en", "How old is the driver?", "old"],
  ["en", "What age was Ann Holt?", "age"],
  ["en", "Ann Holt, 34, a nurse, spoke.", "34"],
  ["en", "The 34-year-old nurse spoke.", "34"],
  ["en", "She was 34 when she spoke.", "34"],
  ["en", "Ann Holt (34) spoke.", "34"],
  ["en", "Ann Holt, aged 34, spoke.", "34"],
  ["uk", "Скільки років охоронцю?", "років"],
  ["uk", "Скільки років було рятувальнику?", "років"],
  ["uk", "58-річний охоронець вижив.", "58"],
  ["uk", "Йому було 33 роки.", "33"],
  ["ru", "Сколько лет директору?", "лет"],
  ["ru", "58-летний охранник выжил.", "58"],
  ["ru", "Ему было 33 года.", "33"],
] as const)("%s: %s", (code, text, word) => {
  expect(agesIn(text, code)).toEqual([word]);
});

test.each([
  ["en", "On 3 March, 34 people came to the old town, in 2020."],
  ["en", "It was 34 metres long, and they paid 12, 34 and 50 pounds."],
  ["uk", "Він працював одинадцять років, а будували у 2020 році."],
  ["uk", "Скільки років йому загрожує?"],
  ["ru", "Он проработал 11 лет, и ему грозит до 8 лет."],
  ["ru", "Сколько лет ему грозит?"],
] as const)("no age, %s: %s", (code, text) => {
  expect(agesIn(text, code)).toEqual([]);
});
