import { expect, test } from "vitest";
import { packFor } from "../../../src/languages/packs.ts";
import { learnWordClasses } from "../../../src/training/attribution/learn-word-classes.ts";

/** Of the English vectors, the first so many: enough to tell, and quickly grouped. */
const SIZE = 1500;

test("words used in the same surroundings are of one class more often than others", () => {
  const { wordVectors } = packFor("en");
  const { few } = learnWordClasses({ ...wordVectors, size: SIZE });
  const pairs = Array.from({ length: SIZE }, (_, row) => [row, (row * 7 + 1) % SIZE] as const);
  const similarity = (together: boolean) => {
    const some = pairs.filter(
      ([one, other]) => (few[one] === few[other]) === together && one !== other,
    );
    return (
      some.reduce((sum, [one, other]) => sum + wordVectors.similarity(one, other), 0) / some.length
    );
  };
  expect(similarity(true)).toBeGreaterThan(similarity(false) + 0.2);
});
