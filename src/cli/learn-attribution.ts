import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  printModel,
  type AttributionModel,
} from "../import/attribute/tagging/attribution-model.ts";
import { weighSentences } from "../import/attribute/tagging/weigh-sentences.ts";
import { wordTests } from "../import/attribute/word-lists.ts";
import type { LanguagePack } from "../languages/language-pack.ts";
import { packFor } from "../languages/packs.ts";
import { runSteps } from "../languages/steps.ts";
import { learnAttribution, type Lesson } from "../training/attribution/learn-attribution.ts";
import { attributionFigures } from "../training/attribution/attribution-figures.ts";
import { attributedIn } from "../training/attribution/learn-reliability.ts";
import { markedSentences } from "../training/attribution/marked-sentences.ts";
import { measureAttribution } from "../training/attribution/measure-attribution.ts";
import { readPolnear } from "../training/attribution/polnear.ts";
import { complain, complainAboutUsage, defineCommand, EXIT_MISTAKE, printLine } from "./command.ts";

const SPEC = {
  name: "learn-attribution",
  usage: [
    [
      "npm run learn-attribution -- DIR",
      "learns from articles marked by hand who says what; takes some minutes",
    ],
  ],
  options: {
    check: {
      type: "boolean",
      about: "writes nothing; fails if what it learns differs from what is in use",
    },
    explain: {
      type: "boolean",
      about:
        "also prints what each group of features adds and how well each kind of quotation is found",
    },
  },
  maxArguments: 1,
  example: "npm run learn-attribution -- polnear --check",
} as const;

const MODEL = new URL("../import/attribute/tagging/attribution-model.json", import.meta.url);
/** What is in use is not what was learned. */
const EXIT_OUTDATED = 1;

/** Learns from `train` in a folder of PolNeAR, and tells how well that does on `train` itself and on `dev`. */
export const learnWhoSpeaks = defineCommand(SPEC, ({ values, positionals: [folder] }, io) => {
  if (folder === undefined) return complainAboutUsage(SPEC, io, "learn from which folder?");
  const missing = ["train", "dev"].find(
    (part) => statSync(join(folder, part), { throwIfNoEntry: false })?.isDirectory() !== true,
  );
  if (missing !== undefined) {
    complain(io, `${join(folder, missing)} is not a folder`);
    return EXIT_MISTAKE;
  }
  const pack = packFor("en");
  const words = wordTests(pack.attribution, pack.terms.isStopWord);
  const lessons = lessonsIn(join(folder, "train"));
  const learnedNow = learnAttribution(lessons, pack);
  const { model, weighed } = learnedNow;
  if (values.explain === true) {
    const attributed = attributedIn(lessons, weighed, words);
    printLine(io.stdout, attributionFigures(lessons, learnedNow, attributed));
  }
  const unseen = lessonsIn(join(folder, "dev"));
  const unseenWeighed = unseen.map((lesson) => weigh(lesson, model, pack));
  for (const [part, texts, results] of [
    ["train, cross-validated", lessons, weighed],
    ["dev", unseen, unseenWeighed],
  ] as const) {
    const attributed = attributedIn(texts, results, words);
    printLine(io.stdout, `${part}: ${measureAttribution(texts, attributed, model.reliability)}`);
  }
  const learned = `${JSON.stringify(printModel(model), undefined, 2)}\n`;
  if (values.check !== true) {
    writeFileSync(MODEL, learned);
    return 0;
  }
  if (readFileSync(MODEL, "utf8") === learned) return 0;
  complain(io, `differs from what is learned → npm run learn-attribution -- ${folder}`);
  return EXIT_OUTDATED;
});

function lessonsIn(folder: string): Lesson[] {
  return readPolnear(folder).map(markedSentences);
}

function weigh(lesson: Lesson, model: AttributionModel, pack: LanguagePack) {
  const sentences = lesson.map(({ sentence }) => sentence);
  return runSteps(weighSentences(sentences, model, pack));
}
