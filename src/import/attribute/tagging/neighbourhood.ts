import { areTogether } from "../read-text.ts";
import { likelyCues, strongest } from "./cue-beside.ts";
import { hashOf, pair } from "./hashed-feature.ts";
import { levelOf } from "./levels.ts";
import type { TaggedSentence } from "./tags.ts";

/** What the whole sentence and its neighbours have been taken for. */
export function neighbourhood(
  here: TaggedSentence,
  before?: TaggedSentence,
  after?: TaggedSentence,
) {
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
