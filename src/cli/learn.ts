/**
 * Learns the weights of the ranking, then of the confidence, from a set in SQuAD 2.0 form.
 * With `--check` nothing is written: it fails if other weights are learned than are in use.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { percentOf } from "../evaluation/measures.ts";
import { parseSquad } from "../evaluation/squad.ts";
import { learnConfidence } from "../learning/learn-confidence.ts";
import {
  isRightFirst,
  learnRanking,
  rankingExamples,
  weightsForOthers,
} from "../learning/learn-ranking.ts";
import { FEATURES } from "../search/features.ts";
import { SIGNS } from "../search/signs.ts";

const [file, option] = process.argv.slice(2);
if (file === undefined) throw new Error("learn from what? → npm run learn -- FILE [--check]");
const set = parseSquad(JSON.parse(readFileSync(file, "utf8")));
const data = `${basename(file)}: ${set.articles.map(({ title }) => title).join(", ")}`;

const examples = rankingExamples(set);
const weights = named(FEATURES, learnRanking(examples));
keep("ranking-weights.json", { data, weights });

const forOthers = weightsForOthers(examples);
const weightsFor = (article: string) => forOthers.get(article) ?? new Float64Array(FEATURES.length);
const isRight = examples.map((example) => isRightFirst(example, weightsFor(example.article)));
console.log(`P@1, cross-validated: ${percentOf(isRight).toFixed(2)} %`);

const confidence = learnConfidence(set, weightsFor);
keep("confidence-weights.json", {
  data,
  ...confidence,
  weights: named(SIGNS, confidence.weights),
});

function named(names: readonly string[], values: Float64Array): Record<string, number> {
  return Object.fromEntries(names.map((name, at) => [name, Number(values[at]?.toFixed(4))]));
}

function keep(name: string, content: object): void {
  const place = new URL(`../search/${name}`, import.meta.url);
  const text = `${JSON.stringify(content, undefined, 2)}\n`;
  if (option !== "--check") return writeFileSync(place, text);
  if (readFileSync(place, "utf8") === text) return;
  console.error(`${name} is not what is learned from ${data} → npm run learn -- ${file}`);
  process.exitCode = 1;
}
