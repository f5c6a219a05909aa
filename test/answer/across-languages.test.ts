import { expect, test } from "vitest";
import { prepareAnswers } from "../../src/answer/answer-question.ts";
import type { Article } from "../../src/article/article.ts";
import { parseArticle } from "../../src/article/parsing/parse-article.ts";
import type { Language } from "../../src/languages/language.ts";

function plain(language: Language, text: string): Article {
  const read = parseArticle(`---\nlanguage: ${language}\n---\n# ${text}`, `flood-${language}.md`);
  if (!("article" in read)) throw new Error(JSON.stringify(read));
  return read.article;
}

const ARTICLES: Readonly<Record<Language, Article>> = {
  en: plain(
    "en",
    `Storm floods the harbour of Brelport

A storm flooded the harbour of Brelport on Sunday night. Two fishermen drowned, the mayor of the town said.

The court dismissed the complaint of the hospital. Its nurses had demanded higher wages since 3 March.

On the market, Governor Clampert promised farmers cheap fuel. They do not believe in what Clampert says.`,
  ),
  uk: plain(
    "uk",
    `Буря затопила гавань Брельпорта

Буря затопила гавань Брельпорта в ніч на неділю. Двоє рибалок потонули, повідомив мер міста.

Суд відхилив скаргу лікарні. Її медсестри вимагали вищої зарплати з 3 березня.

На ринку губернатор Кламперт пообіцяв фермерам дешеве пальне. Вони не вірять тому, що каже Кламперт.`,
  ),
  ru: plain(
    "ru",
    `Буря затопила гавань Брельпорта

Буря затопила гавань Брельпорта в ночь на воскресенье. Двое рыбаков утонули, сообщил мэр города.

Суд отклонил жалобу больницы. Её медсёстры требовали более высокой зарплаты с 3 марта.

На рынке губернатор Кламперт пообещал фермерам дешёвое топливо. Они не верят тому, что говорит Кламперт.`,
  ),
};

const QUESTIONS: Readonly<Record<Language, readonly (readonly [string, number])[]>> = {
  en: [
    ["How many fishermen drowned?", 0],
    ["What did the court decide about the nurses' complaint?", 1],
    ["What happened on 3 March at the hospital?", 1],
    ["Who promised the farmers fuel?", 2],
    ["What does Clampert promise?", 2],
  ],
  uk: [
    ["Скільки рибалок потонуло?", 0],
    ["Що вирішив суд про скаргу медсестер?", 1],
    ["Що сталося 3 березня в лікарні?", 1],
    ["Хто пообіцяв фермерам паливо?", 2],
    ["Що фермери відповіли Кламперту?", 2],
  ],
  ru: [
    ["Сколько рыбаков утонуло?", 0],
    ["Что суд решил о жалобе медсестёр?", 1],
    ["Что было 3 марта в больнице?", 1],
    ["Кто пообещал фермерам горючее?", 2],
    ["Что обещает Кламперт?", 2],
  ],
};

const PAIRS: readonly (readonly [Language, Language])[] = [
  ["en", "uk"],
  ["en", "ru"],
  ["uk", "en"],
  ["uk", "ru"],
  ["ru", "en"],
  ["ru", "uk"],
];

test.each(
  PAIRS.flatMap(([asked, written]) =>
    QUESTIONS[asked].map(([question, passage]) => [asked, written, question, passage] as const),
  ),
)("asked in %s, an article in %s answers %j", (_asked, written, question, passage) => {
  const article = ARTICLES[written];
  const passages = article.sections.flatMap((section) => section.passages);
  const { findings, answer } = prepareAnswers([article])(question);
  expect(findings.hits[0]?.passage.text).toBe(passages[passage]?.text);
  expect(answer.kind).not.toBe("not-covered");
});

test.each([
  ["Скільки рибалок потонуло?", "uk"],
  ["Сколько рыбаков утонуло?", "ru"],
  ["How many fishermen drowned?", "en"],
])("of articles in several languages, %j is answered by the one in %s", (question, language) => {
  const { findings } = prepareAnswers(Object.values(ARTICLES))(question);
  expect(findings.hits[0]?.article.language).toBe(language);
});

test.each([
  ["uk", "Коли прийдуть автобуси Варгсен?", "Vargsen", "автобуси"],
  ["ru", "Что построит Варгсен?", "Vargsen", "автобусы"],
  ["en", "When do the buses of Варгсен come?", "Vargsen", "buses"],
] as const)("in an article in %s, %j finds %s", (language, question, name, buses) => {
  const article = plain(language, `${name}\n\n1 234 ${buses} — ${name}.\n\n5 678 — 910.`);
  const { findings } = prepareAnswers([article])(question);
  const word = findings.query.words.find(({ readAs }) => readAs === name.toLowerCase());
  expect(word?.status).toBe("known");
});

test("a word without a translation finds nothing, and is not said to be missing", () => {
  const { answer } = prepareAnswers([ARTICLES.en])("Чи є там щось про криптогаманці?");
  expect(answer).toMatchObject({ kind: "not-covered" });
  expect(JSON.stringify(answer)).not.toContain('missing":["крипто');
});
