import type { Citation } from "../../answer/answer.ts";
import { voicesIn } from "../../article/voices.ts";
import type { Hit } from "../../search/findings.ts";
import type { Query } from "../../search/query/parse-query.ts";
import { snippetOf } from "../../search/snippet.ts";
import type { Range } from "../../text/ranges.ts";
import { reasonsFor, type RankingReason } from "./ranking-reasons.ts";

export type ExplainedPassage = {
  /** `article/passage`. */
  readonly id: string;
  /** Its telling sentence, with the words that match marked. */
  readonly excerpt: readonly { readonly text: string; readonly isMarked: boolean }[];
  readonly speaker: string;
  readonly section?: string;
  /** Whether the reply shows it. */
  readonly isShown: boolean;
  readonly score?: number;
  /** Compared with the best one, 0 to 1. */
  readonly fit?: number;
  readonly reasons: readonly RankingReason[];
};

/** A passage that was found, with its reasons. */
export function explainHit(hit: Hit, query: Query, best: number) {
  return {
    ...explainCitation({ ...hit, snippet: snippetOf(hit.passage, query, hit) }),
    score: hit.score,
    fit: Math.max(0, hit.score) / best,
    reasons: reasonsFor(hit, query),
  };
}

/** A passage that is shown by rule: nothing was compared. */
export function explainCitation(citation: Citation): ExplainedPassage {
  const { article, section, passage } = citation;
  const names = voicesIn(passage).flatMap(({ speaker }) => speaker?.name ?? []);
  return {
    id: `${article.slug}/${passage.id}`,
    excerpt: excerptOf(citation),
    speaker: [...new Set(names)].join(", ") || "the article itself",
    ...(section.heading !== undefined && { section: section.heading }),
    isShown: true,
    reasons: [],
  };
}

/** More would not be read beside four others. */
const MAX_EXCERPT = 220;
/** Words before the first match, so that it can be understood. */
const BEFORE_MATCH = 60;

/** The sentence that tells most, around its first match if it is long. */
function excerptOf({ passage: { text }, snippet }: Citation): ExplainedPassage["excerpt"] {
  if (!snippet) return [{ text: shorten(text, [0, text.length]), isMarked: false }];
  const [start, end] = snippet.sentence;
  const marks = snippet.highlights.filter(([from, to]) => from >= start && to <= end);
  const isLong = end - start > MAX_EXCERPT;
  const from = isLong ? Math.max(start, (marks[0]?.[0] ?? start) - BEFORE_MATCH) : start;
  const shown: Range = [wordStart(text, from, start), end];
  return markedParts(text, shown, marks);
}

function wordStart(text: string, from: number, start: number): number {
  const space = text.indexOf(" ", from);
  return from === start || space < 0 ? from : space + 1;
}

function markedParts(text: string, [start, end]: Range, marks: readonly Range[]) {
  const upTo = Math.min(end, start + MAX_EXCERPT);
  const parts = [];
  let at = start;
  for (const [from, to] of marks) {
    if (from < at || to > upTo) continue;
    parts.push({ text: text.slice(at, from), isMarked: false });
    parts.push({ text: text.slice(from, to), isMarked: true });
    at = to;
  }
  parts.push({ text: shorten(text, [at, end], upTo), isMarked: false });
  return parts.filter((part) => part.text !== "");
}

/** Cut after a word. */
function shorten(text: string, [start, end]: Range, upTo = start + MAX_EXCERPT): string {
  if (end <= upTo) return text.slice(start, end).trimEnd();
  const cut = Math.max(start, text.lastIndexOf(" ", upTo));
  return `${text.slice(start, cut)} …`;
}
