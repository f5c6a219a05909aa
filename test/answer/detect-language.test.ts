import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Language } from "../../src/languages/language.ts";
import type { Context } from "../../src/answer/answer.ts";
import {
  type ArticleLanguages,
  detectLanguage,
} from "../../src/answer/conversation/detect-language.ts";

const knowsNothing: ArticleLanguages = { knows: () => false, readableIn: [] };

/** Short questions of all kinds, one per line. */
function questionsIn(language: Language): string[] {
  const text = readFileSync(`test/fixtures/languages/${language}.txt`, "utf8");
  return text.split("\n").filter(Boolean);
}

function shareDetected(language: Language, context: Context): number {
  const questions = questionsIn(language);
  const right = questions.filter(
    (asked) => detectLanguage(asked, context, knowsNothing) === language,
  );
  return right.length / questions.length;
}

test.each<[Language, number]>([
  ["en", 30],
  ["uk", 200],
  ["ru", 200],
])("there are short questions in %s, at least %d different ones", (language, count) => {
  expect(new Set(questionsIn(language)).size).toBeGreaterThanOrEqual(count);
});

// The others are words of both languages: "погода", "повтори", "люди".
test.each<[Language, number]>([
  ["en", 1],
  ["uk", 0.97],
  ["ru", 0.95],
])(
  "the language of short questions in %s is detected by their words alone: %d of them",
  (language, share) => {
    expect(shareDetected(language, {})).toBeGreaterThanOrEqual(share);
  },
);

test.each<Language>(["en", "uk", "ru"])(
  "97% of short questions in %s are detected if the chat or the app is in that language",
  (language) => {
    expect(shareDetected(language, { language, clientLanguage: "ja" })).toBeGreaterThanOrEqual(
      0.97,
    );
    expect(shareDetected(language, { clientLanguage: language })).toBeGreaterThanOrEqual(0.97);
  },
);

test.each<Language>(["en", "uk", "ru"])(
  "92% of short questions in %s are detected if chat and app are in another language",
  (language) => {
    const other = language === "uk" ? "ru" : "uk";
    const misleading = { language: other, clientLanguage: other } as const;
    expect(shareDetected(language, misleading)).toBeGreaterThanOrEqual(0.92);
  },
);

test.each<[string, Language]>([
  ["What does Клочок say?", "en"],
  ["Зеленський meeting when", "en"],
  ["When is Сі visiting Москва", "en"],
  ["Що каже Klochok про NATO?", "uk"],
  ["Xi Jinping коли приїде", "uk"],
  ["хто такий Zelensky", "uk"],
  ["скільки коштує iPhone 15 Pro", "uk"],
  ["Что говорит Klochok о NATO?", "ru"],
  ["кто такой Zelensky", "ru"],
  ["сколько стоит iPhone 15 Pro", "ru"],
  ["шо там по візиту, конєчно цікаво", "uk"],
  ["коли він сказав «русский мир»?", "uk"],
  ["скажіть пожалуйста коли зустріч", "uk"],
  ["когда Зеленський говорил с Сі", "ru"],
  ["что такое «Верховна Рада»", "ru"],
])("%j is asked in %s", (question, language) => {
  expect(detectLanguage(question, {}, knowsNothing)).toBe(language);
});

test.each<[string, Context, Language]>([
  ["погода", { clientLanguage: "ru-RU" }, "ru"],
  ["погода", { clientLanguage: "uk", language: "ru" }, "ru"],
  ["погода", { clientLanguage: "en", language: "ru" }, "ru"],
  ["👍", { clientLanguage: "uk-UA", language: "en" }, "en"],
  ["👍", { clientLanguage: "uk-UA" }, "uk"],
  ["👍", { clientLanguage: "ja", language: "ru" }, "ru"],
  ["2022?", {}, "en"],
])("where %j is ambiguous, %j decides", (question, context, language) => {
  expect(detectLanguage(question, context, knowsNothing)).toBe(language);
});

test("words that only one translation uses count more than the app", () => {
  expect(
    detectLanguage(
      "погода",
      { clientLanguage: "uk" },
      { ...knowsNothing, knows: (language) => language === "ru" },
    ),
  ).toBe("ru");
});
