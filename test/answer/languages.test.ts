import { expect, test } from "vitest";
import { prepareAnswers } from "../../src/answer/answer-question.ts";
import { shownPassages } from "../../src/answer/shown-passages.ts";
import { loadLibrary } from "../../src/article/loading/load-library.ts";

const FERRY = "harbour-ferry";

const library = loadLibrary("test/fixtures/articles");
const articles = library.kind === "loaded" ? library.articles : [];
const answerQuestion = prepareAnswers(articles);

function shown(question: string) {
  const { answer, language } = answerQuestion(question, {}, FERRY);
  const [citation] = shownPassages(answer);
  return { kind: answer.kind, language, passage: citation?.passage };
}

test("a Ukrainian question gets the passage in Ukrainian, with its original", () => {
  const { language, passage } = shown("Скільки коштує квиток?");

  expect(language).toBe("uk");
  expect(passage).toMatchObject({
    id: "fares",
    lead: "9 крон, остров'янам 4",
    speaker: { id: "renn", name: "Тобіас Ренн" },
    original: { lead: "9 crowns, islanders 4", speaker: { name: "Tobias Renn" } },
  });
});

test.each([
  ["Сколько стоит билет?", "ru", "Билет в один конец"],
  ["How much is a ticket?", "en", "A single ticket"],
])("%j is answered in %s", (question, language, beginning) => {
  const found = shown(question);
  expect(found.language).toBe(language);
  expect(found.passage?.id).toBe("fares");
  expect(found.passage?.text).toMatch(beginning);
});

test.each([
  ["Who is Данслі?", "en"],
  ["Who is Dunsley?", "en"],
  ["Хто така Dunsley?", "uk"],
  ["Хто така Данслі?", "uk"],
  ["Кто такая Dunsley?", "ru"],
])("%j names the same person", (question, language) => {
  const { answer, language: detected } = answerQuestion(question, {}, FERRY);
  expect(detected).toBe(language);
  expect(answer).toMatchObject({ kind: "person", person: { id: "dunsley" } });
});

test("suggested questions are in the language of the question", () => {
  const { answer } = answerQuestion("Скільки коштує квиток?", {}, FERRY);
  const suggested = "nextQuestions" in answer ? answer.nextQuestions : [];
  expect(suggested.length).toBeGreaterThan(0);
  for (const question of suggested) expect(question).toMatch(/\p{Script=Cyrillic}/u);
});

test("a conversation about a passage continues in another language", () => {
  const first = answerQuestion("Скільки коштує квиток?", {}, FERRY);
  const { answer, language } = answerQuestion("who says that?", first.context, FERRY);

  expect(language).toBe("en");
  expect(answer).toMatchObject({ passage: { id: "fares", speaker: { name: "Tobias Renn" } } });
});

test("a Ukrainian question about an untranslated article is answered as published", () => {
  const bakery = articles.filter(({ slug }) => slug === "bakery-fire");
  const { answer, language } = prepareAnswers(bakery)("Про що ця стаття?");
  expect(language).toBe("uk");
  expect(answer).toMatchObject({ kind: "overview", articles: [{ language: "en" }] });
});
