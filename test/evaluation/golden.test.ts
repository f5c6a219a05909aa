import { basename } from "node:path";
import { expect, test } from "vitest";
import { prepareAnswers } from "../../src/answer/answer-question.ts";
import { loadLibrary } from "../../src/article/loading/load-library.ts";
import { evaluateGolden } from "../../src/evaluation/evaluate-golden.ts";
import { loadGolden } from "../../src/evaluation/load-golden.ts";
import { KNOWN_MISSES } from "./known-misses.ts";

function evaluateFolder(folder: string) {
  const library = loadLibrary(folder);
  if (library.kind === "faulty") throw new Error(`${folder} has mistakes → npm run eval`);
  const { sets, diagnostics } = loadGolden(folder, library.articles);
  if (diagnostics.length > 0) throw new Error(`${folder} has mistakes → npm run eval`);
  const answerQuestion = prepareAnswers(library.articles);
  return sets.map((set) => evaluateGolden(set, answerQuestion));
}

/** Evaluated once, for all tests below. */
const SETS = [...evaluateFolder("content"), ...evaluateFolder("test/fixtures/articles")].map(
  (figures) => {
    const name = basename(figures.file, ".questions.yaml");
    const { questions, misses } = KNOWN_MISSES[name] ?? { questions: 0, misses: [] };
    return { name, figures, questions, misses: new Set(misses) };
  },
);

test("every set of golden questions has its list of known misses", () => {
  expect(SETS.map(({ name }) => name).toSorted()).toEqual(Object.keys(KNOWN_MISSES).toSorted());
});

test.each(SETS)(
  "every question of $name is answered right, except known misses",
  ({ figures, misses }) => {
    const turnedWrong = figures.wrong
      .filter(({ path }) => !misses.has(path))
      .map(({ line, path, faults }) => `${figures.file}:${line} “${path}”: ${faults.join("; ")}`);
    expect(turnedWrong).toEqual([]);
  },
);

test.each(SETS)(
  "every known miss of $name is still wrong, or must be removed from the list",
  (set) => {
    const wrong = new Set(set.figures.wrong.map(({ path }) => path));
    expect([...set.misses].filter((path) => !wrong.has(path))).toEqual([]);
  },
);

test.each(SETS)("no question of $name was removed", ({ figures, questions }) => {
  expect(figures.total).toBeGreaterThanOrEqual(questions);
});

test.each(SETS)("no passage of $name is shown with a wrong speaker", ({ figures }) => {
  expect(figures.misattributed).toEqual([]);
});

test.each(SETS)("no off-topic question gets a passage of $name", ({ figures }) => {
  expect(figures.offTopicShown).toEqual([]);
});
