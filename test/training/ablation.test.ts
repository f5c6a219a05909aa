import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ablationTable, crossValidated } from "../../src/training/ablation.ts";
import { rankingExamples } from "../../src/training/learn-ranking.ts";
import { LABELLED } from "./training-questions.ts";

const examples = rankingExamples(LABELLED);
const page = ablationTable(examples);

test("every set has its figures", () => {
  const figures = crossValidated(examples);
  expect(figures.map(({ set }) => set)).toEqual(["squad", "readers"]);
  for (const { first, amongThree } of figures) {
    expect(first).toBeGreaterThan(0);
    expect(amongThree).toBeGreaterThanOrEqual(first);
  }
});

/** The first column of a table. */
function rowsOf(markdown: string): string[] {
  return [...markdown.matchAll(/^\| ([^|]+?) +\|/gmu)].map(([, name = ""]) => name);
}

test("docs/ingredients.md has a row for every group of features", () => {
  const docs = readFileSync(new URL("../../docs/ingredients.md", import.meta.url), "utf8");
  expect(rowsOf(page)).toEqual(rowsOf(docs));
});

test("a row has what a group gains in each set", () => {
  expect(page).toContain("| features | squad | readers |");
  const figures = crossValidated(examples).map(({ first }) => `**${first.toFixed(1)}**`);
  expect(page).toContain(`| **all** | ${figures.join(" | ")} |`);
  expect(page).toMatch(/^\| near words, by their vectors \| -?\d+\.\d \| -?\d+\.\d \|$/mu);
});
