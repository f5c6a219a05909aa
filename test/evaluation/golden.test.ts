import { expect, test } from "vitest";
import { prepareAnswers } from "../../src/answer/answer-question.ts";
import { loadLibrary } from "../../src/article/load-library.ts";
import { evaluateGolden } from "../../src/evaluation/evaluate-golden.ts";
import { loadGolden } from "../../src/evaluation/load-golden.ts";

/** What is reached: raise them with what is won, and never lower one to get a change in. */
const RIGHT_AT_LEAST = [
  { folder: "content", slug: "xi-moscow-visit", right: 240 },
  { folder: "test/fixtures/articles", slug: "harbour-ferry", right: 37 },
];

function figuresOf(folder: string, slug: string) {
  const library = loadLibrary(folder);
  const articles = library.kind === "loaded" ? library.articles : [];
  const { sets, mistakes } = loadGolden(folder, articles);
  expect(mistakes).toEqual([]);

  const set = sets.find(({ article }) => article.slug === slug);
  if (!set) throw new Error(`${folder} has no golden questions of ${slug} → mend the name`);
  return evaluateGolden(set, prepareAnswers(articles));
}

// What was wrong, and why, is told by `npm run eval`.
test.each(RIGHT_AT_LEAST)(
  "of the golden questions of $slug at least $right are answered rightly",
  ({ folder, slug, right }) => {
    expect(figuresOf(folder, slug).right).toBeGreaterThanOrEqual(right);
  },
);

test.each(RIGHT_AT_LEAST)("no passage of $slug is shown with a wrong speaker", (floor) => {
  expect(figuresOf(floor.folder, floor.slug).misattributed).toEqual([]);
});

test.each(RIGHT_AT_LEAST)("no off-topic question gets a passage of $slug", (floor) => {
  expect(figuresOf(floor.folder, floor.slug).offTopicShown).toEqual([]);
});
