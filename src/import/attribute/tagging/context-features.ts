import type { Token } from "../read-text.ts";
import { cueValues, likelyCues, nearestCues, strongest } from "./cue-beside.ts";
import { featureList, hashOf, pair } from "./hashed-feature.ts";
import { distanceLevel, levelAt } from "./levels.ts";
import { neighbourhood } from "./neighbourhood.ts";
import type { Tag, TaggedSentence } from "./tags.ts";

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
  const [nearestBefore, nearestAfter] = nearestCues(cues, tokens.length);
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
      cueValues({ cue, at, tokens, words, quoted, tags: here.tags }).forEach(add);
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

function quotationLengths(tokens: readonly Token[]): Map<number, number> {
  const lengths = new Map<number, number>();
  for (const { quotation, isWord } of tokens) {
    if (isWord) lengths.set(quotation, (lengths.get(quotation) ?? 0) + 1);
  }
  return lengths;
}
