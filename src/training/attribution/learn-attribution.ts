import { forestOf, sumOfTrees } from "../../learned/boosted-trees.ts";
import type { AttributionModel } from "../../import/attribute/tagging/attribution-model.ts";
import { contextFeatures } from "../../import/attribute/tagging/context-features.ts";
import { type Tag, type Tags, type TaggedSentence } from "../../import/attribute/tagging/tags.ts";
import { sentenceFeatures } from "../../import/attribute/tagging/sentence-features.ts";
import { sentenceWordFeatures } from "../../import/attribute/tagging/sentence-word-features.ts";
import type { WeighedSentence } from "../../import/attribute/tagging/weigh-sentences.ts";
import { likelihood, logistic, type Tagger } from "../../import/attribute/tagging/tagger.ts";
import { classLookup } from "../../import/attribute/tagging/word-classes.ts";
import type { LanguagePack } from "../../languages/language-pack.ts";
import { learnWordClasses } from "./learn-word-classes.ts";
import { wordFeatures } from "../../import/attribute/tagging/word-features.ts";
import { boostTrees } from "../boost-trees.ts";
import { FOLDS } from "../folds.ts";
import {
  featureRows,
  learnTagger,
  rowOf,
  type FeatureRows,
  type TaggerSettings,
} from "./learn-tagger.ts";
import { attributedIn, learnReliability } from "./learn-reliability.ts";
import { wordTests } from "../../import/attribute/word-lists.ts";
import type { MarkedSentence } from "./marked-sentences.ts";

/** An article with its sentences marked by hand. */
export type Lesson = readonly MarkedSentence[];

export type LearnedAttribution = {
  /** Features of every sentence. */
  readonly rows: readonly (readonly Float64Array[])[];
  readonly model: AttributionModel;
  /** Every sentence as models learned on the articles of the other folds weigh it. */
  readonly weighed: readonly (readonly WeighedSentence[])[];
};

const OF_TOKENS: TaggerSettings = { passes: 2, rate: 0.1 };
const OF_SENTENCES: TaggerSettings = { passes: 4, rate: 0.03 };
export const GROWTH = { trees: 240, rate: 0.07 } as const;

/**
 * Learns in layers, each from what the one below says of articles that it was not learned on: tokens by the words
 * around them, tokens again by what those around them have been taken for, sentences by their tokens.
 */
export function learnAttribution(
  lessons: readonly Lesson[],
  pack: LanguagePack,
): LearnedAttribution {
  const classes = learnWordClasses(pack.wordVectors);
  const classesOf = classLookup(classes, pack);
  const words = wordTests(pack.attribution, pack.terms.isStopWord);
  const foldOfToken = lessons.flatMap((lesson, number) =>
    lesson.flatMap(({ sentence }) => sentence.tokens.map(() => number % FOLDS)),
  );
  const surroundings = featureRows(
    tokenRows(lessons, (lesson) => lesson.map(({ sentence }) => wordFeatures(sentence, classesOf))),
  );
  const first = learnTags(lessons, surroundings, foldOfToken);
  const contexts = featureRows(
    tokenRows(first.tagged, (text) => text.map((_, number) => contextFeatures(text, number))),
  );
  const again = learnTags(lessons, contexts, foldOfToken);
  const byWords = learnByWords(lessons);

  let place = 0;
  const rows = lessons.map((lesson, article) =>
    sentenceFeatures(
      lesson.map(({ sentence }, number) => ({
        sentence,
        tags: again.tagged[article]?.[number]?.tags ?? NO_TAGS,
        firstContent: first.tagged[article]?.[number]?.tags.content ?? new Float32Array(),
        byWords: byWords.likelihoods[place++] ?? 0,
      })),
    ),
  );
  const { trees, spoken } = learnTrees(lessons, rows);
  const weighed = lessons.map((lesson, article) =>
    lesson.map(({ sentence }, number) => ({
      sentence,
      tags: again.tagged[article]?.[number]?.tags ?? NO_TAGS,
      spoken: spoken[article]?.[number] ?? 0,
      speech: sentence.tokens.map(({ quotation }) => quotation >= 0),
    })),
  );
  const reliability = learnReliability(attributedIn(lessons, weighed, words));
  return {
    model: {
      classes,
      first: first.taggers,
      again: again.taggers,
      byWords: byWords.tagger,
      trees,
      forest: forestOf(trees),
      reliability,
    },
    rows,
    weighed,
  };
}

const NO_TAGS: Tags = {
  cue: new Float32Array(),
  speaker: new Float32Array(),
  content: new Float32Array(),
};

function* tokenRows<Text>(
  texts: readonly Text[],
  featuresOf: (text: Text) => readonly (readonly Int32Array[])[],
): Generator<Int32Array> {
  for (const text of texts) for (const sentence of featuresOf(text)) yield* sentence;
}

function learnTags(lessons: readonly Lesson[], rows: FeatureRows, folds: readonly number[]) {
  const learn = (tag: Tag) => crossLearn(rows, marksOf(lessons, tag), folds, OF_TOKENS);
  const [cue, speaker, content] = [learn("cue"), learn("speaker"), learn("content")];
  let start = 0;
  const tagged = lessons.map((lesson) =>
    lesson.map(({ sentence }): TaggedSentence => {
      const [from, to] = [start, start + sentence.tokens.length];
      start = to;
      return {
        sentence,
        tags: {
          cue: cue.likelihoods.subarray(from, to),
          speaker: speaker.likelihoods.subarray(from, to),
          content: content.likelihoods.subarray(from, to),
        },
      };
    }),
  );
  return {
    taggers: { cue: cue.tagger, speaker: speaker.tagger, content: content.tagger },
    tagged,
  };
}

function marksOf(lessons: readonly Lesson[], tag: Tag): Uint8Array {
  return Uint8Array.from(
    lessons.flatMap((lesson) => lesson.flatMap(({ marks }) => Array.from(marks[tag]))),
  );
}

function learnByWords(lessons: readonly Lesson[]) {
  const rows = featureRows(
    lessons.flatMap((lesson) => {
      const sentences = lesson.map(({ sentence }) => sentence);
      return sentences.map((_, number) => sentenceWordFeatures(sentences, number));
    }),
  );
  const folds = lessons.flatMap((lesson, number) => lesson.map(() => number % FOLDS));
  const isSpoken = Uint8Array.from(
    lessons.flatMap((lesson) => lesson.map(({ speaker }) => (speaker === undefined ? 0 : 1))),
  );
  return crossLearn(rows, isSpoken, folds, OF_SENTENCES);
}

/** A tagger learned on all rows, and how each row is judged by those learned on the other folds. */
function crossLearn(
  rows: FeatureRows,
  isTrue: Uint8Array,
  folds: readonly number[],
  settings: TaggerSettings,
): { tagger: Tagger; likelihoods: Float32Array } {
  const all = Int32Array.from(folds.keys());
  const likelihoods = new Float32Array(rows.size);
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const others = all.filter((row) => folds[row] !== fold);
    const tagger = learnTagger(rows, isTrue, others, settings);
    for (const row of all) {
      if (folds[row] === fold) likelihoods[row] = likelihood(rowOf(rows, row), tagger);
    }
  }
  return { tagger: learnTagger(rows, isTrue, all, settings), likelihoods };
}

function learnTrees(lessons: readonly Lesson[], rows: readonly (readonly Float64Array[])[]) {
  const examples = lessons.flatMap((lesson, article) =>
    lesson.map(({ speaker }, number) => ({
      row: rows[article]?.[number] ?? new Float64Array(),
      isTrue: speaker !== undefined,
      importance: 1,
      fold: article % FOLDS,
    })),
  );
  const byFold = Array.from({ length: FOLDS }, (_, fold) =>
    forestOf(
      boostTrees(
        examples.filter((example) => example.fold !== fold),
        GROWTH,
      ),
    ),
  );
  const spoken = rows.map((ofArticle, article) =>
    ofArticle.map((row) => logistic(sumOfTrees(byFold[article % FOLDS] ?? NO_TREES, row))),
  );
  return { trees: boostTrees(examples, GROWTH), spoken };
}

const NO_TREES = forestOf([]);
