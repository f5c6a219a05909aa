import { z } from "zod";
import type { AttributedSpan, Passage } from "./article.ts";
import { checkAttributes } from "./check-attributes.ts";
import { mergeGroups } from "./collect-blocks.ts";
import type { Report } from "./mistake.ts";
import { quotedAs } from "./parse-passage.ts";
import type { MarkedSpan } from "./read-inline.ts";
import type { TranslatedSpan } from "./translation.ts";

/** Words of nobody's are named by what they are. */
const spanAttributes = z.strictObject({ by: z.string().optional(), quoted: quotedAs });

/**
 * Which span of the article each span of its translation stands for: the first one of somebody is the
 * first of theirs there, wherever it stands in the sentence.
 */
export function matchSpans(
  spans: readonly MarkedSpan[],
  { passage, line }: { readonly passage: Passage; readonly line: number },
  report: Report,
): TranslatedSpan[] {
  const left = [...(passage.spans ?? []).entries()];
  const matched = spans.flatMap((span): TranslatedSpan[] => {
    const said = { of: "a span in a translation", given: mergeGroups([span], report) };
    const { by = nameOf(passage), quoted } = checkAttributes(said, spanAttributes, report);
    const at = left.findIndex(([, original]) => nameOf(original) === by);
    const [taken] = at < 0 ? [] : left.splice(at, 1);
    if (taken && quoted !== undefined && quoted !== taken[1].quoted) {
      report(
        span.line,
        `\`quoted\` is not as in the article: take it out, since the article says it`,
      );
    }
    if (taken) return [{ start: span.start, end: span.end, like: taken[0] }];
    report(
      span.line,
      `the article gives no more words of this passage to \`${by}\`: take the brackets and braces off`,
    );
    return [];
  });
  for (const by of new Set(left.map(([, original]) => nameOf(original)))) {
    report(
      line,
      `the article gives words of this passage to \`${by}\`: put them in brackets, as in \`[…]{by=${by}}\``,
    );
  }
  return matched;
}

function nameOf({ speaker }: Pick<AttributedSpan, "speaker">): string {
  return speaker?.id ?? "";
}
