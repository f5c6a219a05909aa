import type { Passage } from "../article/article.ts";
import { lengthWithin, voicesBy, voicesIn, type Range, type Voice } from "../article/voices.ts";

/** A passage as it is shown: whose words of it were asked for, and what of it answers. */
type Shown = {
  readonly passage: Passage;
  /** Id of the person whose words are meant. */
  readonly by?: string;
  readonly snippet?: { readonly sentence: Range; readonly highlights: readonly Range[] };
};

/**
 * Whose words answer: of the voices of a passage the one with most of what is highlighted in the
 * telling sentence, or with most of that sentence.
 */
export function tellingVoice({ passage, by, snippet }: Shown): Voice {
  const all = voicesIn(passage);
  const theirs = by === undefined ? [] : voicesBy(passage, by);
  const [first = all[0], ...others] = theirs.length > 0 ? theirs : all;
  if (!snippet) return first;

  const [from, upTo] = snippet.sentence;
  const marked = snippet.highlights.filter(([start, end]) => start >= from && end <= upTo);
  let best = first;
  for (const voice of others) {
    const more = markedIn(voice, marked) - markedIn(best, marked);
    if (
      more > 0 ||
      (more === 0 && lengthWithin(voice, [from, upTo]) > lengthWithin(best, [from, upTo]))
    ) {
      best = voice;
    }
  }
  return best;
}

function markedIn(voice: Voice, marked: readonly Range[]): number {
  return marked.reduce((length, range) => length + lengthWithin(voice, range), 0);
}
