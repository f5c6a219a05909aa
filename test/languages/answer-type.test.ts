import { expect, test } from "vitest";
import { answerTypeOf } from "../../src/languages/answer-type.ts";
import { likeliestPacks, packFor } from "../../src/languages/packs.ts";
import { wordsIn } from "../../src/text/words.ts";

test.each([
  ["When does it close?", "time"],
  ["What year did it open?", "time"],
  ["dates?", "time"],
  ["Коли візит?", "time"],
  ["Who built it?", "person"],
  ["Кто сказал это?", "person"],
  ["How many cables are there?", "number"],
  ["Скільки країн?", "number"],
  ["Where is it?", "place"],
  ["In what country is Normandy?", "place"],
  ["Why is it closed?", "reason"],
  ["Why are newly found oils sold at a higher price?", "reason"],
  ["Where did they send a large number of settlers?", "place"],
  ["When the votes were counted, who won?", "person"],
  ["How does it work?", "manner"],
  ["What is rust?", "anything"],
  ["nato", "anything"],
  ["О котрій відкриття?", "time"],
  ["якого числа починається", "time"],
  ["во сколько открытие", "time"],
  ["В каком году это было?", "time"],
  ["Як довго триває ремонт?", "duration"],
  ["сколько времени ехать", "duration"],
  ["У скількох країн є підтримка?", "number"],
  ["Скільком людям відмовили?", "number"],
  ["З ким він зустрінеться?", "person"],
  ["Чий це міст?", "person"],
  ["Звідки ці дані?", "place"],
  ["Куда он едет?", "place"],
  ["Навіщо закрили міст", "reason"],
  ["Каким образом?", "manner"],
  ["Чи відомо, коли відкриють?", "anything"],
  ["Будет ли он, когда откроют?", "anything"],
])("%s asks for %s", (question, kind) => {
  const packs = likeliestPacks(wordsIn(question), packFor("en"));
  expect(answerTypeOf(question, packs)).toBe(kind);
});
