import type { AttributedSpan, Attribution, Passage } from "./article.ts";

/** A stretch of text (UTF-16 offsets). */
export type Range = readonly [start: number, end: number];

/** An attribution with all the words of a passage that have it, in order. */
export type Voice = Attribution & { readonly ranges: readonly Range[] };

/**
 * Who says what in a passage: its own attribution first, unless its spans hold all the words. A passage
 * without spans has one voice, which says all of it.
 */
export function voicesIn(passage: Passage): readonly [Voice, ...Voice[]] {
  const { text, spans = [], speaker, kind, quoted } = passage;
  const outside = rangesOutside(spans, text);
  const own = { speaker, kind, quoted, ranges: outside };
  const [first, ...others] = spans.reduce<readonly Voice[]>(withSpan, []);
  if (!first) return [{ ...own, ranges: [[0, text.length]] }];
  if (outside.length === 0) return [first, ...others];
  const isAgain = (voice: Voice) => isSameAttribution(voice, own);
  const again = [first, ...others].find(isAgain);
  const ranges = [...outside, ...(again?.ranges ?? [])].toSorted(([one], [other]) => one - other);
  return [{ ...own, ranges }, ...[first, ...others].filter((voice) => !isAgain(voice))];
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
  return ranges.reduce(
    (length, [start, end]) => length + Math.max(0, Math.min(end, upTo) - Math.max(start, from)),
    0,
  );
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

function withSpan(voices: readonly Voice[], { start, end, ...said }: AttributedSpan): Voice[] {
  const known = voices.find((voice) => isSameAttribution(voice, said));
  if (!known) return [...voices, { ...said, ranges: [[start, end]] }];
  const longer = { ...known, ranges: [...known.ranges, [start, end] as const] };
  return voices.map((voice) => (voice === known ? longer : voice));
}

function isSameAttribution(one: Attribution, other: Attribution): boolean {
  return one.speaker === other.speaker && one.kind === other.kind && one.quoted === other.quoted;
}
