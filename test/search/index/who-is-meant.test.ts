import { expect, test } from "vitest";
import { parseArticle } from "../../../src/article/parsing/parse-article.ts";
import { indexLanguage } from "../../../src/search/index/language-index.ts";
import type { Language } from "../../../src/languages/language.ts";

const PEOPLE: Readonly<Record<Language, string>> = {
  en: `holt: { name: Anna Holt, capacity: baker }
  dunn: { name: Peter Dunn, capacity: miller }
  renn: { name: Quill Renn, capacity: engineer }
  mill: { name: Pelly Mill Company, capacity: owner of the mill }`,
  uk: `holt: { name: Ольга Голт, capacity: пекарка }
  dunn: { name: Петро Данн, capacity: мірошник }`,
  ru: `holt: { name: Ольга Холт, capacity: пекарь }
  dunn: { name: Павел Данн, capacity: мельник }`,
};

/** Of each passage, who is meant in which sentence. */
function mentionsIn(language: Language, ...passages: readonly string[]) {
  const text = `---\ntitle: Bread\nlanguage: ${language}\npeople:\n  ${PEOPLE[language]}\n---\n\n${passages.join("\n\n")}\n`;
  const parsed = parseArticle(text, "bread.md");
  if (parsed.kind !== "parsed") throw new Error(JSON.stringify(parsed));
  return indexLanguage([parsed.article]).passages.map(({ personMentions }) =>
    personMentions.map(({ person, sentence }) => `${sentence} ${person}`),
  );
}

test.each<[Language, readonly string[], readonly string[]]>([
  ["en", ["Anna Holt came. She is 34."], ["0 holt", "1 holt"]],
  ["en", ["Anna Holt came. In May she left. Then she was back."], ["0 holt", "1 holt", "2 holt"]],
  ["en", ["Anna Holt met Peter Dunn. He is 34."], ["0 holt", "0 dunn", "1 dunn"]],
  ["en", ["Anna Holt met Peter Dunn. She is 34."], ["0 holt", "0 dunn", "1 holt"]],
  // Nobody else is told of, so it is he, or she.
  ["en", ["Quill Renn came. He is 34."], ["0 renn", "1 renn"]],
  ["en", ["Quill Renn came to Vellan. He is 34."], ["0 renn", "1 renn"]],
  ["en", ["Quill Renn met Ida Marl. She is 34."], ["0 renn"]],
  ["en", ["Quill Renn met Peter Dunn. He is 34."], ["0 renn", "0 dunn"]],
  ["en", ["Anna Holt came. He is 34."], ["0 holt"]],
  ["en", ["The Pelly Mill Company closed. He is 34."], ["0 mill"]],
  // In somebody's own words, it may be anybody.
  ["en", ["Anna Holt came. “She is 34,” said a neighbour."], ["0 holt"]],
  ["en", ["Anna Holt came. Ida Marl left. She is 34."], ["0 holt"]],
  ["uk", ["Ольга Голт прийшла. Їй 34. Вона живе тут."], ["0 holt", "2 holt"]],
  ["uk", ["Ольга Голт зустріла Петра Данна. Він живе тут."], ["0 holt", "0 dunn", "1 dunn"]],
  ["ru", ["Ольга Холт встретила Павла Данна. Она живёт тут."], ["0 holt", "0 dunn", "1 holt"]],
  ["ru", ["Ольга Холт пришла. Он живёт тут."], ["0 holt"]],
])("in %s, %j mentions %j", (language, passages, mentions) => {
  expect(mentionsIn(language, ...passages)[0]).toEqual(mentions);
});

test("a pronoun means whoever the passage before told of, in the same section", () => {
  expect(mentionsIn("en", "Anna Holt came.", "It rained.", "She is 34.")[2]).toEqual(["0 holt"]);
  expect(mentionsIn("en", "Anna Holt came.", "## Rain", "She is 34.")[1]).toEqual([]);
});

test("it means nobody told of long before", () => {
  const rain = ["It rained.", "It rained.", "It rained."];
  expect(mentionsIn("en", "Anna Holt came.", ...rain, "She is 34.")[4]).toEqual([]);
});
