import { expect, test } from "vitest";
import { readText } from "../../../src/import/attribute/read-text.ts";

function sentences(...paragraphs: readonly string[]): string[] {
  return readText(paragraphs).map(({ text }) => text);
}

test.each([
  ["It is old. It is rotten.", ["It is old.", "It is rotten."]],
  ["— Старий, — сказала вона. — І гнилий.", ["— Старий, — сказала вона.", "— І гнилий."]],
  [
    "Порт закрили. „Він гнилий“, — сказала вона.",
    ["Порт закрили.", "„Він гнилий“, — сказала вона."],
  ],
])("%s", (paragraph, expected) => {
  expect(sentences(paragraph)).toEqual(expected);
});

test.each([
  ["She told the press:", "“It is rotten.”"],
  ["“It is old,”", "she said."],
  ["She called it", "“rotten from end to end”"],
])("a sentence goes on over a break: %s | %s", (first, second) => {
  const [sentence, ...others] = readText([first, second]);
  expect(others).toEqual([]);
  expect(sentence?.pieces.map(({ paragraph, text }) => [paragraph, text])).toEqual([
    [0, first],
    [1, second],
  ]);
});

test.each([
  ["It is old.", "It is rotten."],
  ["The old pier", "It is rotten."],
  ["Comments by Ruth Calder", "“It is rotten.”"],
])("two paragraphs are two sentences: %s | %s", (first, second) => {
  expect(sentences(first, second)).toEqual([first, second]);
});
