import { forestOf, sumOfTrees } from "../../learned/boosted-trees.ts";
import { IS_SPOKEN } from "../../import/attribute/people/find-speakers.ts";
import { logistic } from "../../import/attribute/tagging/tagger.ts";
import { percentOf } from "../../evaluation/measures.ts";
import { SENTENCE_FEATURES } from "../../import/attribute/tagging/sentence-features.ts";
import { boostTrees } from "../boost-trees.ts";
import { FOLDS } from "../folds.ts";
import { GROWTH, type LearnedAttribution, type Lesson } from "./learn-attribution.ts";
import type { Attributed } from "./learn-reliability.ts";
import type { MarkedSentence } from "./marked-sentences.ts";

type Example = {
  readonly row: Float64Array;
  readonly isTrue: boolean;
  readonly importance: number;
  readonly fold: number;
};

/** What a sentence is judged by, as groups of features. */
const GROUPS: Readonly<Record<string, RegExp>> = {
  "its tokens, judged by the words around them": /^first content$/u,
  "its tokens, judged again by the tokens around them":
    /^(?:content|letters of content|strongest content)/u,
  "cues and speakers in it": /cue|speaker/u,
  "quotation marks": /quot/u,
  "its words": /^by words$/u,
  "its length": /^words$/u,
  "the article as a whole, and the place in it": /article|sentences|paragraph/u,
};

/** A table of what each group of features adds, and one of how well each kind of quotation is found, in Markdown. */
export function attributionFigures(
  lessons: readonly Lesson[],
  { rows }: LearnedAttribution,
  attributed: readonly Attributed[],
): string {
  const examples = lessons.flatMap((lesson, article) =>
    lesson.map(({ speaker }, number): Example => {
      const row = rows[article]?.[number] ?? new Float64Array();
      return { row, isTrue: speaker !== undefined, importance: 1, fold: article % FOLDS };
    }),
  );
  const all = f1(examples);
  const ablated = Object.entries(GROUPS).map(([group, pattern]) => {
    const loss = f1(examples.map((example) => without(example, pattern))) - all;
    return `| ${group} | ${loss.toFixed(1)} |`;
  });
  return [
    `| left out | change of F1 (${all.toFixed(1)}) |`,
    "| --- | --- |",
    ...ablated,
    "",
    "| marked as | sentences | told right | speaker right, of those |",
    "| --- | --- | --- | --- |",
    ...kindLines(lessons.flat(), attributed),
  ].join("\n");
}

function without(example: Example, pattern: RegExp): Example {
  const row = example.row.map((value, at) =>
    pattern.test(SENTENCE_FEATURES[at] ?? "") ? 0 : value,
  );
  return { ...example, row };
}

/** Folds to compare on: all of them would take a quarter of an hour. */
const COMPARED = 2;

/** Cross-validated. */
function f1(examples: readonly Example[]): number {
  let [right, proposed, marked] = [0, 0, 0];
  for (let fold = 0; fold < COMPARED; fold += 1) {
    const trees = forestOf(
      boostTrees(
        examples.filter((example) => example.fold !== fold),
        GROWTH,
      ),
    );
    for (const { row, isTrue } of examples.filter((example) => example.fold === fold)) {
      marked += isTrue ? 1 : 0;
      if (logistic(sumOfTrees(trees, row)) < IS_SPOKEN) continue;
      proposed += 1;
      right += isTrue ? 1 : 0;
    }
  }
  return (200 * right) / Math.max(1, proposed + marked);
}

const KINDS = ["direct", "mixed", "indirect", "narration"] as const;

function kindLines(
  sentences: readonly MarkedSentence[],
  attributed: readonly Attributed[],
): string[] {
  const spoken = new Set(attributed.map(({ place }) => place));
  const kinds = sentences.map(kindOfQuotation);
  return KINDS.map((kind) => {
    const told = kinds.flatMap((one, at) =>
      one === kind ? [spoken.has(at) === (kind !== "narration")] : [],
    );
    const speakers = attributed.flatMap(({ place, isRight }) =>
      kinds[place] === kind && isRight !== undefined ? [isRight] : [],
    );
    const right = speakers.length === 0 ? "" : `${percentOf(speakers).toFixed(0)} %`;
    return `| ${kind} | ${told.length} | ${percentOf(told).toFixed(0)} % | ${right} |`;
  });
}

const ALL = 0.85;
const SOME = 0.1;

function kindOfQuotation({ sentence, marks, speaker }: MarkedSentence): (typeof KINDS)[number] {
  if (speaker === undefined) return "narration";
  const said = sentence.tokens.filter(({ isWord }, at) => isWord && marks.content[at] === 1);
  const quoted = said.filter(({ quotation }) => quotation >= 0).length / Math.max(1, said.length);
  if (quoted >= ALL) return "direct";
  return quoted > SOME ? "mixed" : "indirect";
}
