import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { readText } from "../../../src/import/attribute/read-text.ts";
import { printModel } from "../../../src/import/attribute/tagging/attribution-model.ts";
import { weighSentences } from "../../../src/import/attribute/tagging/weigh-sentences.ts";
import { wordTests } from "../../../src/import/attribute/word-lists.ts";
import { packFor } from "../../../src/languages/packs.ts";
import { runSteps } from "../../../src/languages/steps.ts";
import { attributionFigures } from "../../../src/training/attribution/attribution-figures.ts";
import { learnAttribution } from "../../../src/training/attribution/learn-attribution.ts";
import { attributedIn } from "../../../src/training/attribution/learn-reliability.ts";
import { markedSentences } from "../../../src/training/attribution/marked-sentences.ts";
import { measureAttribution } from "../../../src/training/attribution/measure-attribution.ts";
import { readPolnear } from "../../../src/training/attribution/polnear.ts";
import { markedFolder } from "./marked-folder.ts";

vi.setConfig({ testTimeout: 60_000 });

const ENGLISH = packFor("en");
/** Few vectors: they are quickly grouped. */
const PACK = { ...ENGLISH, wordVectors: { ...ENGLISH.wordVectors, size: 300 } };
/** Trees rest on dozens of sentences each. */
const COPIES = 60;

test("what is marked in some articles is found in another", () => {
  const lessons = readPolnear(join(markedFolder(COPIES), "train")).map(markedSentences);
  const learned = learnAttribution(lessons, PACK);
  const text = readText([
    "A boat is late",
    "Owen Price said the boat was late. The ferry sails at ten.",
    "“Nobody saw it,” he said.",
  ]);
  const [, said, told] = runSteps(weighSentences(text, learned.model, PACK));
  expect(said?.spoken).toBeGreaterThan(0.5);
  expect(told?.spoken).toBeLessThan(0.5);
  expect(said?.tags.cue.indexOf(Math.max(...(said?.tags.cue ?? [])))).toBe(2);

  const words = wordTests(PACK.attribution, PACK.terms.isStopWord);
  const attributed = attributedIn(lessons, learned.weighed, words);
  expect(measureAttribution(lessons, attributed, learned.model.reliability)).toMatch(
    /^precision 100\.0, recall 100\.0, F1 100\.0, right speaker 100\.0 %/u,
  );
  const figures = attributionFigures(lessons, learned, attributed);
  expect(figures).toContain(`| direct | ${COPIES} | 100 % |`);
  expect(figures).toContain(`| narration | ${2 * COPIES} | 100 % |`);
  expect(Object.keys(printModel(learned.model))).toContain("reliability");
});
