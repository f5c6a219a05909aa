import type { AttributedSpan, Attribution, Passage } from "./article.ts";
import { firstEndingAfter, type Range } from "../text/ranges.ts";

/** An attribution with all the words of a passage that have it, in order. */
export type Voice = Attribution & { readonly ranges: readonly Range[] };

/**
 * Who says what in a passage: its own attribution first, unless its spans hold all the words. A passage
 * without spans has one voice, which says all of it.
 */
export function voicesIn(passage: Passage): readonly [Voice, ...Voice[]] {
  const { text, spans = [], speaker, kind, quoted } = passage;
  const own = { speaker, kind, quoted };
  const whole: Voice = { ...own, ranges: [[0, text.length]] };
  if (spans.length === 0) return [whole];

  const outside = rangesOutside(spans, text).map((range) => ({ ...own, range }));
  const inside = spans.map(({ start, end, ...said }) => ({
    ...said,
    range: [start, end] as const,
  }));
  const voices = new Map<string, { readonly said: Attribution; readonly ranges: Range[] }>();
  for (const { range, ...said } of [...outside, ...inside]) {
    const key = JSON.stringify([said.speaker?.id, said.kind, said.quoted]);
    const known = voices.get(key);
    if (known) known.ranges.push(range);
    else voices.set(key, { said, ranges: [range] });
  }
  const [first = whole, ...others] = [...voices.values()].map(({ said, ranges }): Voice => {
    return { ...said, ranges: ranges.toSorted(([one], [other]) => one - other) };
  });
  return [first, ...others];
}

/** What somebody says in a passage; none where they are only talked about in it. */
export function voicesBy(passage: Passage, person: string): readonly Voice[] {
  return voicesIn(passage).filter(({ speaker }) => speaker?.id === person);
}

/** The words of a voice; " … " stands where it is interrupted. */
export function wordsOf({ ranges }: Pick<Voice, "ranges">, { text }: Passage): string {
  return ranges.map(([start, end]) => text.slice(start, end).trim()).join(" … ");
}

/** How much of a stretch of text is a voice's. */
export function lengthWithin({ ranges }: Pick<Voice, "ranges">, [from, upTo]: Range): number {
  let length = 0;
  for (let at = firstEndingAfter(ranges, from); at < ranges.length; at += 1) {
    const [start, end] = ranges[at] ?? [upTo, upTo];
    if (start >= upTo) break;
    length += Math.min(end, upTo) - Math.max(start, from);
  }
  return length;
}

const A_WORD = /[\p{L}\p{N}]/u;

/** Punctuation between two spans is nobody's. */
function rangesOutside(spans: readonly AttributedSpan[], text: string): Range[] {
  const starts = [0, ...spans.map(({ end }) => end)];
  const ends = [...spans.map(({ start }) => start), text.length];
  return starts
    .map((start, at): Range => [start, ends[at] ?? text.length])
    .filter(([start, end]) => A_WORD.test(text.slice(start, end)));
}
