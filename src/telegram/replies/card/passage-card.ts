import { FormattedString } from "@grammyjs/parse-mode";
import type { Citation } from "../../../answer/answer.ts";
import { languageOfCode } from "../../../languages/language.ts";
import { quotation } from "./quotation.ts";
import { attributionLines } from "./attribution.ts";
import { blocks, lines, NOTHING, plain } from "../reply.ts";
import { alsoInLine, articleAndPublisher } from "../source-line.ts";
import { cardHeadline } from "./headline.ts";
import { passageUrl } from "./text-fragment.ts";
import type { Wording } from "../../wording/wording.ts";

/**
 * A passage, and who says it, in what capacity, how and where:
 *
 *     9 crowns                                                 headline.ts
 *     │ A single ticket costs 9 crowns …                       quotation.ts
 *     Tobias Renn, director of Holm Lines · announcement · …   attribution.ts
 *     § The ferry returns · The night ferry is back · The Vellan Packet · in English
 *
 *     Editor's note: Islanders pay 4 …
 *
 * The words are in `card` of the wording.
 */
export function passageCard(citation: Citation, wording: Wording): FormattedString {
  const { note, original } = citation.passage;
  return blocks(
    cardHeadline(citation),
    lines(
      quotation(citation),
      attributionLines(citation, wording),
      sectionAndPublisher(citation, wording),
      alsoInLine(citation, wording),
      original === undefined ? NOTHING : plain(wording.card.editorsTranslation),
    ),
    note === undefined ? NOTHING : plain(wording.card.editorsNote(note)),
  );
}

/** The card of a neighbouring passage: no capacity, no section, no note. */
export function shortCard(citation: Citation, wording: Wording): FormattedString {
  const attribution = attributionLines(citation, wording, { isShort: true });
  return lines(cardHeadline(citation), quotation(citation), attribution);
}

function sectionAndPublisher(citation: Citation, wording: Wording): FormattedString {
  const { article, section } = citation;
  const heading = section.heading === undefined ? NOTHING : plain(`§ ${section.heading}`);
  const parts = [
    heading,
    articleAndPublisher(article, wording, passageUrl(citation)),
    inOtherLanguage(citation, wording),
  ];
  return FormattedString.join(
    parts.filter(({ text }) => text !== ""),
    " · ",
  );
}

/** The language of the passage, if it is not the reader's. */
export function inOtherLanguage(
  { article, passage }: Pick<Citation, "article" | "passage">,
  { language, card }: Wording,
): FormattedString {
  const isTranslated = passage.original !== undefined;
  const written = isTranslated ? article.language : (article.original ?? article).language;
  const code = languageOfCode(written);
  if (code !== undefined) return code === language ? NOTHING : plain(card.inLanguage[code]);
  const [primary = ""] = written.split("-");
  const name = new Intl.DisplayNames(language, { type: "language", fallback: "none" }).of(primary);
  return name === undefined ? NOTHING : plain(card.inOtherLanguage(name));
}
