import { FormattedString } from "@grammyjs/parse-mode";
import type { Citation } from "../answer/answer.ts";
import type { Snippet } from "../search/snippet.ts";
import { blocks, capitalised, lines, NOTHING, plain, publisherOf } from "./reply.ts";
import type { Wording } from "./wording/wording.ts";

/** Longer passages are folded by Telegram until the reader opens them. */
const FOLDED_FROM = 280;

/** A message holds 4,096 UTF-16 units; the rest is for who says it, and where. */
const LONGEST_QUOTED = 3000;

/** Telegram shows 100 entities; the card's own need a few of them. */
const MOST_HIGHLIGHTS = 60;

type Shown = Citation & { readonly snippet?: Snippet };

/** A passage with all that is to be said of it: who says it, in what capacity, how and where. */
export function passageCard(citation: Shown, wording: Wording): FormattedString {
  const { note, original } = citation.passage;
  return blocks(
    topic(citation),
    lines(
      quotation(citation),
      attribution(citation, wording),
      place(citation),
      original === undefined ? NOTHING : plain(wording.translation),
    ),
    note === undefined ? NOTHING : plain(wording.note(note)),
  );
}

/** The fact in a few words, or where the editors give none what the section is about. */
function topic({ article, section, passage }: Citation): FormattedString {
  const isTitle = section.heading === article.title;
  const words = passage.lead ?? (isTitle ? "" : section.heading);
  return words === "" ? NOTHING : FormattedString.bold(words);
}

function quotation({ passage, snippet }: Shown): FormattedString {
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

/** Speaker, capacity · kind · quoted or retold. */
function attribution({ article, passage }: Citation, wording: Wording): FormattedString {
  const { speaker, kind } = passage;
  const manner = mannerOf({ article, passage }, wording);
  const parts = [
    `${capitalised(speaker.name)}, ${speaker.capacity}`,
    wording.kinds[kind],
    ...manner,
  ];
  return FormattedString.italic(parts.join(" · "));
}

/** How the words came here; a retelling is never passed off as somebody's exact words. */
function mannerOf(
  { article, passage }: Pick<Citation, "article" | "passage">,
  wording: Wording,
): string[] {
  const isOwnVoice = passage.speaker.id === article.source.publisher.id;
  if (article.text === "digest") {
    return [passage.isQuoted ? wording.quotedInDigest : wording.retoldInDigest];
  }
  if (passage.isQuoted) return [wording.quoted];
  return isOwnVoice ? [] : [wording.retold];
}

/** An article without a publisher and without headings has one name for both. */
function place({ article, section }: Citation): FormattedString {
  const publisher = publisherOf(article);
  if (section.heading === publisher.text) return FormattedString.join(["§ ", publisher]);
  return FormattedString.join([`§ ${section.heading} · `, publisher]);
}
