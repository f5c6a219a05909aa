import { expect, test } from "vitest";
import { articleScope } from "../../../src/answer/archive/article-scope.ts";
import { catalogueOf } from "../../../src/answer/archive/catalogue.ts";
import { dayNumber } from "../../../src/languages/dates/calendar.ts";
import type { Language } from "../../../src/languages/language.ts";
import { packFor } from "../../../src/languages/packs.ts";
import { articlesIn } from "../../support/sample-bot.ts";

const catalogue = catalogueOf(articlesIn("test/fixtures/archive"));
/** A Wednesday. */
const TODAY = { year: 2026, month: 5, day: 20 };

function read(language: Language, question: string) {
  return articleScope(question, { catalogue, pack: packFor(language), today: TODAY });
}

const day = (month: number, of: number, year = 2026) => dayNumber({ year, month, day: of });
const YESTERDAY = { from: day(5, 19), to: day(5, 19) };
const NOW = { from: day(5, 20), to: day(5, 20) };
const LAST_WEEK = { from: day(5, 11), to: day(5, 17) };
const THIS_MONTH = { from: day(5, 1), to: day(5, 31) };
const THIRD_OF_MAY = { from: day(5, 3), to: day(5, 3) };

test.each<[Language, string, object, string]>([
  ["en", "What's in today's news about the ferry?", NOW, "What's about the ferry?"],
  [
    "en",
    "What did yesterday's paper say about the ferry?",
    YESTERDAY,
    "What did say about the ferry?",
  ],
  ["en", "How much is a ticket in last week's articles?", LAST_WEEK, "How much is a ticket?"],
  [
    "en",
    "What is the news from the last week about the port?",
    LAST_WEEK,
    "What is about the port?",
  ],
  [
    "en",
    "What do this month's stories say about the port?",
    THIS_MONTH,
    "What do say about the port?",
  ],
  ["en", "What is new in the article of 3 May?", THIRD_OF_MAY, "What is new?"],
  [
    "en",
    "What was published on 3 May about the port?",
    THIRD_OF_MAY,
    "What was published about the port?",
  ],
  ["en", "articles about the port from last week", LAST_WEEK, "articles about the port"],
  [
    "en",
    "articles since 3 May about the port",
    { from: day(5, 3), to: Infinity },
    "about the port",
  ],
  ["uk", "Що у сьогоднішніх новинах про порт?", NOW, "Що про порт?"],
  ["uk", "Що нового у вчорашніх статтях?", YESTERDAY, "Що нового?"],
  ["uk", "Що в новинах за минулий тиждень про порт?", LAST_WEEK, "Що про порт?"],
  ["uk", "Що в статтях минулого тижня про порт?", LAST_WEEK, "Що про порт?"],
  ["uk", "Скільки коштує квиток у статті від 3 травня?", THIRD_OF_MAY, "Скільки коштує квиток?"],
  ["uk", "Що писали вчора про порт?", YESTERDAY, "Що писали про порт?"],
  ["uk", "статті про порт за минулий тиждень", LAST_WEEK, "статті про порт"],
  ["ru", "Что в сегодняшних новостях о порте?", NOW, "Что о порте?"],
  ["ru", "Что нового во вчерашних статьях?", YESTERDAY, "Что нового?"],
  ["ru", "Что в статьях за прошлую неделю о порте?", LAST_WEEK, "Что о порте?"],
  ["ru", "Сколько стоит билет в статье от 3 мая?", THIRD_OF_MAY, "Сколько стоит билет?"],
  ["ru", "Что писали вчера о порте?", YESTERDAY, "Что писали о порте?"],
])("%s: %s is asked of the articles of a time", (language, question, days, rest) => {
  expect(read(language, question)).toEqual({ scope: { days }, rest });
});

const HERALD = "The Skerra Herald";
const HVYLIA = "Українська хвиля";

test.each<[Language, string, string, string]>([
  ["en", "What does the Skerra Herald write about the ferry?", HERALD, "What about the ferry?"],
  ["en", "How much is a ticket in the Skerra Herald?", HERALD, "How much is a ticket?"],
  [
    "en",
    "According to Coast Wire, how many dockers walked out?",
    "Coast Wire",
    "how many dockers walked out?",
  ],
  [
    "en",
    "What do the Skerra Herald's articles say about the port?",
    HERALD,
    "What about the port?",
  ],
  ["en", "What does Ukrainska Khvylia write about the port?", HVYLIA, "What about the port?"],
  ["uk", "Що пише «Українська хвиля» про порт?", HVYLIA, "Що про порт?"],
  ["uk", "Що Українська хвиля писала про порт?", HVYLIA, "Що про порт?"],
  ["uk", "Що в «Українській хвилі» про порт?", HVYLIA, "Що про порт?"],
  ["uk", "Скільки коштує квиток за даними Української хвилі?", HVYLIA, "Скільки коштує квиток?"],
  ["uk", "Що пише Skerra Herald про пором?", HERALD, "Що про пором?"],
  ["ru", "Что пишет «Вечерний берег» о порте?", "Вечерний берег", "Что о порте?"],
  ["ru", "Сколько стоит билет в «Вечернем береге»?", "Вечерний берег", "Сколько стоит билет?"],
  ["ru", "Что писали в Вечернем береге о порте?", "Вечерний берег", "Что писали о порте?"],
])("%s: %s is asked of a publisher's articles", (language, question, publisher, rest) => {
  expect(read(language, question)).toEqual({ scope: { publisher }, rest });
});

test("a publisher and a time are both heeded", () => {
  expect(
    read("en", "What did the Skerra Herald's articles of last week say about the ferry?"),
  ).toEqual({
    scope: { days: LAST_WEEK, publisher: HERALD },
    rest: expect.stringContaining("about the ferry"),
  });
});

test.each<[Language, string]>([
  ["en", "What happened last week?"],
  ["en", "What did Marlow say last week?"],
  ["en", "Does the ferry sail today?"],
  ["en", "When did the news of the strike reach the mayor on Friday?"],
  ["en", "What was decided on 3 May?"],
  ["en", "Who owns the Skerra Herald?"],
  ["en", "Who runs Coast Wire?"],
  ["uk", "Що сталося минулого тижня?"],
  ["uk", "Чи ходить сьогодні пором?"],
  ["uk", "Що вирішили 3 травня?"],
  ["uk", "Кому належить «Українська хвиля»?"],
  ["ru", "Что случилось на прошлой неделе?"],
  ["ru", "Ходит ли сегодня паром?"],
  ["ru", "Кому принадлежит «Вечерний берег»?"],
])("%s: %s names no articles", (language, question) => {
  expect(read(language, question)).toBeUndefined();
});

test("without knowing today, a time that counts from it is no scope", () => {
  const asked = { catalogue, pack: packFor("en"), today: undefined };
  expect(articleScope("What's in today's news?", asked)).toBeUndefined();
  expect(articleScope("What's in the article of 3 May 2026?", asked)?.scope).toEqual({
    days: THIRD_OF_MAY,
  });
});
