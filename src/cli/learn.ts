import { readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { areaUnderRoc, percentOf } from "../evaluation/measures.ts";
import { CONFIDENCE_FEATURES } from "../search/confidence/confidence-features.ts";
import { RANKING_FEATURES } from "../search/ranking/features.ts";
import { crossValidatedPrecision, ablationTable } from "../training/ablation.ts";
import { confidenceExamples, type Origin } from "../training/confidence-examples.ts";
import { learnConfidence, type LearnedConfidence } from "../training/learn-confidence.ts";
import {
  learnRanking,
  rankingExamples,
  rankingWeightsFrom,
  weightsForOthers,
} from "../training/learn-ranking.ts";
import { bandsOf, reliabilityPlot } from "../training/reliability.ts";
import { complain, complainAboutUsage, defineCommand, EXIT_MISTAKE, printLine } from "./command.ts";
import { loadSquad } from "./squad-file.ts";

const SPEC = {
  name: "learn",
  usage: [
    [
      "npm run learn -- FILE",
      "learns the weights of ranking, then of confidence, from a set in SQuAD 2.0 format",
    ],
  ],
  options: {
    check: {
      type: "boolean",
      about: "writes nothing; fails if the weights in use differ from what it learns",
    },
    explain: {
      type: "boolean",
      about: "writes docs/ingredients.md and docs/reliability.svg instead; takes minutes",
    },
  },
  maxArguments: 1,
  example: "npm run learn -- squad-dev.json --check",
} as const;

/** The weights in use are not those that were learned. */
const EXIT_OUTDATED = 1;

export const learn = defineCommand(SPEC, ({ values, positionals: [file] }, io) => {
  if (file === undefined) return complainAboutUsage(SPEC, io, "learn from which file?");
  const set = loadSquad(file, io);
  if (!set) return EXIT_MISTAKE;
  const data = `${basename(file)}: ${set.articles.map(({ title }) => title).join(", ")}`;

  const examples = rankingExamples(set);
  const forOthers = weightsForOthers(examples);
  const confidence = learnConfidence(
    confidenceExamples(set, (article) => {
      const row = forOthers.get(article);
      return row && rankingWeightsFrom(row);
    }),
  );
  printLine(io.stdout, report(crossValidatedPrecision(examples), confidence));
  if (values.explain === true) {
    write("../../docs/ingredients.md", ablationTable(examples, basename(file)));
    write("../../docs/reliability.svg", reliabilityPlot(bandsOf(confidence.judged)));
    return 0;
  }
  const { intercept, weights, answeredFrom, unsureFrom } = confidence;
  const learned: readonly WeightsFile[] = [
    [
      "ranking/ranking-weights.json",
      { data, weights: named(RANKING_FEATURES, learnRanking(examples)) },
    ],
    [
      "confidence/confidence-weights.json",
      { data, intercept, weights: named(CONFIDENCE_FEATURES, weights), answeredFrom, unsureFrom },
    ],
  ];
  if (values.check !== true) {
    for (const [name, content] of learned) write(`../search/${name}`, json(content));
    return 0;
  }
  const outdated = learned.filter(isOutdated).map(([name]) => name);
  if (outdated.length === 0) return 0;
  complain(
    io,
    `${outdated.join(", ")}: differs from what is learned from ${data} → npm run learn -- ${file}`,
  );
  return EXIT_OUTDATED;
});

/** A path in src/search, and what belongs there. */
type WeightsFile = readonly [name: string, content: object];

function named(names: readonly string[], values: Float64Array): Record<string, number> {
  return Object.fromEntries(names.map((name, at) => [name, Number(values[at]?.toFixed(4))]));
}

function isOutdated([name, content]: WeightsFile): boolean {
  return readFileSync(new URL(`../search/${name}`, import.meta.url), "utf8") !== json(content);
}

function json(content: object): string {
  return `${JSON.stringify(content, undefined, 2)}\n`;
}

function write(path: string, text: string): void {
  writeFileSync(new URL(path, import.meta.url), text);
}

function report(precisionAt1: number, { judged, answeredFrom }: LearnedConfidence): string {
  const valuesOf = (origin: Origin) =>
    judged.filter((example) => example.origin === origin).map((example) => example.confidence);
  const own = judged.filter(({ origin }) => origin === "own");
  const isAnswered = own.map(
    (one) => one.confidence >= answeredFrom && one.answerability === "answers",
  );
  return [
    "cross-validated, every article by weights learned on the others:",
    `P@1: ${precisionAt1.toFixed(2)} %`,
    `off topic, AUROC: ${areaUnderRoc(valuesOf("own"), valuesOf("off-topic")).toFixed(2)} %`,
    `adversarial, AUROC: ${areaUnderRoc(valuesOf("own"), valuesOf("adversarial")).toFixed(2)} %`,
    `own answered: ${percentOf(isAnswered).toFixed(1)} %`,
    ...bandsOf(judged).map(
      ({ from, right, count }) =>
        `confidence ${from.toFixed(1)}: right ${right.toFixed(0)} % of ${count}`,
    ),
  ].join("\n");
}
