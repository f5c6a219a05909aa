import type { Token } from "../read-text.ts";
import { pair } from "./hashed-feature.ts";
import { distanceLevel, levelAt } from "./levels.ts";
import type { TaggedSentence, Tags } from "./tags.ts";
import { shapeOf } from "./word-features.ts";

/** A token more likely to be a cue than this is taken for one. */
const LIKELY_CUE = 0.25;

export function likelyCues({ tags }: TaggedSentence): number[] {
  return Array.from(tags.cue.keys()).filter((at) => (tags.cue[at] ?? 0) > LIKELY_CUE);
}

export function strongest(cue: Float32Array, places: readonly number[]): number | undefined {
  return places.toSorted((one, other) => (cue[other] ?? 0) - (cue[one] ?? 0))[0];
}

/** Cues farther away say nothing; and looking for them takes long in a text without full stops. */
const CUE_REACH = 60;

/** By token: the nearest cue before it, and the nearest one after it. */
export function nearestCues(cues: readonly number[], size: number): [Places, Places] {
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
export function cueValues({ cue, at, tokens, words, quoted, tags }: CueBeside): number[] {
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

const FOLLOWING: ReadonlyMap<string, number> = new Map([
  ["that", 1],
  [",", 2],
  [":", 3],
  [".", 4],
  ["to", 6],
  ["of", 7],
  ["for", 8],
]);

function whatFollows(token: Token | undefined): number {
  if (!token) return 11;
  const known = FOLLOWING.get(token.lower);
  if (known !== undefined) return known;
  if (token.quotation >= 0) return 5;
  return shapeOf(token) === 3 ? 9 : 10;
}
