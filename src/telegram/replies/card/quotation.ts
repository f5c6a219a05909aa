import { FormattedString } from "@grammyjs/parse-mode";
import type { Passage } from "../../../article/article.ts";
import type { Snippet } from "../../../search/snippet.ts";

/** Telegram folds longer quotations until the reader opens them. */
export const FOLDED_FROM = 280;

/** Of the 4,096 UTF-16 units in a message; the rest is for who says it, and where. */
const MAX_QUOTED = 3000;

/** Telegram shows 100 entities, and the rest of the card needs some of them. */
const MAX_HIGHLIGHTS = 60;

type Quoted = { readonly passage: Passage; readonly snippet?: Snippet };

/** The passage as a blockquote, matches in bold; a long one is folded. */
export function quotation({ passage, snippet }: Quoted): FormattedString {
  const { text, highlights } = excerpt(passage.text, snippet);
  const marked = highlighted(text, highlights);
  return text.length > FOLDED_FROM
    ? FormattedString.expandableBlockquote(marked)
    : FormattedString.blockquote(marked);
}

type Excerpt = { readonly text: string; readonly highlights: Snippet["highlights"] };

/** The whole passage; if it is very long, the part from the sentence that answers. */
function excerpt(text: string, snippet: Snippet | undefined): Excerpt {
  const highlights = snippet?.highlights ?? [];
  if (text.length <= MAX_QUOTED) return { text, highlights };

  const [sentenceStart, sentenceEnd] = snippet?.sentence ?? [0, 0];
  const from = sentenceEnd > MAX_QUOTED ? sentenceStart : 0;
  const upTo = Math.min(text.length, from + MAX_QUOTED);
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
  for (const [start, end] of highlights.slice(0, MAX_HIGHLIGHTS)) {
    parts.push(text.slice(from, start), FormattedString.bold(text.slice(start, end)));
    from = end;
  }
  return FormattedString.join([...parts, text.slice(from)]);
}
