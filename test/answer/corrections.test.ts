import { asClosest } from "../evaluation/sample-answers.ts";
import { expect, test } from "vitest";
import { prepareAnswers } from "../../src/answer/answer-question.ts";
import { parseArticle } from "../../src/article/parsing/parse-article.ts";
import { answerReply } from "../../src/telegram/replies/answer-reply.ts";
import { groupReply } from "../../src/telegram/replies/group-reply.ts";
import { wordingFor } from "../../src/telegram/wording/wording-for.ts";

function about(markdown: string) {
  const read = parseArticle(markdown, "harbour.md");
  if (read.kind === "faulty") throw new Error("the article is faulty");
  return prepareAnswers([read.article]);
}

const PEOPLE = `people:
  horbenko: { name: Oleh Horbenko, capacity: director of the port }
  zelinskyi: { name: Maria Zelinska, capacity: minister }`;

const ENGLISH = about(`---
title: The harbour
language: en
${PEOPLE}
---

## The ferry

The ferry company raised the tariff for passengers in Holmgard. Tickets are sold by e-mail. {#tariff}

Oleh Horbenko said that the breakwater would be repaired in autumn. {by=horbenko kind=announcement}

Maria Zelinska thinks the agreement with the islanders is a mistake. {by=zelinskyi kind=opinion}

The colonial warehouse was demolished. The president arrived at the harbour.
`);

const UKRAINIAN = about(`---
title: Гавань
language: uk
people:
  horbenko: { name: Олег Горбенко, capacity: директор порту }
---

## Пором

Поромна компанія підвищила тариф для пасажирів у Голмгарді. Росія не коментує угоду. {#tariff}

Олег Горбенко сказав, що хвилеріз відремонтують восени. {by=horbenko kind=announcement}

Президент Зеленський прибув до гавані з делегацією. Квитки продають електронною поштою.
`);

const RUSSIAN = about(`---
title: Гавань
language: ru
people:
  horbenko: { name: Олег Горбенко, capacity: директор порта }
---

## Паром

Паромная компания повысила тариф для пассажиров в Хольмгарде. Россия не комментирует соглашение. {#tariff}

Олег Горбенко сказал, что волнорез отремонтируют осенью. {by=horbenko kind=announcement}

Президент Зеленский прибыл в гавань с делегацией. Билеты продают по электронной почте.
`);

const ASK = { en: ENGLISH, uk: UKRAINIAN, ru: RUSSIAN };
type Language = keyof typeof ASK;

const corrected = (language: Language, question: string) =>
  ASK[language](question).corrections.map(({ word, readAs }) => `${word} → ${readAs}`);

// A letter too many, too few, wrong or swapped.
test.each<[Language, string, string]>([
  ["en", "what is the tarif", "tarif → tariff"],
  ["en", "who repairs the brekwater", "brekwater → breakwater"],
  ["en", "What about the braekwater?", "braekwater → breakwater"],
  ["en", "what does Horbenk say", "Horbenk → horbenko"],
  ["en", "When will the breakwatr be repaired?", "breakwatr → breakwater"],
  ["en", "the agreemnt with the islanders", "agreemnt → agreement"],
  ["uk", "який таруф для пасажирів", "таруф → тариф"],
  ["uk", "коли відремонтують хвилріз", "хвилріз → хвилеріз"],
  ["uk", "що каже Горбекно про хвилеріз", "Горбекно → горбенко"],
  ["uk", "хто з пасажрів", "пасажрів → пасажирів"],
  ["ru", "какой тарифф для пассажиров", "тарифф → тариф"],
  ["ru", "когда отремонтируют волнрез", "волнрез → волнорез"],
  ["ru", "что говорит Горбекно о волнорезе", "Горбекно → горбенко"],
])("%s: a slip is named: %s", (language, question, correction) => {
  expect(corrected(language, question)).toEqual([correction]);
});

test.each<[Language, string]>([
  // Other forms of a word.
  ["en", "the tariffs of the ferries"],
  ["en", "repairing breakwaters"],
  ["en", "is it colonialist"],
  ["uk", "що про Росії?"],
  ["uk", "позиція Росії щодо угод"],
  ["uk", "тарифами для пасажира"],
  ["uk", "хвилерізу"],
  ["uk", "делегації президента"],
  ["ru", "позиция России"],
  ["ru", "соглашений с Россией"],
  ["ru", "волнорезом"],
  ["ru", "делегации президента"],
  // Other spellings.
  ["en", "tickets by email"],
  ["en", "tickets by E-Mail"],
  ["en", "BREAKWATER"],
  ["en", "break-water"],
  // Names in another script, transliterated otherwise, or in part.
  ["en", "що каже Горбенко"],
  ["en", "What does Gorbenko say?"],
  ["en", "Who is Horbenko?"],
  ["en", "Who is Zelinskaya?"],
  ["en", "Who is Zelinsʹka?"],
  ["en", "Хто така Зелінська?"],
  ["uk", "Horbenko"],
  ["uk", "Who is Horbenko?"],
  ["uk", "Що робив Зеленский?"],
  ["uk", "что говорит Горбенко о хвилерезе"],
  ["ru", "Зеленський"],
  ["ru", "Horbenko"],
  // A word of its own, or of another language.
  ["en", "the agreements of islands"],
  ["en", "pact treaty"],
  ["uk", "когда отремонтируют волнорез"],
  ["uk", "пассажиры"],
  ["ru", "коли відремонтують хвилеріз"],
  ["ru", "які пасажири"],
])("%s: no slip: %s", (language, question) => {
  expect(corrected(language, question)).toEqual([]);
});

const shown = (language: Language, question: string) => {
  const outcome = ASK[language](question);
  return answerReply(outcome, wordingFor(outcome.language)).text.text.split("\n")[0];
};

test.each<[Language, string, string]>([
  ["en", "When will the brekwater be repaired?", "Reading this as breakwater"],
  ["en", "Horbenk: main points", "Reading this as Oleh Horbenko"],
  ["en", "who is Horbenk?", "Reading this as Oleh Horbenko"],
  ["en", "does bitcoin pay for the brekwater zyx qwv?", "Reading this as breakwater"],
  ["uk", "коли відремонтують хвилріз", "Шукаю за словом «хвилеріз»."],
  ["uk", "хто такий Горбекно", "Шукаю за словами «Олег Горбенко»."],
  ["ru", "когда отремонтируют волнрез", "Ищу по слову «волнорез»."],
])("%s: every kind of reply tells it once: %s", (language, question, line) => {
  expect(shown(language, question)).toBe(line);
});

test("a short reply in a group tells it, too", () => {
  const outcome = ENGLISH("When will the brekwater be repaired?");
  const { answer } = outcome;
  if (answer.kind !== "answered") throw new Error("expected an answer");
  const weak = { ...outcome, answer: asClosest(answer) };
  expect(groupReply(weak, wordingFor("en")).text.text).toMatch(
    /^Reading this as breakwater\nPerhaps this: /u,
  );
});

test("a follow-up does not tell it again", () => {
  const first = ENGLISH("When will the brekwater be repaired?");
  expect(first.corrections).toHaveLength(1);
  expect(ENGLISH("and the tariff?", first.context).corrections).toEqual([]);
  expect(ENGLISH("who says that?", first.context).corrections).toEqual([]);
});
