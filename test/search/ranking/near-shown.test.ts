import { expect, test } from "vitest";
import { nearShown } from "../../../src/search/ranking/near-shown.ts";
import { rank } from "../../../src/search/ranking/ranking.ts";
import { matchQuestion } from "../match-question.ts";

const PASSAGES = [
  "A bridge was closed.",
  "Rust ate the steel.",
  "Cars wait at the ferry.",
  "Two weeks, says the council.",
  "The town has a choir.",
  "A baker sells bread.",
  "It rains.",
];

function indexOf(question: string) {
  const { compiled, index } = matchQuestion({ question, passages: PASSAGES });
  return { compiled, index, at: (position: number) => index.passages.at(position) };
}

test("what was shown and what follows it are nearest, what is far is not near", () => {
  const { index, at } = indexOf("How long?");
  const near = index.passages.map(nearShown(at(1), index.passages));
  const [before, same, next, second, third, fourth, fifth] = near;
  expect(same).toBeGreaterThan(next ?? 0);
  expect(next).toBeGreaterThan(before ?? 0);
  expect(before).toBeGreaterThan(second ?? 0);
  expect(second).toBe(third);
  expect([fourth, fifth]).toEqual([0, 0]);
});

test("nothing is near if nothing was shown, or a passage of another index", () => {
  const { index } = indexOf("How long?");
  const other = indexOf("How long?").at(1);
  for (const shown of [undefined, other]) {
    expect(index.passages.map(nearShown(shown, index.passages))).toEqual(PASSAGES.map(() => 0));
  }
});

test("a passage near the one shown is ranked without a word of the question", () => {
  const { compiled, index, at } = indexOf("How soon?");
  const texts = (shown: ReturnType<typeof at>) =>
    rank(compiled, index, { shown }).map(({ indexed }) => indexed.passage.text);
  expect(texts(undefined)).not.toContain("Rust ate the steel.");
  expect(new Set(texts(at(2)).slice(0, 5))).toEqual(new Set(PASSAGES.slice(1, 6)));
});

test("of two passages that match alike, the one after what was shown is first", () => {
  const { compiled, index } = matchQuestion({
    question: "Who paid?",
    passages: ["Ann paid.", "Rust.", "A ferry.", "Steel.", "Cars wait.", "Ann paid."],
  });
  const first = (position: number) =>
    rank(compiled, index, { shown: index.passages.at(position) })[0]?.indexed.position;
  expect(first(4)).toBe(5);
  expect(first(0)).toBe(0);
});
