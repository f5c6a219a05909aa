import { expect, test } from "vitest";
import { prepareAnswers, type Outcome } from "../../../src/answer/answer-question.ts";
import { shownPassages } from "../../../src/answer/shown-passages.ts";
import { loadGolden } from "../../../src/evaluation/load-golden.ts";
import { LANGUAGES, type Language } from "../../../src/languages/language.ts";
import { articlesIn } from "../../support/sample-bot.ts";

const CONTENT = "test/fixtures/articles";
const articles = articlesIn(CONTENT);
const answerQuestion = prepareAnswers(articles);

/** What readers write around a question, in its language. */
const AROUND: Readonly<Record<Language, readonly (readonly [before: string, after: string])[]>> = {
  en: [
    ["Hello, ", ""],
    ["Hi there! quick question: ", ""],
    ["Dear bot, ", "\nBest regards, John Smith"],
    ["https://bbc.com/news/world-123 ", ""],
    ["", " https://t.me/channel/12"],
    ["@anna_k ", " #fun"],
    ["", "\n\nSent from my iPhone"],
    ["", "\nThanks in advance!\n-- \nAnn"],
    ["🙏 ", "\n/ Ann"],
    ["> On Monday Bo wrote:\n> See you.\n\n", "\nCheers, Tom"],
    ["Can I ask you something? ", " anna.k@example.org"],
  ],
  uk: [
    ["Привіт! ", ""],
    ["Доброго дня, шановна редакціє! ", "\nДякую заздалегідь"],
    ["", "\nЗ повагою, Олена"],
    ["https://suspilne.media/123-abc/ ", "\nНадіслано з iPhone"],
    ["Можна запитати? ", " 🙏"],
  ],
  ru: [
    ["Здравствуйте! ", ""],
    ["Уважаемая редакция, ", "\nС уважением, Иван Петров"],
    ["", "\nЗаранее спасибо!"],
    ["https://meduza.io/news/123 ", "\nОтправлено с iPhone"],
    ["Можно вопрос? ", " ))"],
  ],
};

const LANGUAGE_OF_FILE = /\.(uk|ru)\.questions\.yaml$/u;

const languageOf = (file: string) =>
  LANGUAGES.find((language) => LANGUAGE_OF_FILE.exec(file)?.[1] === language) ?? "en";

const QUESTIONS = loadGolden(CONTENT, articles).sets.flatMap(({ file, article, chats }) =>
  chats.flatMap(({ kind, turns: [first, ...others] }) =>
    first && others.length === 0 && kind !== "small-talk"
      ? [{ within: article.slug, language: languageOf(file), ask: first.ask }]
      : [],
  ),
);

const shownBy = ({ answer }: Outcome) => [
  answer.kind,
  ...shownPassages(answer).map(({ passage }) => passage.id),
];

test.each(QUESTIONS)("what stands around “$ask” changes nothing", ({ ask, language, within }) => {
  const bare = shownBy(answerQuestion(ask, { language }, within));
  for (const [before, after] of AROUND[language]) {
    const message = before + ask + after;
    expect([message, ...shownBy(answerQuestion(message, { language }, within))]).toEqual([
      message,
      ...bare,
    ]);
  }
});
