import { describe, expect, test } from "vitest";
import type { Language } from "../../src/languages/language.ts";
import { LANGUAGES } from "../../src/languages/language.ts";
import { intentIn } from "../support/understand.ts";

const FERRY = "harbour-ferry";
const NAMES: Readonly<Record<Language, string>> = { en: "Renn", uk: "Ренн", ru: "Ренн" };

/** `_` stands for the name. */
function intentOf(question: string, language: Language) {
  return intentIn(question.replace("_", NAMES[language]), { language, within: FERRY });
}

type Rows = Readonly<Record<Language, readonly string[]>>;

function rows(questions: Rows): [Language, string][] {
  return LANGUAGES.flatMap((language) =>
    questions[language].map((question): [Language, string] => [language, question]),
  );
}

const POINTS: Rows = {
  en: [
    "What does _ predict?",
    "What does _ warn of?",
    "What did _ warn against?",
    "what is _ warning about",
    "What does _ insist on?",
    "What has _ confirmed?",
    "What does _ expect?",
    "what _ emphasised",
    "What does _ allege?",
    "What did _ reveal?",
    "What did _ acknowledge?",
    "What did _ promise?",
    "What does _ demand?",
    "What does _ criticize?",
    "What did _ propose?",
    "_'s predictions",
    "_'s warnings",
    "the main ideas of _",
    "_'s key arguments",
    "what are the demands of _?",
  ],
  uk: [
    "Про що попереджає _?",
    "Про що попередив _?",
    "Що прогнозує _?",
    "Що спрогнозував _?",
    "На чому наполягає _?",
    "На чому _ наголосив?",
    "Що підтвердив _?",
    "Від чого застерігає _?",
    "Що пояснює _?",
    "Що пообіцяв _?",
    "Чого вимагає _?",
    "Що пропонує _?",
    "Що _ розповів?",
    "Про що _ повідомляє?",
    "головні думки _а",
    "ідеї _а",
    "висловлювання _а",
    "основні аргументи _а",
  ],
  ru: [
    "О чём предупреждает _?",
    "О чем предупредил _?",
    "Что прогнозирует _?",
    "Что предсказывает _?",
    "На чём настаивает _?",
    "Что _ подчёркивает?",
    "Что подтвердил _?",
    "От чего предостерегает _?",
    "Что объясняет _?",
    "Что пообещал _?",
    "Чего требует _?",
    "Что предлагает _?",
    "Что _ рассказал?",
    "О чём _ сообщает?",
    "главные мысли _а",
    "идеи _а",
    "высказывания _а",
    "основные аргументы _а",
  ],
};

test.each(rows(POINTS))("in %s, %j asks for all that the person says", (language, question) => {
  expect(intentOf(question, language)).toMatchObject({ kind: "points", person: { id: "renn" } });
});

const ON_A_TOPIC: Rows = {
  en: [
    "What does _ predict for the fares?",
    "What does _ insist on about the berth?",
    "Is _ warning of storms?",
    "How does _ explain the price of a ticket?",
    "What does _ say about the warning?",
    "What does _ say about the promises?",
  ],
  uk: [
    "Що _ прогнозує щодо тарифів?",
    "На чому _ наполягає щодо причалу?",
    "Чи попереджає _ про шторм?",
    "Як _ пояснює ціну квитка?",
    "Що _ каже про попередження?",
    "Що _ каже про погоду?",
  ],
  ru: [
    "Что _ прогнозирует о тарифах?",
    "На чём _ настаивает насчёт причала?",
    "Предупреждает ли _ о шторме?",
    "Как _ объясняет цену билета?",
    "Что _ говорит о предупреждении?",
    "Что _ говорит о мыслях островитян?",
  ],
};

test.each(rows(ON_A_TOPIC))(
  "in %s, %j asks for the person's words on a topic",
  (language, text) => {
    expect(intentOf(text, language)).toMatchObject({ kind: "passage", speakers: [{ id: "renn" }] });
  },
);

/** Somebody else's words may answer these. */
const NOT_THEIR_WORDS: Rows = {
  en: [
    "What was _ told about the berth?",
    "Why was _ asked to leave?",
    "Is _ said to be rich?",
    "Why did _ criticise the harbour?",
    "Did _ apologise?",
    "When did _ call the doctor?",
    "Who will _ call?",
    "Did _ demand a subsidy?",
  ],
  uk: ["Чому _ розкритикував порт?", "Чи вибачився _?", "Чи вимагав _ субсидії?"],
  ru: ["Почему _ раскритиковал порт?", "Извинился ли _?", "Требовал ли _ субсидии?"],
};

test.each(rows(NOT_THEIR_WORDS))(
  "in %s, %j does not ask for the person's words",
  (language, text) => {
    expect(intentOf(text, language)).toEqual({ kind: "passage" });
  },
);

test.each<[Language, string]>([
  ["en", "What do they say about _?"],
  ["en", "What is said about _?"],
  ["uk", "Що кажуть про _а?"],
  ["uk", "Що говорять про _а?"],
  ["ru", "Что говорят о _е?"],
  ["ru", "Что пишут про _а?"],
])("in %s, %j asks for what others say about the person", (language, question) => {
  expect(intentOf(question, language)).toMatchObject({ kind: "about", person: { id: "renn" } });
});

describe("who says it", () => {
  const CLAIMS: Rows = {
    en: [
      "Who insists that the berth is deeper?",
      "who confirmed that the berth is deeper",
      "Who warns that the berth is deeper?",
      "Who alleges the berth is deeper?",
      "Who calls it deeper?",
    ],
    uk: [
      "Хто наполягає, що причал глибший?",
      "хто підтвердив, що причал глибший",
      "Хто попереджає, що причал глибший?",
      "Хто припускає, що причал глибший?",
    ],
    ru: [
      "Кто настаивает, что причал глубже?",
      "кто подтвердил, что причал глубже",
      "Кто предупреждает, что причал глубже?",
      "Кто предполагает, что причал глубже?",
    ],
  };
  test.each(rows(CLAIMS))("in %s, %j asks for the speaker", (language, question) => {
    expect(intentOf(question, language)).toMatchObject({ kind: "speaker" });
  });

  const DEEDS: Rows = {
    en: ["Who called the doctor?", "Who proposed the ferry?", "Who criticised the berth?"],
    uk: ["Хто запропонував пором?", "Хто розкритикував причал?"],
    ru: ["Кто предложил паром?", "Кто раскритиковал причал?"],
  };
  test.each(rows(DEEDS))("in %s, %j asks for the one who does it", (language, question) => {
    expect(intentOf(question, language)).toMatchObject({ kind: "passage" });
  });
});
