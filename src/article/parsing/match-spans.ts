import { z } from "zod";
import type { AttributedSpan, Passage } from "../article.ts";
import { validateAttributes } from "./validate-attributes.ts";
import { mergeAttributes } from "../markdown/block-collector.ts";
import type { ReportDiagnostic } from "../diagnostic.ts";
import { quotedField } from "./parse-passage.ts";
import type { BracketedSpan } from "../markdown/read-inline.ts";
import type { TranslatedSpan } from "../translation.ts";
import { groupedBy } from "../grouped-by.ts";

/** If neither span nor passage names a speaker, there is no `by`. */
const spanAttributes = z.strictObject({ by: z.string().optional(), quoted: quotedField });

type Translated = Pick<Passage, "text"> & { readonly passage: Passage; readonly line: number };

/**
 * Matches each span of a translated passage with one of the original: a person's first span with their
 * first, wherever it is in the sentence. If both passages have the same number of spans in quotation marks,
 * quoted spans are matched with quoted ones.
 */
export function matchSpans(
  spans: readonly BracketedSpan[],
  { text, passage, line }: Translated,
  report: ReportDiagnostic,
): TranslatedSpan[] {
  const read = spans.map((span) => {
    const group = { of: "a span in a translation", given: mergeAttributes([span], report) };
    const { by = nameOf(passage), quoted } = validateAttributes(group, spanAttributes, report);
    return { ...span, by, quoted, isInQuotes: isInQuotationMarks(text, span) };
  });
  const originals = (passage.spans ?? []).map((span, originalIndex) => {
    return {
      ...span,
      by: nameOf(span),
      originalIndex,
      isInQuotes: isInQuotationMarks(passage.text, span),
    };
  });
  const translated = groupedBy(read, ({ by }) => by);
  const originalsBy = groupedBy(originals, ({ by }) => by);
  const unmatched = new Map(
    [...originalsBy].map(([by, own]) => [by, pairSpans(own, translated.get(by) ?? [])]),
  );
  const matched = read.flatMap(({ start, end, line: spanLine, by, quoted }): TranslatedSpan[] => {
    const original = unmatched.get(by)?.shift();
    if (original && quoted !== undefined && quoted !== original.quoted) {
      report(spanLine, `\`quoted\` differs from the article: remove it, since the article decides`);
    }
    if (original) return [{ start, end, originalIndex: original.originalIndex }];
    report(
      spanLine,
      `the article has no other span by \`${by}\` in this passage: remove the brackets and braces`,
    );
    return [];
  });
  for (const [by, { length }] of unmatched) {
    if (length === 0) continue;
    report(
      line,
      `the article has a span by \`${by}\` in this passage: put its words in brackets, as in \`[…]{by=${by}}\``,
    );
  }
  return matched;
}

type MaybeQuoted = { readonly isInQuotes: boolean };

/** One person's original spans, in the order of the translated spans that match them. */
function pairSpans<Original extends MaybeQuoted>(
  originals: readonly Original[],
  translated: readonly MaybeQuoted[],
): Original[] {
  const quoted = originals.filter(({ isInQuotes }) => isInQuotes);
  const others = originals.filter(({ isInQuotes }) => !isInQuotes);
  const isSameMix =
    originals.length === translated.length &&
    quoted.length === translated.filter(({ isInQuotes }) => isInQuotes).length;
  if (!isSameMix) return [...originals];
  return translated.flatMap(({ isInQuotes }) => (isInQuotes ? quoted : others).shift() ?? []);
}

const OPENING_MARK = /["'“„«‘‹「]/u;

/** Whether a span starts with a quotation mark or right after one. */
function isInQuotationMarks(text: string, { start }: { readonly start: number }): boolean {
  return OPENING_MARK.test(text.slice(Math.max(0, start - 1), start + 1));
}

function nameOf({ speaker }: Pick<AttributedSpan, "speaker">): string {
  return speaker?.id ?? "";
}
