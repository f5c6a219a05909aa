import { expect, test } from "vitest";
import type { FactForms } from "../../src/languages/language-pack.ts";
import type { Language } from "../../src/languages/language.ts";
import { packFor } from "../../src/languages/packs.ts";

test.each<[Language, keyof FactForms, string, boolean]>([
  ["en", "decision", "The council approved the budget.", true],
  ["en", "decision", "The quay opens at noon.", true],
  ["en", "decision", "The opening was quiet.", false],
  ["en", "hedge", "The mayor believes in the quay.", true],
  ["en", "hedge", "The quay may open at noon.", true],
  ["en", "hedge", "Perhaps the quay opens.", true],
  ["en", "hedge", "The quay opens in May.", false],
  ["en", "hedge", "The mustard is sold there.", false],
  ["uk", "decision", "Рада ухвалила бюджет.", true],
  ["uk", "decision", "Угоду підписано в п’ятницю.", true],
  ["uk", "decision", "Рада засідала довго.", false],
  ["uk", "hedge", "Мер вважає, що причал потрібен.", true],
  ["uk", "hedge", "Причал треба відкрити.", true],
  ["uk", "hedge", "Причал відкрили в травні.", false],
  ["ru", "decision", "Совет принял бюджет.", true],
  ["ru", "decision", "Соглашение подписано в пятницу.", true],
  ["ru", "decision", "Совет заседал долго.", false],
  ["ru", "hedge", "Мэр считает, что причал нужен.", true],
  ["ru", "hedge", "Причал следует открыть.", true],
  ["ru", "hedge", "Причал открыли в мае.", false],
])("in %s a %s is in %j: %s", (language, form, sentence, isThere) => {
  expect(packFor(language).facts[form].test(sentence)).toBe(isThere);
});

test.each<[Language, string, boolean]>([
  ["en", "Whose opinions are these?", true],
  ["en", "who says what?", true],
  ["en", "Who is quoted in the article?", true],
  ["en", "who speaks", true],
  ["en", "Whose opinion is this?", false],
  ["en", "who says what the quay costs?", false],
  ["en", "who speaks for the dockers?", false],
  ["uk", "чиї це думки?", true],
  ["uk", "хто що каже?", true],
  ["uk", "кого цитують у статті?", true],
  ["uk", "хто це каже?", false],
  ["uk", "хто говорить про НАТО?", false],
  ["ru", "чьи это мнения?", true],
  ["ru", "кто говорит в статье?", true],
  ["ru", "кто это говорит?", false],
  ["ru", "кто говорит о НАТО?", false],
])("in %s %j asks for all who speak: %s", (language, question, asks) => {
  expect(packFor(language).speech.asksForAll.test(question)).toBe(asks);
});
