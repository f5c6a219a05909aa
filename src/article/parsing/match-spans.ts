import { z } from "zod";
import type { AttributedSpan, Passage } from "../article.ts";
import { validateAttributes } from "./validate-attributes.ts";
import { mergeAttributes } from "../markdown/block-collector.ts";
import type { ReportDiagnostic } from "../diagnostic.ts";
import { quotedField } from "./parse-passage.ts";
import type { BracketedSpan } from "../markdown/read-inline.ts";
import type { TranslatedSpan } from "../translation.ts";
import { groupedBy } from "../grouped-by.ts";

/** Words of nobody's are named by what they are. */
const spanAttributes = z.strictObject({ by: z.string().optional(), quoted: quotedField });

type Translated = Pick<Passage, "text"> & { readonly passage: Passage; readonly line: number };

/**
 * Which span of the article each span of its translation stands for: the first one of somebody is the
 * first of theirs there, wherever it stands in the sentence. Those in quotation marks stand for each
 * other where there are as many of them.
 */
export function matchSpans(
  spans: readonly BracketedSpan[],
  { text, passage, line }: Translated,
  report: ReportDiagnostic,
): TranslatedSpan[] {
  const read = spans.map((span) => {
    const said = { of: "a span in a translation", given: mergeAttributes([span], report) };
    const { by = nameOf(passage), quoted } = validateAttributes(said, spanAttributes, report);
    return { ...span, by, quoted, isMarked: isInMarks(text, span) };
  });
  const originals = (passage.spans ?? []).map((span, like) => {
    return { ...span, by: nameOf(span), like, isMarked: isInMarks(passage.text, span) };
  });
  const translated = groupedBy(read, ({ by }) => by);
  const theirs = groupedBy(originals, ({ by }) => by);
  const left = new Map([...theirs].map(([by, own]) => [by, paired(own, translated.get(by) ?? [])]));
  const matched = read.flatMap(({ start, end, line: spanLine, by, quoted }): TranslatedSpan[] => {
    const taken = left.get(by)?.shift();
    if (taken && quoted !== undefined && quoted !== taken.quoted) {
      report(spanLine, `\`quoted\` differs from the article: remove it, since the article decides`);
    }
    if (taken) return [{ start, end, like: taken.like }];
    report(
      spanLine,
      `the article has no further span by \`${by}\` in this passage: remove the brackets and braces`,
    );
    return [];
  });
  for (const [by, { length }] of left) {
    if (length === 0) continue;
    report(
      line,
      `the article has a span by \`${by}\` in this passage: put its words in brackets, as in \`[…]{by=${by}}\``,
    );
  }
  return matched;
}

type Marked = { readonly isMarked: boolean };

/** One person's spans, each at the place of the one that stands for it in the translation. */
function paired<Original extends Marked>(
  originals: readonly Original[],
  translated: readonly Marked[],
): Original[] {
  const marked = originals.filter(({ isMarked }) => isMarked);
  const others = originals.filter(({ isMarked }) => !isMarked);
  const isAlike =
    originals.length === translated.length &&
    marked.length === translated.filter(({ isMarked }) => isMarked).length;
  if (!isAlike) return [...originals];
  return translated.flatMap(({ isMarked }) => (isMarked ? marked : others).shift() ?? []);
}

const OPENING_MARK = /["'“„«‘‹「]/u;

/** Whether words begin with a quotation mark, or stand right behind one. */
function isInMarks(text: string, { start }: { readonly start: number }): boolean {
  return OPENING_MARK.test(text.slice(Math.max(0, start - 1), start + 1));
}

function nameOf({ speaker }: Pick<AttributedSpan, "speaker">): string {
  return speaker?.id ?? "";
}
