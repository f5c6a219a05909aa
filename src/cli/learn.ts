/** Learns the weights of the ranking and of the confidence from a set in SQuAD 2.0 form. */
import { readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { percentOf } from "../evaluation/measures.ts";
import { parseSquad } from "../evaluation/squad.ts";
import { learnConfidence } from "../learning/learn-confidence.ts";
import { crossValidate, learnRanking, rankingExamples } from "../learning/learn-ranking.ts";
import { FEATURES } from "../search/features.ts";
import { SIGNS } from "../search/signs.ts";

const USAGE = "what to learn and from what? → npm run learn ranking|confidence FILE";

const [what, file] = process.argv.slice(2);
if (file === undefined) throw new Error(USAGE);
const set = parseSquad(JSON.parse(readFileSync(file, "utf8")));

if (what === "ranking") ranking();
else if (what === "confidence") confidence();
else throw new Error(USAGE);

function ranking(): void {
  const examples = rankingExamples(set);
  const weights = named(FEATURES, learnRanking(examples));
  write("ranking-weights.json", { data: dataName(), weights });
  console.log(`P@1, cross-validated: ${percentOf(crossValidate(examples)).toFixed(2)} %`);
}

function confidence(): void {
  const { intercept, weights, answeredFrom, unsureFrom } = learnConfidence(set);
  const content = { intercept, answeredFrom, unsureFrom, weights: named(SIGNS, weights) };
  write("confidence-weights.json", { data: dataName(), ...content });
}

function dataName(): string {
  return `${basename(file ?? "")}: ${set.articles.map(({ title }) => title).join(", ")}`;
}

function named(names: readonly string[], values: Float64Array): Record<string, number> {
  return Object.fromEntries(names.map((name, at) => [name, Number(values[at]?.toFixed(4))]));
}

function write(name: string, content: object): void {
  const place = new URL(`../search/${name}`, import.meta.url);
  writeFileSync(place, `${JSON.stringify(content, undefined, 2)}\n`);
}
