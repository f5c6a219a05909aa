import type { Passage } from "../article/article.ts";
import { lengthWithin, voicesBy, voicesIn, type Voice } from "../article/voices.ts";
import type { Range } from "../text/ranges.ts";

/** A passage, and the snippet shown of it. */
type Shown = {
  readonly passage: Passage;
  /** Id of the person the question asks about. */
  readonly by?: string;
  readonly snippet?: {
    readonly sentence: Range;
    readonly highlights: readonly Range[];
    readonly matches?: readonly Range[];
  };
};

/**
 * Whose words answer: the voice with most of the highlights in the snippet's sentence, then with most of the
 * sentence. Voices that match a word of the question come before those with only a number or date.
 */
export function snippetVoice({ passage, by, snippet }: Shown): Voice {
  const all = voicesIn(passage);
  const theirs = by === undefined ? [] : voicesBy(passage, by);
  const [first = all[0], ...others] = theirs.length > 0 ? theirs : all;
  if (!snippet || others.length === 0) return first;

  const { sentence, highlights, matches = highlights } = snippet;
  const [from, upTo] = sentence;
  const within = (ranges: readonly Range[]) =>
    ranges.filter(([start, end]) => start >= from && end <= upTo);
  const [marked, matched] = [within(highlights), within(matches)];
  const relevanceOf = (voice: Voice) => {
    const length = lengthIn(voice, marked);
    return [lengthIn(voice, matched) > 0 ? length : 0, length, lengthWithin(voice, sentence)];
  };
  let best = first;
  let highest = relevanceOf(first);
  for (const voice of others) {
    const relevance = relevanceOf(voice);
    if (!isGreater(relevance, highest)) continue;
    best = voice;
    highest = relevance;
  }
  return best;
}

/** Whether the first number that differs is larger. */
function isGreater(numbers: readonly number[], others: readonly number[]): boolean {
  const at = numbers.findIndex((number, index) => number !== others[index]);
  return at >= 0 && (numbers[at] ?? 0) > (others[at] ?? 0);
}

function lengthIn(voice: Voice, ranges: readonly Range[]): number {
  return ranges.reduce((length, range) => length + lengthWithin(voice, range), 0);
}
