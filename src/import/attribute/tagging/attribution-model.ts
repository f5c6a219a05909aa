import { once } from "../../../languages/once.ts";
import type { Reliability } from "../confidence-of.ts";
import {
  type Forest,
  forestOf,
  parseTree,
  printTree,
  type Tree,
} from "../../../learned/boosted-trees.ts";
import type { Tag } from "./tags.ts";
import learned from "./attribution-model.json" with { type: "json" };
import type { WordClasses } from "./word-classes.ts";
import { parseTagger, printTagger, type Tagger } from "./tagger.ts";

export type AttributionModel = {
  readonly classes: WordClasses;
  /** Judge a token by the words around it. */
  readonly first: Readonly<Record<Tag, Tagger>>;
  /** Judge it again by what those around it have been taken for. */
  readonly again: Readonly<Record<Tag, Tagger>>;
  /** Judges a sentence by its words. */
  readonly byWords: Tagger;
  /** Judge a sentence by all of that. */
  readonly trees: readonly Tree[];
  /** The same trees as they are asked. */
  readonly forest: Forest;
  readonly reliability: Reliability;
};

/** A model as kept in a file. */
export type PrintedModel = {
  readonly classes: Readonly<Record<keyof WordClasses, string>>;
  readonly first: Readonly<Record<Tag, string>>;
  readonly again: Readonly<Record<Tag, string>>;
  readonly byWords: string;
  readonly trees: readonly string[];
  readonly reliability: Reliability;
};

/** What `npm run learn-attribution` made. Takes 10 ms at first, and a megabyte. */
export const learnedModel = once(() => parseModel(learned));

function parseModel({
  classes,
  first,
  again,
  byWords,
  trees: printed,
  reliability,
}: PrintedModel): AttributionModel {
  const trees = printed.map(parseTree);
  return {
    classes: {
      few: new Uint8Array(bytesOf(classes.few)),
      many: new Uint16Array(new Uint8Array(bytesOf(classes.many)).buffer),
    },
    first: parseTaggers(first),
    again: parseTaggers(again),
    byWords: parseTagger(byWords),
    trees,
    forest: forestOf(trees),
    reliability,
  };
}

function bytesOf(base64: string): Buffer {
  return Buffer.from(base64, "base64");
}

function parseTaggers(lines: Readonly<Record<Tag, string>>): Record<Tag, Tagger> {
  return {
    cue: parseTagger(lines.cue),
    speaker: parseTagger(lines.speaker),
    content: parseTagger(lines.content),
  };
}

export function printModel({
  classes,
  first,
  again,
  byWords,
  trees,
  reliability,
}: AttributionModel): PrintedModel {
  return {
    classes: {
      few: Buffer.from(classes.few).toString("base64"),
      many: Buffer.from(classes.many.buffer).toString("base64"),
    },
    first: printTaggers(first),
    again: printTaggers(again),
    byWords: printTagger(byWords),
    trees: trees.map(printTree),
    reliability,
  };
}

function printTaggers({
  cue,
  speaker,
  content,
}: Readonly<Record<Tag, Tagger>>): Record<Tag, string> {
  return { cue: printTagger(cue), speaker: printTagger(speaker), content: printTagger(content) };
}
