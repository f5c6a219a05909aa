import { expect, test } from "vitest";
import { quotationsIn } from "../../../src/import/attribute/quotations.ts";

function quoted(...paragraphs: readonly string[]): string[][] {
  return quotationsIn(paragraphs).map((quotations, at) =>
    quotations.map(({ range: [start, end] }) => paragraphs[at]?.slice(start, end) ?? ""),
  );
}

test.each([
  ["She said “yes” and “no”.", ["“yes”", "“no”"]],
  ['She said "yes" and "no".', ['"yes"', '"no"']],
  ["Вона сказала «так» і „ні“.", ["«так»", "„ні“"]],
  ["«Журнал «Лебідь» писав про нас»", ["«Журнал «Лебідь» писав про нас»"]],
  ["''Yes,'' she said.", ["''Yes,''"]],
  ["“He called it ‘a swan,’ no less,” she said.", ["“He called it ‘a swan,’ no less,”"]],
  ["It is 5' 8\" tall.", []],
  ["It’s the Smiths’ house.", []],
])("%s", (paragraph, marks) => {
  expect(quoted(paragraph)).toEqual([marks]);
});

test("a quotation that opens anew in the next paragraph continues", () => {
  const [, second] = quotationsIn(["“It is old.", "“It is rotten.”"]);
  expect(second).toEqual([{ range: [0, 15], continues: true }]);
});

test("a quotation may go on in the next paragraph without opening anew", () => {
  expect(quoted("“It is old.", "It is rotten,” she said.")).toEqual([
    ["“It is old."],
    ["It is rotten,”"],
  ]);
});

test("a mark at the end of a paragraph closes, though it was typed as an opening one", () => {
  expect(quoted("“It is old.", "It is rotten. “", "It is wood.")).toEqual([
    ["“It is old."],
    ["It is rotten. “"],
    [],
  ]);
});

test("a paragraph between two of one quotation belongs to it", () => {
  expect(quoted("“It is old.", "It is rotten.", "“It is ours.”")[1]).toEqual(["It is rotten."]);
  expect(quoted("She said “It is old.", "It is rotten.", "“It is ours.”")[1]).toEqual([]);
});
