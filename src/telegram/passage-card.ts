import { FormattedString } from "@grammyjs/parse-mode";
import type { Citation } from "../answer/answer.ts";
import type { Snippet } from "../search/snippet.ts";
import { blocks, capitalised, lines, NOTHING, plain, publisherOf } from "./reply.ts";
import { wording } from "./wording.ts";

/** Longer passages are folded by Telegram until the reader opens them. */
const FOLDED_FROM = 280;

/** Telegram shows 100 entities; the card's own need a few of them. */
const MOST_HIGHLIGHTS = 60;

type Shown = Citation & { readonly snippet?: Snippet };

/** A passage with all that is to be said of it: who says it, in what capacity, how and where. */
export function passageCard(citation: Shown): FormattedString {
  const { lead, note } = citation.passage;
  return blocks(
    lead === undefined ? NOTHING : FormattedString.bold(lead),
    lines(quotation(citation), attribution(citation), place(citation)),
    note === undefined ? NOTHING : plain(wording.note(note)),
  );
}

function quotation({ passage, snippet }: Shown): FormattedString {
  const text = highlighted(passage.text, snippet);
  return passage.text.length > FOLDED_FROM
    ? FormattedString.expandableBlockquote(text)
    : FormattedString.blockquote(text);
}

function highlighted(text: string, snippet: Snippet | undefined): FormattedString {
  const parts: (FormattedString | string)[] = [];
  let from = 0;
  for (const [start, end] of (snippet?.highlights ?? []).slice(0, MOST_HIGHLIGHTS)) {
    parts.push(text.slice(from, start), FormattedString.bold(text.slice(start, end)));
    from = end;
  }
  return FormattedString.join([...parts, text.slice(from)]);
}

/** Speaker, capacity · kind · quoted or retold. */
function attribution({ article, passage }: Citation): FormattedString {
  const { speaker, kind } = passage;
  const manner = mannerOf({ article, passage });
  const parts = [
    `${capitalised(speaker.name)}, ${speaker.capacity}`,
    wording.kinds[kind],
    ...manner,
  ];
  return FormattedString.italic(parts.join(" · "));
}

/** How the words came here; a retelling is never passed off as somebody's exact words. */
function mannerOf({ article, passage }: Pick<Citation, "article" | "passage">): string[] {
  const isOwnVoice = passage.speaker.id === article.source.publisher.id;
  if (article.text === "digest") {
    return [passage.isQuoted ? wording.quotedInDigest : wording.retoldInDigest];
  }
  if (passage.isQuoted) return [wording.quoted];
  return isOwnVoice ? [] : [wording.retold];
}

function place({ article, section }: Citation): FormattedString {
  const isWholeText = article.sections.length === 1 && section.heading === article.title;
  const where = isWholeText ? article.title : section.heading;
  return FormattedString.join([`§ ${where} · `, publisherOf(article)]);
}
