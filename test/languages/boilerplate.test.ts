import { describe, expect, test } from "vitest";
import type { BoilerplateForms } from "../../src/languages/boilerplate.ts";
import { LANGUAGES } from "../../src/languages/language.ts";
import { packFor } from "../../src/languages/packs.ts";

/** The forms that match a line, by name. */
function formsIn(line: string, language: string): string[] {
  const forms = packFor(language).boilerplate;
  return Object.entries(forms ?? {}).flatMap(([name, form]) => (form.test(line) ? [name] : []));
}

describe("lines that pages add to articles", () => {
  test.each<[string, keyof BoilerplateForms, string]>([
    ["en", "elsewhere", "Read more: The ferry of 1980"],
    ["en", "elsewhere", "Related: Fares rise"],
    ["en", "elsewhere", "See also: Port Vellan in pictures"],
    ["en", "elsewhereHeading", "More from Port Vellan"],
    ["en", "elsewhereHeading", "You may also like"],
    ["en", "invitation", "Sign up for our newsletter and get the news in your inbox."],
    ["en", "invitation", "Have a tip? Write to us at desk@packet.example."],
    ["en", "invitation", "Follow The Packet on Twitter"],
    ["en", "invitation", "Ann Lee can be reached at ann@packet.example."],
    ["en", "byline", "By Ann Lee"],
    ["en", "byline", "Updated 3 May 2025, 08:15"],
    ["en", "byline", "November 19, 2019 | 4:20am"],
    ["en", "credit", "Photo: Tom Reed"],
    ["en", "credit", "Tom Reed / Getty Images"],
    ["en", "label", "Advertisement"],
    ["en", "label", "3 comments"],
    ["en", "legal", "© 2025 The Vellan Packet"],
    ["en", "ending", "About the author"],
    ["uk", "elsewhere", "Читайте також: Ціни зростають"],
    ["uk", "elsewhereHeading", "Останні новини порту"],
    ["uk", "invitation", "Підписуйтесь на наш канал у Telegram"],
    ["uk", "invitation", "Якщо ви помітили помилку, виділіть її"],
    ["uk", "byline", "3 травня 2025, 08:15"],
    ["uk", "credit", "Фото: Том Рід"],
    ["uk", "label", "Реклама"],
    ["uk", "legal", "Усі права захищені"],
    ["ru", "elsewhere", "Читайте также: Цены растут"],
    ["ru", "elsewhereHeading", "Самое читаемое"],
    ["ru", "invitation", "Следите за новостями в нашем канале"],
    ["ru", "byline", "Автор: Елена Коваль"],
    ["ru", "credit", "Фото из архива"],
    ["ru", "label", "Поделиться"],
    ["ru", "legal", "Перепечатка запрещена"],
  ])("%s, %s: %s", (language, form, line) => {
    expect(formsIn(line, language)).toContain(form);
  });
});

describe("sentences of articles that begin alike", () => {
  test.each([
    ["en", "More than two hundred people came to the harbour on Monday."],
    ["en", "Related firms pay no tax on the ferry, the council found."],
    ["en", "Contact with the ship was lost on Monday, an email from the line said."],
    ["en", "Support for the app has ended, its members were told on Friday."],
    ["en", "The island can be reached by ferry in two hours."],
    ["en", "By Monday the storm had passed, and the ferry sailed again."],
    ["en", "Photographs of the ship show a hole in its side."],
    ["en", "Readers of the letter will ask why nobody answered it."],
    ["en", "Posted letters arrive within a day, the director said."],
    ["en", "May 2025 was the warmest month in the port's records."],
    ["en", "This article of the law has been changed twice."],
    ["en", "Copying the ship would take two years, its builder said."],
    ["uk", "Нагадаємо, у квітні міська рада двічі відкладала рішення."],
    ["uk", "Автор проєкту каже, що причал буде готовий за рік."],
    ["uk", "Фото показують діру в борту корабля, сказав капітан."],
    [
      "uk",
      "Джерело в міській раді повідомило, що рішення ухвалять у травні. Голосування відкрите.",
    ],
    ["uk", "Наш порт приймає двісті кораблів на рік, каже начальниця."],
    ["ru", "Напомним, в апреле городской совет дважды откладывал решение."],
    ["ru", "Автор проекта говорит, что причал будет готов через год."],
    ["ru", "Фото показывают дыру в борту корабля, сказал капитан."],
    ["ru", "Наш порт принимает двести кораблей в год, говорит начальница."],
  ])("%s: %s", (language, sentence) => {
    expect(formsIn(sentence, language)).toEqual([]);
  });
});

test("a line of any kind is judged in no time", () => {
  const lines = ["a ", "by ", "more ", ": ", "«", "3 ", "photo ", "читайте ", "автор: "].map(
    (part) => part.repeat(4096).slice(0, 4096),
  );
  const start = performance.now();
  for (const line of lines) for (const language of LANGUAGES) formsIn(line, language);
  expect(performance.now() - start).toBeLessThan(500);
});
