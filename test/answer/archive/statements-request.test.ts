import { expect, test } from "vitest";
import { statementsRequest } from "../../../src/answer/archive/statements-request.ts";
import { dayNumber } from "../../../src/languages/dates/calendar.ts";
import { packFor } from "../../../src/languages/packs.ts";
import type { Language } from "../../../src/languages/language.ts";

const TODAY = { year: 2026, month: 5, day: 20 };

function read(language: Language, question: string, hasSeveral = true) {
  return statementsRequest(question, { pack: packFor(language), hasSeveral, today: TODAY });
}

test.each<[Language, string, string]>([
  ["en", "Who said what about the harbour?", "about the harbour"],
  ["en", "who said what and when about the harbour", "about the harbour"],
  ["en", "Who's said what on the ferry over time?", "on the ferry"],
  ["en", "All the statements about the ferry", "about the ferry"],
  ["en", "Show me all quotes about the ferry, latest first", "about the ferry"],
  ["en", "What have people said about the harbour?", "about the harbour"],
  ["en", "What has been said about the new quay in May?", "about the new quay in May"],
  ["en", "What was said about the ferry and when?", "about the ferry"],
  ["en", "Who has commented on the strike?", "on the strike"],
  ["en", "What did Marlow say about the ferry since May?", "about the ferry since May"],
  ["en", "What has Marlow said about the ferry over time?", "about the ferry"],
  ["uk", "Хто що казав про порт?", "про порт"],
  ["uk", "а хто що і коли говорив про порт?", "про порт"],
  ["uk", "Що люди кажуть про пором?", "про пором"],
  ["uk", "Що казали про порт і коли?", "про порт"],
  ["uk", "Усі висловлювання щодо порту", "щодо порту"],
  ["uk", "Що Марлоу казала про порт із травня?", "про порт із травня"],
  ["uk", "Що Марлоу казала про порт за весь час?", "про порт"],
  ["ru", "Кто что говорил о порте?", "о порте"],
  ["ru", "Что говорили о порте и когда?", "о порте"],
  ["ru", "Что люди говорят про паром?", "про паром"],
  ["ru", "Все высказывания о порте", "о порте"],
  ["ru", "Что Марлоу говорила о порте с мая?", "о порте с мая"],
  ["ru", "Что Марлоу говорила о порте за всё время?", "о порте"],
])("%s: %s asks for statements", (language, question, about) => {
  expect(read(language, question)?.about).toBe(about);
});

test.each<[Language, string]>([
  ["en", "What did Marlow say about the ferry?"],
  ["en", "Who said what?"],
  ["en", "Who said that the harbour is closed?"],
  ["en", "What happened since May?"],
  ["en", "What is the article about?"],
  ["en", "When did people talk about the ferry?"],
  ["uk", "Що Марлоу казала про порт?"],
  ["uk", "Хто сказав, що порт закрито?"],
  ["uk", "Що сталося з травня?"],
  ["ru", "Что Марлоу говорила о порте?"],
  ["ru", "Кто сказал, что порт закрыт?"],
  ["ru", "Что произошло с мая?"],
])("%s: %s does not", (language, question) => {
  expect(read(language, question)).toBeUndefined();
});

test.each<[Language, string]>([
  ["en", "What have people said about the harbour?"],
  ["en", "What did Marlow say about the ferry since May?"],
  ["uk", "Що казали про порт?"],
  ["ru", "Что говорили о порте?"],
])("%s: within one article, %s asks for its passage", (language, question) => {
  expect(read(language, question, false)).toBeUndefined();
});

const day = (month: number, of: number, year = 2026) => dayNumber({ year, month, day: of });

test.each<[Language, string, number, number]>([
  ["en", "What did Marlow say about the ferry since May?", day(5, 1), Infinity],
  ["en", "Who said what about the ferry since June?", day(6, 1, 2025), Infinity],
  ["en", "Who said what about the ferry until 3 May?", -Infinity, day(5, 3)],
  ["en", "Who said what about the ferry last week?", day(5, 11), day(5, 17)],
  ["en", "What has been said about the quay in April?", day(4, 1), day(4, 30)],
  ["uk", "Хто що казав про порт минулого тижня?", day(5, 11), day(5, 17)],
  ["uk", "Що Марлоу казала про порт із травня?", day(5, 1), Infinity],
  ["ru", "Кто что говорил о порте на прошлой неделе?", day(5, 11), day(5, 17)],
  ["ru", "Кто что говорил о порте в апреле?", day(4, 1), day(4, 30)],
])("%s: %s names a period", (language, question, from, to) => {
  expect(read(language, question)?.period).toEqual({ from, to });
});

test("a date within the topic is no period", () => {
  const request = read("en", "Who said what about the May strike of the dockers?");
  expect(request?.period).toBeUndefined();
  expect(request?.about).toBe("about the May strike of the dockers");
});
