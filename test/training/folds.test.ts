import { expect, test } from "vitest";
import { FOLDS, foldsOf } from "../../src/training/folds.ts";
import { bridgeArticle } from "../search/sample.ts";

const ARTICLES = Array.from({ length: 12 }, (_, number) => bridgeArticle({ slug: `a${number}` }));

test("articles are in every fold in turn", () => {
  const foldOf = foldsOf(ARTICLES);
  expect(ARTICLES.map(foldOf)).toEqual([0, 1, 2, 3, 4, 0, 1, 2, 3, 4, 0, 1]);
  expect(FOLDS).toBe(5);
});

test("an article is in one fold, however often and in however many sets it is asked about", () => {
  const again = ARTICLES.map(({ slug }) => bridgeArticle({ slug }));
  const foldOf = foldsOf([...ARTICLES, ...again.toReversed(), ...ARTICLES]);
  expect(again.map(foldOf)).toEqual(ARTICLES.map(foldOf));
  expect(ARTICLES.map(foldOf)).toEqual(ARTICLES.map(foldsOf(ARTICLES)));
});
