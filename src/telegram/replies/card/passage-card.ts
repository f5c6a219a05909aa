import { FormattedString } from "@grammyjs/parse-mode";
import type { Citation } from "../../../answer/answer.ts";
import { quotation } from "./quotation.ts";
import { attributionLines } from "./attribution.ts";
import { blocks, lines, NOTHING, plain } from "../reply.ts";
import { publisherLink } from "../source-line.ts";
import { cardHeadline } from "./headline.ts";
import type { Wording } from "../../wording/wording.ts";

/** A passage with all that is to be said of it: who says it, in what capacity, how and where. */
export function passageCard(citation: Citation, wording: Wording): FormattedString {
  const { note, original } = citation.passage;
  return blocks(
    cardHeadline(citation),
    lines(
      quotation(citation),
      attributionLines(citation, wording),
      place(citation, wording),
      original === undefined ? NOTHING : plain(wording.card.editorsTranslation),
    ),
    note === undefined ? NOTHING : plain(wording.card.editorsNote(note)),
  );
}

/** What stands beside a passage, with no more than has to be told of every one. */
export function shortCard(citation: Citation, wording: Wording): FormattedString {
  const attribution = attributionLines(citation, wording, { isShort: true });
  return lines(cardHeadline(citation), quotation(citation), attribution);
}

/** § section · publisher, as far as there are such. */
function place({ article, section }: Citation, wording: Wording): FormattedString {
  const heading = section.heading === undefined ? NOTHING : plain(`§ ${section.heading}`);
  const parts = [heading, publisherLink(article, wording)];
  return FormattedString.join(
    parts.filter(({ text }) => text !== ""),
    " · ",
  );
}
