import { join } from "node:path";
import { expect, test } from "vitest";
import { prepareAnswers } from "../../src/answer/answer-question.ts";
import { loadLibrary } from "../../src/article/loading/load-library.ts";
import { evaluateGolden } from "../../src/evaluation/evaluate-golden.ts";
import { loadGolden } from "../../src/evaluation/load-golden.ts";

/** What is reached: raise them with what is won, and never lower one to get a change in. */
const RIGHT_AT_LEAST = [
  { folder: "content", name: "xi-moscow-visit", right: 347 },
  { folder: "content", name: "xi-moscow-visit.uk", right: 117 },
  { folder: "content", name: "xi-moscow-visit.ru", right: 119 },
  { folder: "test/fixtures/articles", name: "harbour-ferry", right: 69 },
  { folder: "test/fixtures/articles", name: "corn-square", right: 52 },
  { folder: "test/fixtures/articles", name: "harbour-ferry.uk", right: 25 },
  { folder: "test/fixtures/articles", name: "harbour-ferry.ru", right: 24 },
];

function figuresOf(folder: string, name: string) {
  const library = loadLibrary(folder);
  const articles = library.kind === "loaded" ? library.articles : [];
  const { sets, diagnostics } = loadGolden(folder, articles);
  expect(diagnostics).toEqual([]);

  const set = sets.find(({ file }) => file === join(folder, `${name}.questions.yaml`));
  if (!set) throw new Error(`${folder} has no golden questions called ${name} → mend the name`);
  return evaluateGolden(set, prepareAnswers(articles));
}

// What was wrong, and why, is told by `npm run eval`.
test.each(RIGHT_AT_LEAST)(
  "of the golden questions of $name at least $right are answered rightly",
  ({ folder, name, right }) => {
    expect(figuresOf(folder, name).right).toBeGreaterThanOrEqual(right);
  },
);

test.each(RIGHT_AT_LEAST)("no passage of $name is shown with a wrong speaker", (floor) => {
  expect(figuresOf(floor.folder, floor.name).misattributed).toEqual([]);
});

test.each(RIGHT_AT_LEAST)("no off-topic question gets a passage of $name", (floor) => {
  expect(figuresOf(floor.folder, floor.name).offTopicShown).toEqual([]);
});
