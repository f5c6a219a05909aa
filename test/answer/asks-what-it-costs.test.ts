import { expect, test } from "vitest";
import { prepareAnswers } from "../../src/answer/answer-question.ts";
import type { Language } from "../../src/languages/language.ts";
import { bridgeArticle, samplePassage } from "../search/sample.ts";

const TEXTS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {
    cost: "The pool cost the town 3.4 million pounds, a third more than planned.",
    noise: "The pumps are as loud as 85 dB, neighbours say.",
    roof: "The roof weighs 40 t and was lifted in spring.",
    lanes: "The pool has 12 lanes and opens early.",
  },
  uk: {
    cost: "Басейн коштував місту 3,4 мільйона гривень, на третину більше, ніж планували.",
    noise: "Насоси гудуть на 85 дБ, кажуть сусіди.",
    roof: "Дах важить 40 т, його підняли навесні.",
    lanes: "У басейні 12 доріжок.",
  },
  ru: {
    cost: "Бассейн стоил городу 3,4 миллиона рублей, на треть больше, чем планировали.",
    noise: "Насосы гудят на 85 дБ, говорят соседи.",
    roof: "Крыша весит 40 т, её подняли весной.",
    lanes: "В бассейне 12 дорожек.",
  },
};

function asked(language: Language, question: string) {
  const passages = Object.entries(TEXTS[language]).map(([id, text]) => samplePassage(id, text));
  const article = bridgeArticle({ language, sections: [{ id: "text", passages }] });
  return prepareAnswers([article])(question, { language });
}

test.each<[Language, string, string]>([
  ["en", "how much did the pool cost?", "cost"],
  ["en", "what did the pool cost?", "cost"],
  ["en", "how many tonnes does the roof weigh?", "roof"],
  ["en", "85 decibels", "noise"],
  ["uk", "скільки коштував басейн?", "cost"],
  ["uk", "скільки тонн важить дах?", "roof"],
  ["uk", "85 децибел", "noise"],
  ["ru", "сколько тонн весит крыша?", "roof"],
  ["ru", "85 децибел", "noise"],
])("in %s %j is answered by %s", (language, question, id) => {
  expect(asked(language, question).answer).toMatchObject({ kind: "answered", passage: { id } });
});

test.each<[Language, string, string]>([
  ["en", "what will the repair cost?", "number"],
  ["en", "how expensive is a ticket?", "number"],
  ["en", "what did it cost him?", "anything"],
  ["uk", "яка ціна квитка?", "number"],
  ["ru", "какова стоимость билета?", "number"],
  ["ru", "почём билет?", "number"],
])("in %s %j asks for a %s", (language, question, type) => {
  expect(asked(language, question).findings.query.answerType).toBe(type);
});
