import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseSquad } from "../../src/evaluation/squad.ts";
import { ablationTable } from "../../src/training/ablation.ts";
import { rankingExamples } from "../../src/training/learn-ranking.ts";

function read(path: string): string {
  return readFileSync(new URL(path, import.meta.url), "utf8");
}

const examples = rankingExamples(
  parseSquad(JSON.parse(read("../fixtures/two-articles.squad.json"))),
);

/** A page with its figures left out. */
function withoutFigures(page: string): string {
  return page.replaceAll(/-?\d+(?:\.\d+)?/gu, "0").replaceAll(/\s+/gu, " ");
}

test("docs/ingredients.md has a row for every group of features", () => {
  const page = ablationTable(examples, "squad-dev.json");
  expect(withoutFigures(page)).toBe(withoutFigures(read("../../docs/ingredients.md")));
});
