/** Learns the weights of the ranking, then of the confidence, from a set in SQuAD 2.0 form. */
import { readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { areaUnderRoc, percentOf } from "../evaluation/measures.ts";
import { parseSquad } from "../evaluation/squad.ts";
import { confidenceExamples, type Origin } from "../training/confidence-examples.ts";
import { crossValidatedPrecision, ingredientsTable } from "../training/ablation.ts";
import { learnConfidence, type LearnedConfidence } from "../training/learn-confidence.ts";
import { learnRanking, rankingExamples, weightsForOthers } from "../training/learn-ranking.ts";
import { bandsOf, reliabilityPlot } from "../training/reliability.ts";
import { FEATURES } from "../search/ranking/features.ts";
import { CONFIDENCE_FEATURES } from "../search/confidence/confidence-features.ts";
import { readLearnOptions } from "./learn-options.ts";

const options = readLearnOptions(process.argv.slice(2));
if (options.kind === "unclear") {
  console.error(options.message);
  process.exit(1);
}
const { kind, file } = options;
const set = parseSquad(JSON.parse(readFileSync(file, "utf8")));
const data = `${basename(file)}: ${set.articles.map(({ title }) => title).join(", ")}`;

const examples = rankingExamples(set);
const forOthers = weightsForOthers(examples);
const confidence = learnConfidence(
  confidenceExamples(set, (article) => forOthers.get(article) ?? new Float64Array(FEATURES.length)),
);
if (kind === "explain") {
  write("../../docs/ingredients.md", ingredientsTable(examples, basename(file)));
  write("../../docs/reliability.svg", reliabilityPlot(bandsOf(confidence.judged)));
} else {
  keep("ranking/ranking-weights.json", { data, weights: named(FEATURES, learnRanking(examples)) });
  const { intercept, weights, answeredFrom, unsureFrom } = confidence;
  keep("confidence/confidence-weights.json", {
    data,
    intercept,
    weights: named(CONFIDENCE_FEATURES, weights),
    answeredFrom,
    unsureFrom,
  });
}
report(crossValidatedPrecision(examples), confidence);

function named(names: readonly string[], values: Float64Array): Record<string, number> {
  return Object.fromEntries(names.map((name, at) => [name, Number(values[at]?.toFixed(4))]));
}

function keep(name: string, content: object): void {
  const place = `../search/${name}`;
  const text = `${JSON.stringify(content, undefined, 2)}\n`;
  if (kind === "learn") return write(place, text);
  if (readFileSync(new URL(place, import.meta.url), "utf8") === text) return;
  console.error(`${name} is not what is learned from ${data} → npm run learn -- ${file}`);
  process.exitCode = 1;
}

function write(place: string, text: string): void {
  writeFileSync(new URL(place, import.meta.url), text);
}

function report(precisionAt1: number, { judged, answeredFrom }: LearnedConfidence): void {
  const valuesOf = (origin: Origin) =>
    judged.filter((example) => example.origin === origin).map((example) => example.confidence);
  const own = judged.filter(({ origin }) => origin === "own");
  const isAnswered = own.map(
    (one) => one.confidence >= answeredFrom && one.answerability === "none",
  );
  const lines = [
    "cross-validated, every article by weights learned on the others:",
    `P@1: ${precisionAt1.toFixed(2)} %`,
    `off topic, AUROC: ${areaUnderRoc(valuesOf("own"), valuesOf("off-topic")).toFixed(2)} %`,
    `adversarial, AUROC: ${areaUnderRoc(valuesOf("own"), valuesOf("adversarial")).toFixed(2)} %`,
    `own answered: ${percentOf(isAnswered).toFixed(1)} %`,
    ...bandsOf(judged).map(
      ({ from, right, count }) =>
        `confidence ${from.toFixed(1)}: right ${right.toFixed(0)} % of ${count}`,
    ),
  ];
  console.log(lines.join("\n"));
}
