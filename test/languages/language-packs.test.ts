import { expect, test } from "vitest";
import type { Language } from "../../src/languages/language.ts";
import { smallTalkIn, withoutCourtesies } from "../../src/answer/intent/small-talk.ts";
import { statementAskedAbout } from "../../src/answer/intent/speaker-asked-about.ts";
import { LANGUAGE_PACKS, packFor } from "../../src/languages/packs.ts";
import { foldWord, wordsIn } from "../../src/text/words.ts";

test.each<[Language, string, string | undefined]>([
  ["uk", "Привіт усім!", "greeting"],
  ["uk", "Дуже дякую за допомогу", "thanks"],
  ["uk", "На все добре", "goodbye"],
  ["uk", "Ти жива людина чи бот?", "identity"],
  ["uk", "хто ти такий", "identity"],
  ["uk", "Що ти вмієш робити?", "abilities"],
  ["uk", "як справи?", "feelings"],
  ["uk", "так, зрозуміло", "agreement"],
  ["uk", "Хто такий цей експерт?", undefined],
  ["uk", "це мирний план?", undefined],
  ["uk", "що нового у справі", undefined],
  ["ru", "Доброго дня", "greeting"],
  ["ru", "Спасибо большое", "thanks"],
  ["ru", "пока", "goodbye"],
  ["ru", "ты бот или живой человек?", "identity"],
  ["ru", "как тебя зовут?", "identity"],
  ["ru", "что ты умеешь делать?", "abilities"],
  ["ru", "как дела", "feelings"],
  ["ru", "да, понятно", "agreement"],
  ["ru", "кто такой этот эксперт?", undefined],
  ["ru", "пока идёт война, что будет", undefined],
])("in %s the small-talk topic of %j is %s", (language, message, topic) => {
  expect(smallTalkIn(message, packFor(language))).toBe(topic);
});

test.each<[Language, string, string]>([
  ["uk", "Добрий день! Коли зустріч?", "Коли зустріч?"],
  ["uk", "Скажіть, будь ласка, хто автор?", "хто автор?"],
  ["ru", "Здравствуйте, когда встреча?", "когда встреча?"],
  ["ru", "Спасибо. А цена?", "А цена?"],
])("in %s %j without its courtesies is %j", (language, message, question) => {
  expect(withoutCourtesies(message, packFor(language))).toBe(question);
});

test.each<[Language, string, string | undefined]>([
  ["uk", "хто це сказав?", ""],
  ["uk", "Хто каже, що міст закриють?", "міст закриють"],
  ["uk", "Чия це думка?", ""],
  ["uk", "чиї слова про міст", "про міст"],
  ["uk", "Хто закриває міст?", undefined],
  ["ru", "кто так считает?", ""],
  ["ru", "Кто говорит, что мост закроют?", "мост закроют"],
  ["ru", "Чьё это мнение?", ""],
  ["ru", "чьи слова про мост", "про мост"],
  ["ru", "Кто закрывает мост?", undefined],
])("in %s %j asks who says %j", (language, question, said) => {
  expect(statementAskedAbout(question, packFor(language).speech)).toBe(said);
});

test.each<[Language, string, string, boolean]>([
  ["uk", "Що каже ", " про міст?", true],
  ["uk", "Що ", " думає про міст?", true],
  ["uk", "Що на думку ", " буде з мостом?", true],
  ["uk", "Що кажуть про ", "?", false],
  ["uk", "Про що ", " говоритиме з мером?", false],
  ["ru", "Что говорит ", " про мост?", true],
  ["ru", "Что ", " думает о мосте?", true],
  ["ru", "Что по словам ", " будет с мостом?", true],
  ["ru", "Что говорят про ", "?", false],
  ["ru", "О чём ", " говорил с мэром?", false],
])(
  "in %s a name between %j and %j is that of a speaker: %s",
  (language, before, after, isSpeaker) => {
    expect(packFor(language).speech.isSpeaker(before, "Ім'я", after)).toBe(isSpeaker);
  },
);

test.each(LANGUAGE_PACKS)("every word listed in $name is folded and a single word", (pack) => {
  const { stopWords, tokenClasses, requestWords } = pack;
  const lists = [stopWords, ...Object.values(tokenClasses), ...Object.values(requestWords)];
  const words = lists
    .flatMap((list) => list.split(/\s+/u))
    .map((word) => word.replace(/\*\d*$/u, ""));
  const unread = words.filter((word) => foldWord(word) !== word || wordsIn(word).length > 1);
  expect(unread).toEqual([]);
});

test("a code with a region has the pack of its language", () => {
  expect(packFor("uk-UA").code).toBe("uk");
  expect(packFor("EN-gb").code).toBe("en");
});

test("an article in a language without a folder has stems but no stop words", () => {
  const { terms } = packFor("de");
  expect(terms.of("Brücken")).toBe(terms.of("Brücke"));
  expect(terms.isStopWord("the")).toBe(false);
  expect(packFor("xx").terms.of("words")).toBe("words");
});

test.each<[Language, string, boolean]>([
  ["en", "articles", true],
  ["en", "articled", false],
  ["uk", "статтею", true],
  ["uk", "стіл", false],
  ["ru", "статьёй", true],
  ["ru", "стол", false],
])("in %s %j is a word for the text itself: %s", (language, word, isListed) => {
  expect(packFor(language).words.text.has(word)).toBe(isListed);
});

test.each<[Language, string, boolean]>([
  ["en", "may", true],
  ["en", "May", false],
  ["en", "who", true],
  ["uk", "скільки", true],
  ["uk", "міст", false],
  ["ru", "Сколько", true],
  ["ru", "мост", false],
])("in %s %j is a stop word: %s", (language, word, isStopWord) => {
  expect(packFor(language).terms.isStopWord(word)).toBe(isStopWord);
});
