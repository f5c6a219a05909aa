import { areTogether, type Sentence, type Token } from "../read-text.ts";
import { featureList, hashOf, pair } from "./hashed-feature.ts";
import { shapeOf } from "./word-features.ts";

/** How likely each token of a sentence is part of a cue, a speaker, or what is said. */
export type Tags = Readonly<Record<Tag, Float32Array>>;
export type Tag = (typeof TAGS)[number];
export const TAGS = ["cue", "speaker", "content"] as const;

export type TaggedSentence = { readonly sentence: Sentence; readonly tags: Tags };

/** A token more likely to be a cue than this is taken for one. */
const LIKELY_CUE = 0.25;
const FAR_AND_NEAR = [-12, -8, -5, -3, -2, -1, 0, 1, 2, 3, 5, 8, 12] as const;
const NEAR = [-3, -2, -1, 0, 1, 2, 3] as const;

/**
 * Features of each token of a sentence by what the tokens around it have been taken for: the nearest cues, what stands
 * between, the sentences before and after.
 */
export function contextFeatures(text: readonly TaggedSentence[], number: number): Int32Array[] {
  const here = text[number];
  if (!here) return [];
  const { tokens } = here.sentence;
  const around = neighbourhood(here, text[number - 1], text[number + 1]);
  const cues = likelyCues(here);
  const best = strongest(here.tags.cue, cues);
  const [nearestBefore, nearestAfter] = nearest(cues, tokens.length);
  const words = tokens.map(({ lower }) => hashOf(lower));
  const lengths = quotationLengths(tokens);

  const level = (tag: Tag, place: number) => levelAt(here.tags[tag], place);

  return tokens.map((token, at) => {
    const { add, list } = featureList();

    for (const away of FAR_AND_NEAR) add(level("content", at + away));
    for (const away of NEAR) add(level("cue", at + away));
    for (const away of NEAR) add(level("speaker", at + away));

    const quoted = token.quotation >= 0 ? 1 : 0;
    const before = nearestBefore[at];
    const after = nearestAfter[at];
    for (const cue of [before, after]) {
      for (const value of cueValues({ cue, at, tokens, words, quoted, tags: here.tags }))
        add(value);
    }
    const length = quoted ? distanceLevel(lengths.get(token.quotation) ?? 0) : 9;
    const sides = (before === undefined ? 0 : 2) + (after === undefined ? 0 : 1);
    add(sides);
    add(sides * 100 + quoted * 10 + length);
    add(around.content);
    add(around.cues);
    add(pair(around.before, quoted));
    add(pair(around.after, quoted));
    add(pair(around.cueBefore, quoted));
    for (const place of [at - 1, at, at + 1]) add(words[place] ?? 1);
    add(quoted * 100 + length * 10 + (at === 0 ? 1 : 0));
    add(best === undefined ? 99 : (best < at ? 10 : 0) + distanceLevel(Math.abs(best - at)));
    add(around.mean * 100 + level("content", at));
    add(around.mean * 100 + around.cue * 10 + quoted);
    return list();
  });
}

function likelyCues({ tags }: TaggedSentence): number[] {
  return Array.from(tags.cue.keys()).filter((at) => (tags.cue[at] ?? 0) > LIKELY_CUE);
}

/** Cues farther away say nothing; and looking for them takes long in a text without full stops. */
const CUE_REACH = 60;

/** By token: the nearest cue before it, and the nearest one after it. */
function nearest(cues: readonly number[], size: number): [Places, Places] {
  const before: Places = [];
  const after: Places = [];
  let passed = 0;
  for (let at = 0; at < size; at += 1) {
    const [last, next] = [cues[passed - 1], cues[passed]];
    const following = next === at ? cues[passed + 1] : next;
    before.push(last !== undefined && at - last <= CUE_REACH ? last : undefined);
    after.push(following !== undefined && following - at <= CUE_REACH ? following : undefined);
    if (next === at) passed += 1;
  }
  return [before, after];
}

type Places = (number | undefined)[];

type CueBeside = {
  readonly cue: number | undefined;
  readonly at: number;
  readonly tokens: readonly Token[];
  readonly words: readonly number[];
  readonly quoted: number;
  readonly tags: Tags;
};

const CUE_VALUES = 10;
/** Words and marks at which what is said may end. */
const BREAKS: ReadonlySet<string> = new Set(
  ", ; ( — – - and but while who which as because after when if where".split(" "),
);

/** What the nearest cue on one side says of a token. */
function cueValues({ cue, at, tokens, words, quoted, tags }: CueBeside): number[] {
  if (cue === undefined) return Array.from({ length: CUE_VALUES }, () => 7);
  const between = tokens.slice(Math.min(cue, at) + 1, Math.max(cue, at));
  const breaks = Math.min(3, between.filter(({ lower }) => BREAKS.has(lower)).length);
  const commas = Math.min(3, between.filter(({ text }) => text === ",").length);
  const that = between.some(({ lower }) => lower === "that") ? 1 : 0;
  const distance = distanceLevel(Math.abs(cue - at));
  const follows = whatFollows(tokens[cue + 1]);
  const word = words[cue] ?? 0;
  return [
    word,
    distance,
    pair(word, distance),
    breaks * 100 + that * 10 + commas,
    pair(word, breaks),
    follows * 100 + breaks * 10 + quoted,
    levelAt(tags.cue, cue) * 100 + distance,
    pair(word, follows),
    pair(word, quoted * 10 + that),
    pair(pair(word, follows), Math.min(2, commas)),
  ];
}

const FOLLOWING: Readonly<Record<string, number>> = {
  that: 1,
  ",": 2,
  ":": 3,
  ".": 4,
  to: 6,
  of: 7,
  for: 8,
};

function whatFollows(token: Token | undefined): number {
  if (!token) return 11;
  const known = FOLLOWING[token.lower];
  if (known !== undefined) return known;
  if (token.quotation >= 0) return 5;
  return shapeOf(token) === 3 ? 9 : 10;
}

/** What the whole sentence and its neighbours have been taken for. */
function neighbourhood(here: TaggedSentence, before?: TaggedSentence, after?: TaggedSentence) {
  const mean = meanLevel(here);
  const cue = cueLevel(here);
  const withBefore = areTogether(before?.sentence, here.sentence) ? 1 : 0;
  const withAfter = areTogether(here.sentence, after?.sentence) ? 1 : 0;
  const endsQuoted = (before?.sentence.tokens.at(-1)?.quotation ?? -1) >= 0 ? 1 : 0;
  const best = before && strongest(before.tags.cue, likelyCues(before));
  const word = best === undefined ? undefined : before?.sentence.tokens[best]?.lower;
  return {
    mean,
    cue,
    content: mean * 100 + meanLevel(before) * 10 + meanLevel(after),
    cues: cue * 100 + cueLevel(before) * 10 + cueLevel(after),
    before: cueLevel(before) * 1000 + meanLevel(before) * 100 + withBefore * 10 + endsQuoted,
    after: cueLevel(after) * 100 + meanLevel(after) * 10 + withAfter,
    cueBefore: pair(word === undefined ? 7 : hashOf(word), withBefore),
  };
}

function meanLevel(sentence: TaggedSentence | undefined): number {
  const content = sentence?.tags.content ?? NO_TAGS;
  return levelOf(content.reduce((one, other) => one + other, 0) / Math.max(1, content.length));
}

function cueLevel(sentence: TaggedSentence | undefined): number {
  return levelOf((sentence?.tags.cue ?? NO_TAGS).reduce((one, other) => Math.max(one, other), 0));
}

const NO_TAGS = new Float32Array();

function strongest(cue: Float32Array, places: readonly number[]): number | undefined {
  return places.toSorted((one, other) => (cue[other] ?? 0) - (cue[one] ?? 0))[0];
}

function quotationLengths(tokens: readonly Token[]): Map<number, number> {
  const lengths = new Map<number, number>();
  for (const { quotation, isWord } of tokens) {
    if (isWord) lengths.set(quotation, (lengths.get(quotation) ?? 0) + 1);
  }
  return lengths;
}

const LEVELS = [0.03, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.93];
const DISTANCES = [1, 2, 3, 4, 6, 9, 14, 22];

function levelAt(likelihoods: Float32Array, at: number): number {
  if (at < 0) return 10;
  const value = likelihoods[at];
  return value === undefined ? 11 : levelOf(value);
}

function levelOf(value: number): number {
  return levelAmong(LEVELS, value);
}

function distanceLevel(distance: number): number {
  return levelAmong(DISTANCES, distance);
}

function levelAmong(levels: readonly number[], value: number): number {
  let level = 0;
  while (level < levels.length && value >= (levels[level] ?? 0)) level += 1;
  return level;
}
