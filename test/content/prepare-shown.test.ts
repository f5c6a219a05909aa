import { expect, test } from "vitest";
import { prepareAnswers } from "../../src/answer/answer-question.ts";
import { tellOthersWords } from "../../src/content/others-words.ts";
import { runForReader } from "../../src/content/run-in-slices.ts";
import { prepareShown } from "../../src/content/prepare-shown.ts";
import { articleFolder } from "../support/article-folder.ts";
import { articlesIn } from "../support/sample-bot.ts";

const SAID = "“We have found cracks in two of the pillars,” the mayor, Ada Quist, told reporters.";
const HEAD = "---\ntitle: The harbour bridge\nsource:\n  publisher: The Vellan Packet\n";

function articlesOf(head: string, paragraphs: readonly string[]) {
  const markdown = `${head}---\n\n${paragraphs.join("\n\n")}\n`;
  return tellOthersWords(articlesIn(articleFolder({ "bridge.md": markdown })));
}

function answererOf(head: string, paragraphs: readonly string[]) {
  return prepareShown(prepareAnswers(articlesOf(head, paragraphs)), runForReader);
}

test("whether a passage is somebody's words is known before the reply asks", async () => {
  const answer = answererOf(HEAD, Array<string>(20).fill(SAID));
  const asked = answer("What was found in the pillars?");
  expect(asked).toBeInstanceOf(Promise);
  const outcome = await asked;
  if (!("passage" in outcome.answer)) throw new Error(outcome.answer.kind);
  const { article, passage } = outcome.answer;
  expect(Array.from(article.othersWords?.prepare(passage.id) ?? [])).toEqual([]);
  expect(article.othersWords?.has(passage.id)).toBe(true);
});

test.each([
  ["en", SAID],
  ["uk", "«Ми знайшли тріщини у двох опорах», — сказала мерка Ада Квіст."],
  ["ru", "«Мы нашли трещины в двух опорах», — сказала мэр Ада Квист."],
])("it is found out a sentence at a time: %s", (language, said) => {
  const text = Array.from({ length: 29 }, (_, at) => `${at} ${said}`);
  const [article] = articlesOf(`${HEAD}language: ${language}\n`, text);
  const [passage] = article?.sections.flatMap((section) => section.passages) ?? [];
  const steps = Array.from(article?.othersWords?.prepare(passage?.id ?? "") ?? []);
  expect(steps.length).toBeGreaterThan(text.length);
});

test("an article that says who speaks is answered from at once", () => {
  const people = "people:\n  quist: { name: Ada Quist, capacity: mayor }\n";
  const answer = answererOf(HEAD + people, [`${SAID} {by=quist kind=announcement}`]);
  expect(answer("What was found in the pillars?")).not.toBeInstanceOf(Promise);
});

test("an overview, which shows no cards, does not wait for it", () => {
  const answer = answererOf(HEAD, [SAID, SAID]);
  const asked = answer("What is this article about?");
  expect(asked).not.toBeInstanceOf(Promise);
  expect(asked).toMatchObject({ answer: { kind: "overview" } });
});
