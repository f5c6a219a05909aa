import { readFileSync, statSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { areaUnderRoc, percentOf } from "../evaluation/measures.ts";
import { loadReaderSets, type ReaderSet } from "../evaluation/reader-questions.ts";
import type { QuestionSet } from "../evaluation/squad.ts";
import { printTree } from "../learned/boosted-trees.ts";
import { CONFIDENCE_FEATURES } from "../search/confidence/confidence-features.ts";
import { crossValidated, ablationTable, type RankingFigures } from "../training/ablation.ts";
import { confidenceExamples } from "../training/confidence-examples.ts";
import { encyclopediaQuestions, readersQuestions } from "../training/labelled-questions.ts";
import {
  learnConfidence,
  type JudgedExample,
  type LearnedConfidence,
} from "../training/learn-confidence.ts";
import {
  learnRanking,
  rankingExamples,
  rankingWeightsFrom,
  weightsByOthers,
} from "../training/learn-ranking.ts";
import { bandsOf, reliabilityPlot } from "../training/reliability.ts";
import { tradeOffLines, tradeOffPlot } from "../training/trade-off.ts";
import {
  complain,
  complainAboutUsage,
  defineCommand,
  EXIT_MISTAKE,
  printLine,
  type CommandIo,
} from "./command.ts";
import { printDiagnostics } from "./load-articles.ts";
import { loadSquad } from "./squad-file.ts";

const SPEC = {
  name: "learn",
  usage: [
    [
      "npm run learn -- FILE DIR…",
      "learns how to rank and how sure to be, from SQuAD and readers' sets",
    ],
    ["npm run learn -- FILE DIR=ARTICLES…", "the same, with the articles of a folder elsewhere"],
  ],
  options: {
    check: {
      type: "boolean",
      about: "writes nothing; fails if what it learns differs from what is in use",
    },
    explain: {
      type: "boolean",
      about: "writes docs/ingredients.md and the pictures of docs/ instead; takes minutes",
    },
  },
  maxArguments: 20,
  example: "npm run learn -- squad-dev.json news polnear=train/text --check",
} as const;

/** What is in use is not what was learned. */
const EXIT_OUTDATED = 1;

export const learn = defineCommand(SPEC, ({ values, positionals: [file, ...folders] }, io) => {
  if (file === undefined) return complainAboutUsage(SPEC, io, "learn from which file?");
  const squad = loadSquad(file, io);
  const readers = folders.map((folder) => loadReaders(folder, io));
  if (!squad || readers.includes(undefined)) return EXIT_MISTAKE;

  const sets = readers.flatMap((loaded) => loaded ?? []);
  const questions = [...encyclopediaQuestions(squad), ...readersQuestions(sets)];
  const examples = rankingExamples(questions);
  const weightsFor = weightsByOthers(examples);
  const confidence = learnConfidence(
    confidenceExamples(questions, (article) => rankingWeightsFrom(weightsFor(article))),
  );
  printLine(io.stdout, report(crossValidated(examples), confidence));
  if (values.explain === true) {
    const { judged, thresholds } = confidence;
    write("../../docs/reliability.svg", reliabilityPlot(bandsOf(judged)));
    write("../../docs/readers.svg", tradeOffPlot(tradeOffLines(judged, thresholds.answered)));
    write("../../docs/ingredients.md", ablationTable(examples));
    return 0;
  }
  const data = dataOf(file, squad, sets);
  const learned: readonly LearnedFile[] = [
    ["ranking/ranking-weights.json", { data, ...rankingWeightsFrom(learnRanking(examples)) }],
    ["confidence/confidence-model.json", { data, ...modelOf(confidence) }],
  ];
  if (values.check !== true) {
    for (const [name, content] of learned) write(`../search/${name}`, json(content));
    return 0;
  }
  const outdated = learned.filter(isOutdated).map(([name]) => name);
  if (outdated.length === 0) return 0;
  const again = ["npm run learn --", file, ...folders].join(" ");
  complain(io, `${outdated.join(", ")}: differs from what is learned from this data → ${again}`);
  return EXIT_OUTDATED;
});

function loadReaders(folder: string, io: CommandIo): readonly ReaderSet[] | undefined {
  const [questions = "", articles = questions] = folder.split("=");
  const missing = [questions, articles].find(
    (path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true,
  );
  if (missing !== undefined) {
    complain(io, `${missing} is not a folder`);
    return undefined;
  }
  const { sets, diagnostics } = loadReaderSets(questions, articles);
  printDiagnostics(diagnostics, io);
  return diagnostics.length > 0 ? undefined : sets;
}

/** What it was learned from. */
function dataOf(file: string, squad: QuestionSet, sets: readonly ReaderSet[]): string[] {
  return [
    `${basename(file)}: ${squad.articles.map(({ title }) => title).join(", ")}`,
    ...sets.map(({ name, chats }) => {
      const articles = new Set(chats.map(({ article }) => article));
      return `${name}: ${chats.length} readers' questions on ${articles.size} articles`;
    }),
  ];
}

function modelOf({ trees, thresholds }: LearnedConfidence) {
  return {
    features: CONFIDENCE_FEATURES,
    trees: {
      answers: trees.answers.map(printTree),
      amongThree: trees.amongThree.map(printTree),
      onTopic: trees.onTopic.map(printTree),
    },
    thresholds,
  };
}

/** A path in src/search, and what belongs there. */
type LearnedFile = readonly [name: string, content: object];

function isOutdated([name, content]: LearnedFile): boolean {
  return readFileSync(new URL(`../search/${name}`, import.meta.url), "utf8") !== json(content);
}

function json(content: object): string {
  return `${JSON.stringify(content, undefined, 2)}\n`;
}

function write(path: string, text: string): void {
  writeFileSync(new URL(path, import.meta.url), text);
}

function report(
  ranking: readonly RankingFigures[],
  { judged, thresholds }: LearnedConfidence,
): string {
  return [
    "cross-validated, every article by what was learned on the articles of the other folds:",
    ...ranking.flatMap(({ set, first, amongThree }) => [
      `${set}: right first ${first.toFixed(1)} %, among three ${amongThree.toFixed(1)} %`,
      ...verdictsOn(
        judged.filter((one) => one.set === set),
        thresholds,
      ),
    ]),
    `thresholds: ${JSON.stringify(thresholds)}`,
    ...bandsOf(judged).map(
      ({ from, right, count }) =>
        `confidence ${from.toFixed(1)}: right ${right.toFixed(0)} % of ${count}`,
    ),
  ].join("\n");
}

function verdictsOn(
  judged: readonly JudgedExample[],
  { answered, closest, near }: LearnedConfidence["thresholds"],
): string[] {
  const origins = [...new Set(judged.map(({ origin }) => origin))];
  const own = judged.filter(({ origin }) => origin === "own");
  const isAnswered = ({ likelihoods }: JudgedExample) => likelihoods.answers >= answered;
  const shown = judged.filter((one) => one.origin !== "off-topic" && isAnswered(one));
  const isNothing = ({ likelihoods: { answers, amongThree, onTopic } }: JudgedExample) =>
    answers < answered && amongThree < closest && onTopic < near;
  return [
    `  right of those answered: ${percentOf(shown.map(({ is }) => is.answers)).toFixed(1)} %, own answered rightly: ${percentOf(own.map((one) => isAnswered(one) && one.is.answers)).toFixed(1)} %`,
    ...origins.map((origin) => {
      const some = judged.filter((one) => one.origin === origin);
      const auroc = areaUnderRoc(
        own.map(({ likelihoods }) => likelihoods.answers),
        some.map(({ likelihoods }) => likelihoods.answers),
      );
      return `  ${origin}: answered ${percentOf(some.map(isAnswered)).toFixed(1)} %, nothing ${percentOf(some.map(isNothing)).toFixed(1)} %${origin === "own" ? "" : `, AUROC ${auroc.toFixed(1)} %`}`;
    }),
  ];
}
