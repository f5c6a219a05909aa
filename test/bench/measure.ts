/** Measures one engine and prints its figures as JSON: measure.ts ENGINE SQUAD-FILE SIZE… */
import { readFileSync } from "node:fs";
import { parseSquad } from "../../src/evaluation/squad.ts";
import { ENGINES } from "./engines.ts";
import { grownCollection } from "./grown-collection.ts";
import { measureAtArticleSize } from "./measure-quality.ts";
import { measureGrown } from "./measure-times.ts";
import type { Grown, Measures } from "./measures.ts";

/** Enough for a rough p99, few enough for slow engines. */
const QUESTIONS = 300;

const [id = "", file = "", ...sizes] = process.argv.slice(2);
const load = ENGINES[id];
if (!load) throw new Error(`no engine ${id} → one of ${Object.keys(ENGINES).join(", ")}`);
const engine = await load();
const set = parseSquad(JSON.parse(readFileSync(file, "utf8")));

const every = Math.max(1, Math.floor(set.answerable.length / QUESTIONS));
const questions = set.answerable
  .filter((_asked, number) => number % every === 0)
  .map(({ question }) => question);
const passages = set.articles
  .flatMap(({ sections }) => sections)
  .flatMap((section) => section.passages.map(({ text }) => text));

const atArticleSize = await measureAtArticleSize(engine, set);
const grown: Grown[] = [];
for (const size of sizes) {
  grown.push(await measureGrown(engine, grownCollection(passages, Number(size)), questions));
}
const measures: Measures = { name: engine.name, ...atArticleSize, grown };
console.log(JSON.stringify(measures));
