import { sumOfTrees } from "../../../learned/boosted-trees.ts";
import type { LanguagePack } from "../../../languages/language-pack.ts";
import type { Steps } from "../../../languages/steps.ts";
import type { Sentence } from "../read-text.ts";
import type { AttributionModel } from "./attribution-model.ts";
import { contextFeatures } from "./context-features.ts";
import { type Tag, type Tags, type TaggedSentence } from "./tags.ts";
import { sentenceFeatures } from "./sentence-features.ts";
import { sentenceWordFeatures } from "./sentence-word-features.ts";
import { likelihood, logistic, type Tagger } from "./tagger.ts";
import { classLookup } from "./word-classes.ts";
import { wordFeatures } from "./word-features.ts";

/** A sentence with what its tokens are taken for, and how likely it is that somebody else says it. */
export type WeighedSentence = TaggedSentence & {
  readonly spoken: number;
  /** By token: whether it is somebody's own word. */
  readonly speech: readonly boolean[];
};

/** Judges each sentence of a text by what was learned from articles marked by hand. */
export function* weighSentences(
  sentences: readonly Sentence[],
  { classes, first, again, byWords, forest }: AttributionModel,
  pack: LanguagePack,
): Steps<WeighedSentence[]> {
  const classesOf = classLookup(classes, pack);
  const tagged: TaggedSentence[] = [];
  for (const sentence of sentences) {
    tagged.push({ sentence, tags: tagsOf(wordFeatures(sentence, classesOf), first) });
    yield;
  }
  const judged = [];
  for (const [number, { sentence, tags }] of tagged.entries()) {
    judged.push({
      sentence,
      tags: tagsOf(contextFeatures(tagged, number), again),
      firstContent: tags.content,
      byWords: likelihood(sentenceWordFeatures(sentences, number), byWords),
    });
    yield;
  }
  const rows = sentenceFeatures(judged);
  yield;
  return judged.map(({ sentence, tags }, number) => ({
    sentence,
    tags,
    speech: sentence.tokens.map(({ quotation }) => quotation >= 0),
    spoken: logistic(sumOfTrees(forest, rows[number] ?? new Float64Array())),
  }));
}

function tagsOf(features: readonly Int32Array[], taggers: Readonly<Record<Tag, Tagger>>): Tags {
  const tagsBy = (tagger: Tagger) =>
    Float32Array.from(features, (ofToken) => likelihood(ofToken, tagger));
  return {
    cue: tagsBy(taggers.cue),
    speaker: tagsBy(taggers.speaker),
    content: tagsBy(taggers.content),
  };
}
