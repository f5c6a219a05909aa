import { expect, test } from "vitest";
import { LANGUAGES, languageOfCode, type Language } from "../../../src/languages/language.ts";
import { wordingFor } from "../../../src/telegram/wording/wording-for.ts";
import { openBotChat } from "../../support/sample-bot.ts";

test.each<[Language, Record<number, string>]>([
  ["en", { 1: "1 statement in this article", 2: "2 statements in this article" }],
  [
    "uk",
    {
      1: "1 висловлювання у цій статті",
      3: "3 висловлювання у цій статті",
      11: "11 висловлювань у цій статті",
      22: "22 висловлювання у цій статті",
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
  if (typeof wording === "function") return sentencesOf(wording(NUMBER_OR_NAMES, ["7"]));
  return wording instanceof Object ? Object.values(wording).flatMap(sentencesOf) : [];
}

/** Whatever a sentence takes: a number, a name, or several names. */
const NUMBER_OR_NAMES = Object.assign(["7"], { replace: () => "7" });

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

test.each(["uk", "ru"] as const)(
  "%s has its own dashes, apostrophes and quotation marks",
  (language) => {
    const sentences = sentencesOf({ ...wordingFor(language), language: "" });
    expect(sentences.filter((text) => /['"“”]| [–-] /u.test(text))).toEqual([]);
  },
);

test.each<[Language, Record<string, string>]>([
  [
    "en",
    {
      "no pier": "It never mentions",
      "pier, fog": "It never mentions",
      "as pier": "Reading this as pier",
      "as Ann Marsh": "Reading this as Ann Marsh",
      "as pier, fog": "Reading this as pier · fog",
      "by The “Old” Gazette": "as described by The “Old” Gazette",
      "for 1": "For 1 day:",
      "for 30": "For 30 days:",
    },
  ],
  [
    "uk",
    {
      "no pier": "Цього слова в ній немає: «pier»",
      "pier, fog": "Цих слів у ній не знайдено: «pier», «fog»",
      "as pier": "Шукаю за словом «pier».",
      "as Ann Marsh": "Шукаю за словами «Ann Marsh».",
      "as pier, fog": "Шукаю за словами «pier», «fog».",
      "by Газета «День»": "так подає видання «Газета „День“»",
      "for 1": "Протягом 1 дня:",
      "for 2": "Протягом 2 днів:",
      "for 21": "Протягом 21 дня:",
      "for 30": "Протягом 30 днів:",
    },
  ],
  [
    "ru",
    {
      "no pier": "Этого слова в ней нет: «pier»",
      "pier, fog": "Этих слов в ней не найдено: «pier», «fog»",
      "as pier": "Ищу по слову «pier».",
      "as Ann Marsh": "Ищу по словам «Ann Marsh».",
      "as pier, fog": "Ищу по словам «pier», «fog».",
      "by Газета «День»": "так представлено в издании «Газета „День“»",
      "for 1": "В течение 1 дня:",
      "for 2": "В течение 2 дней:",
      "for 21": "В течение 21 дня:",
      "for 30": "В течение 30 дней:",
    },
  ],
])("%s: names and numbers fit the sentence around them", (language, expected) => {
  const { replies, privacy } = wordingFor(language);
  for (const [what, said] of Object.entries(expected)) {
    const [, how, names = ""] = /^(as|by|for|no)? ?(.*)$/u.exec(what) ?? [];
    const words = names.split(", ");
    const missing = `${replies.neverMentions(words.length)} ${words.map(replies.missingWord).join(", ")}`;
    const sentences: Record<string, string> = {
      as: replies.readAs(words),
      by: replies.asDescribedBy(names),
      for: privacy.logged(Number(names)),
    };
    expect((sentences[how ?? ""] ?? missing).startsWith(said)).toBe(true);
  }
});

test.each<[Language, string[]]>([
  ["en", ["Ann: 1 sentence", "To be reviewed: 3 sentences.", "and 1 other", "and 5 others"]],
  ["uk", ["Ann: 1 речення", "Треба перевірити: 3 речення.", "і ще 1", "і ще 5"]],
  ["ru", ["Ann: 1 предложение", "Нужно проверить: 3 предложения.", "и ещё 1", "и ещё 5"]],
])("%s: an editor reads counts as they are said", (language, expected) => {
  const { speaker, uncertain, others } = wordingFor(language).newsroom;
  expect([speaker("Ann", 1), uncertain(3), others(1), others(5)]).toEqual(expected);
});

/** Telegram cuts longer notices off. */
const MAX_NOTICE = 200;

test.each(LANGUAGES)("%s: an editor's notices are within Telegram's limit", (language) => {
  const { sendAgain, isRunning, gone, already, changedSince, refused, editorsOnly } =
    wordingFor(language).newsroom;
  const notices = [sendAgain, isRunning, gone, changedSince, editorsOnly];
  for (const one of [...notices, ...Object.values(already), ...Object.values(refused)]) {
    expect(one.length).toBeLessThanOrEqual(MAX_NOTICE);
  }
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
