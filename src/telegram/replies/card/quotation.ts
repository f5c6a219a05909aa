import { FormattedString } from "@grammyjs/parse-mode";
import type { Passage } from "../../../article/article.ts";
import type { Snippet } from "../../../search/snippet.ts";

/** Longer passages are folded by Telegram until the reader opens them. */
export const FOLDED_FROM = 280;

/** A message holds 4,096 UTF-16 units; the rest is for who says it, and where. */
const LONGEST_QUOTED = 3000;

/** Telegram shows 100 entities; the card's own need a few of them. */
const MOST_HIGHLIGHTS = 60;

type Quoted = { readonly passage: Passage; readonly snippet?: Snippet };

/** A passage as a quotation with its matched words in bold; a long one opens at a press. */
export function quotation({ passage, snippet }: Quoted): FormattedString {
  const { text, highlights } = excerpt(passage.text, snippet);
  const marked = highlighted(text, highlights);
  return text.length > FOLDED_FROM
    ? FormattedString.expandableBlockquote(marked)
    : FormattedString.blockquote(marked);
}

type Excerpt = { readonly text: string; readonly highlights: Snippet["highlights"] };

/** The whole passage, or where that is very long the part that begins with the telling sentence. */
function excerpt(text: string, snippet: Snippet | undefined): Excerpt {
  const highlights = snippet?.highlights ?? [];
  if (text.length <= LONGEST_QUOTED) return { text, highlights };

  const [sentenceStart, sentenceEnd] = snippet?.sentence ?? [0, 0];
  const from = sentenceEnd > LONGEST_QUOTED ? sentenceStart : 0;
  const upTo = Math.min(text.length, from + LONGEST_QUOTED);
  const [before, after] = [from > 0 ? "… " : "", upTo < text.length ? " …" : ""];
  const shift = from - before.length;
  return {
    text: before + text.slice(from, upTo).toWellFormed() + after,
    highlights: highlights
      .filter(([start, end]) => start >= from && end <= upTo)
      .map(([start, end]) => [start - shift, end - shift] as const),
  };
}

function highlighted(text: string, highlights: Excerpt["highlights"]): FormattedString {
  const parts: (FormattedString | string)[] = [];
  let from = 0;
  for (const [start, end] of highlights.slice(0, MOST_HIGHLIGHTS)) {
    parts.push(text.slice(from, start), FormattedString.bold(text.slice(start, end)));
    from = end;
  }
  return FormattedString.join([...parts, text.slice(from)]);
}
