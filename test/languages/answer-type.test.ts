import { expect, test } from "vitest";
import { answerTypeOf, askingRanges, startOfCounted } from "../../src/languages/answer-type.ts";
import { LANGUAGE_PACKS, likeliestPacks, packFor } from "../../src/languages/packs.ts";
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
  ["Чию пропозицію підтримали?", "person"],
  ["З чиєї ініціативи?", "person"],
  ["Whose bridge is it?", "person"],
  ["Чей это мост?", "person"],
  ["По чьей инициативе?", "person"],
  ["О ком статья?", "person"],
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

test.each([
  ["How many seats are there?", "seats are there?"],
  ["And how many of these seats are free?", "seats are free?"],
  ["How old is the bridge?", "old is the bridge?"],
  ["How much is it?", undefined],
  ["Скільки місць?", "місць?"],
  ["а скільки нових паркувальних місць там буде", "місць там буде"],
  ["У скількох країнах?", "країнах?"],
  ["Скільки з островʼян за?", "островʼян за?"],
  ["Яка кількість пасажирів?", "пасажирів?"],
  ["Скільки держав підтримують це?", "держав підтримують це?"],
  ["Скільки коштує квиток?", undefined],
  ["Скільки тривав рейс?", undefined],
  ["Скільки часу йде пором?", undefined],
  ["Скільки років суду?", undefined],
  ["На скільки вистачить вугілля?", undefined],
  ["Сколько мест?", "мест?"],
  ["а сколько новых мест там будет", "мест там будет"],
  ["В скольких странах?", "странах?"],
  ["Какое количество пассажиров?", "пассажиров?"],
  ["Сколько ракет сбили?", "ракет сбили?"],
  ["Сколько стоит билет?", undefined],
  ["Сколько заплатил порт?", undefined],
  ["Сколько будет стоить билет?", undefined],
  ["Сколько времени идёт паром?", undefined],
  ["За сколько продали картину?", undefined],
])("in %j the thing counted begins at %j", (question, rest) => {
  const place = startOfCounted(question, LANGUAGE_PACKS);
  expect(place === undefined ? undefined : question.slice(place)).toBe(rest);
});

test.each([
  ["Which day does it open?", "day"],
  ["on what exact dates is it closed?", "dates"],
  ["Does it close in the days before?", ""],
  ["Якого числа відкриття?", "числа"],
  ["У якому році це було?", "році"],
  ["Що означає пункт про тарифи?", "означає"],
  ["Що пункт про тарифи означає?", "означає"],
  ["Як розуміти цей пункт?", "розуміти"],
  ["О котрій годині відкриття?", ""],
  ["Якого кольору день?", ""],
  ["Какого числа открытие?", "числа"],
  ["В каком году это было?", "году"],
  ["Что означает пункт о тарифах?", "означает"],
  ["Что пункт о тарифах значит?", "значит"],
  ["Как понимать этот пункт?", "понимать"],
  ["Какого цвета день?", ""],
])("the words of %j that only ask are %j", (question, asking) => {
  const packs = likeliestPacks(wordsIn(question), packFor("en"));
  const found = askingRanges(question, packs).map(([start, end]) => question.slice(start, end));
  expect([...new Set(found)].join(" ")).toBe(asking);
});

test("the question's own language is tried before that of the articles", () => {
  // "Кому" asks for a person in Ukrainian as well; the Russian "когда" counts more.
  const packs = likeliestPacks(wordsIn("Когда и кому это сказали?"), packFor("uk"));
  expect(answerTypeOf("Когда и кому это сказали?", packs)).toBe("time");
});
