import { FormattedString } from "@grammyjs/parse-mode";
import type { Citation } from "../answer/answer.ts";
import type { Snippet } from "../search/snippet.ts";
import { quotation } from "./quotation.ts";
import { blocks, capitalised, lines, NOTHING, plain, publisherOf } from "./reply.ts";
import type { Wording } from "./wording/wording.ts";

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

/** What stands beside a passage, with no more than has to be told of every one. */
export function shortCard(citation: Citation, wording: Wording): FormattedString {
  const { speaker, kind } = citation.passage;
  const said = [capitalised(speaker.name), wording.kinds[kind], ...mannerOf(citation, wording)];
  return lines(topic(citation), quotation(citation), FormattedString.italic(said.join(" · ")));
}

/** The fact in a few words, or where the editors give none what the section is about. */
function topic({ article, section, passage }: Citation): FormattedString {
  const isTitle = section.heading === article.title;
  const words = passage.lead ?? (isTitle ? "" : section.heading);
  return words === "" ? NOTHING : FormattedString.bold(words);
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
