import { expect, test } from "vitest";
import { LANGUAGES, languageOfCode, type Language } from "../../../src/languages/language.ts";
import { wordingFor } from "../../../src/telegram/wording/wording-for.ts";
import { openBotChat } from "../../support/sample-bot.ts";

test.each<[Language, Record<number, string>]>([
  ["en", { 1: "1 statement in this article", 2: "2 statements in this article" }],
  [
    "uk",
    {
      1: "1 твердження у цій статті",
      3: "3 твердження у цій статті",
      11: "11 тверджень у цій статті",
      22: "22 твердження у цій статті",
    },
  ],
  [
    "ru",
    {
      1: "1 высказывание в этой статье",
      3: "3 высказывания в этой статье",
      11: "11 высказываний в этой статье",
      21: "21 высказывание в этой статье",
    },
  ],
])("%s: a noun has the plural of its number", (language, expected) => {
  const { statements } = wordingFor(language).replies;
  for (const [count, said] of Object.entries(expected)) {
    expect(statements(Number(count))).toBe(said);
  }
});

/** Every sentence, with made-up names and numbers filled in. */
function sentencesOf(wording: unknown): string[] {
  if (typeof wording === "string") return [wording];
  if (typeof wording === "function") return sentencesOf(wording(["7"], ["7"]));
  return wording instanceof Object ? Object.values(wording).flatMap(sentencesOf) : [];
}

const WORD = /\p{L}{2,}/u;

test("no sentence is left in another language", () => {
  const [english, ukrainian, russian] = LANGUAGES.map((language) =>
    sentencesOf({ ...wordingFor(language), language: "" }).filter((text) => WORD.test(text)),
  );
  expect(english?.length).toBeGreaterThan(50);
  for (const others of [ukrainian, russian]) {
    expect(others?.filter((text) => english?.includes(text))).toEqual([]);
  }
  expect(ukrainian?.filter((text) => /[ыэъё]/iu.test(text))).toEqual([]);
  expect(russian?.filter((text) => /[іїєґ]/iu.test(text))).toEqual([]);
});

test.each(LANGUAGES)("%s: commands and descriptions are within Telegram's limits", (language) => {
  const { commands, groupCommands, description, shortDescription } = wordingFor(language).profile;
  for (const does of [...Object.values(commands), ...Object.values(groupCommands)]) {
    expect(does.length).toBeLessThanOrEqual(256);
  }
  expect(description.length).toBeLessThanOrEqual(512);
  expect(shortDescription.length).toBeLessThanOrEqual(120);
});

test.each([
  ["en-GB", "en"],
  ["uk", "uk"],
  ["ru-RU", "ru"],
  ["pt-br", undefined],
  ["", undefined],
])("the language code %j is %j", (code, language) => {
  expect(languageOfCode(code)).toBe(language);
});

test("a reader is addressed in the language of their app", async () => {
  const chat = await openBotChat("content", { user: { language_code: "uk" } });
  expect((await chat.say("/weather")).shown).toBe("Такої команди я не знаю. Усі команди: /help.");
});
