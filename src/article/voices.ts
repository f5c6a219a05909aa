import type { Article, AttributedSpan, Attribution, Passage, Person } from "./article.ts";
import { firstEndingAfter, type Range } from "../text/ranges.ts";

/** An attribution with the ranges of a passage that share it, in order. */
export type Voice = Attribution & { readonly ranges: readonly Range[] };

/**
 * Who says what in a passage: its own attribution first, unless spans cover all its words. A passage
 * without spans has a single voice.
 */
export function voicesIn(passage: Passage): readonly [Voice, ...Voice[]] {
  const { text, spans = [], speaker, kind, quoted } = passage;
  const own = { speaker, kind, quoted };
  const whole: Voice = { ...own, ranges: [[0, text.length]] };
  if (spans.length === 0) return [whole];

  const outside = rangesOutside(spans, text).map((range) => ({ ...own, range }));
  const inside = spans.map(({ start, end, ...attribution }) => ({
    ...attribution,
    range: [start, end] as const,
  }));
  const voices = new Map<string, { readonly attribution: Attribution; readonly ranges: Range[] }>();
  for (const { range, ...attribution } of [...outside, ...inside]) {
    const key = JSON.stringify([attribution.speaker?.id, attribution.kind, attribution.quoted]);
    const known = voices.get(key);
    if (known) known.ranges.push(range);
    else voices.set(key, { attribution, ranges: [range] });
  }
  const [first = whole, ...others] = [...voices.values()].map(({ attribution, ranges }): Voice => {
    return { ...attribution, ranges: ranges.toSorted(([one], [other]) => one - other) };
  });
  return [first, ...others];
}

/** A person's voices in a passage; none if it only mentions them. */
export function voicesBy(passage: Passage, person: string): readonly Voice[] {
  return voicesIn(passage).filter(({ speaker }) => speaker?.id === person);
}

/** The words of a voice, with " … " for each interruption. */
export function wordsOf({ ranges }: Pick<Voice, "ranges">, { text }: Passage): string {
  return ranges.map(([start, end]) => text.slice(start, end).trim()).join(" … ");
}

/** How many characters of a range belong to a voice. */
export function lengthWithin({ ranges }: Pick<Voice, "ranges">, [from, upTo]: Range): number {
  let length = 0;
  for (let at = firstEndingAfter(ranges, from); at < ranges.length; at += 1) {
    const [start, end] = ranges[at] ?? [upTo, upTo];
    if (start >= upTo) break;
    length += Math.min(end, upTo) - Math.max(start, from);
  }
  return length;
}

const WORD_CHARACTER = /[\p{L}\p{N}]/u;

/** Leaves out ranges that are only punctuation. */
function rangesOutside(spans: readonly AttributedSpan[], text: string): Range[] {
  const starts = [0, ...spans.map(({ end }) => end)];
  const ends = [...spans.map(({ start }) => start), text.length];
  return starts
    .map((start, at): Range => [start, ends[at] ?? text.length])
    .filter(([start, end]) => WORD_CHARACTER.test(text.slice(start, end)));
}

/** If an article has only one speaker, "who said …" asks for somebody whom the text mentions. */
export function hasSeveralSpeakers(article: Article): boolean {
  const speakers = new Set<Person | undefined>();
  for (const { passages } of article.sections) {
    for (const passage of passages) {
      for (const { speaker } of voicesIn(passage)) speakers.add(speaker);
      if (speakers.size > 1) return true;
    }
  }
  return false;
}
