import { LANGUAGE_PACKS } from "../../../languages/packs.ts";
import type { Range } from "../../../text/ranges.ts";
import { sentencesIn } from "../../../text/sentences.ts";
import { isMostlyLinks } from "./block-forms.ts";
import type { PageBlock } from "./page-blocks.ts";

const FORMS = LANGUAGE_PACKS.flatMap(({ boilerplate }) => boilerplate ?? []);

/** Longer lines are sentences of the article, however they begin. */
const MAX_LINE = 300;
const MAX_LABEL = 120;
/** "Read more: …" is a line of links, or a label without any. */
const MIN_LINKED = 0.3;

/** Whether a block is the page's own: an invitation, a credit, a byline, a link elsewhere. */
export function isBoilerplate({ text, linked }: PageBlock): boolean {
  const isShort = text.length <= MAX_LINE;
  const leadsAway = linked === 0 || linked > text.length * MIN_LINKED;
  return FORMS.some(
    (forms) =>
      forms.legal.test(text) ||
      ((isShort || linked > 0) && forms.invitation.test(text)) ||
      (isShort && (forms.label.test(text) || forms.credit.test(text))) ||
      (isShort && leadsAway && forms.elsewhere.test(text)) ||
      (text.length <= MAX_LABEL && forms.byline.test(text)),
  );
}

/** A caption without whose picture it is: "The fountain. Photo: Ann Lee" → "The fountain." */
export function withoutCredit(caption: string): string {
  const isCredit = ([start]: Range) =>
    FORMS.some(({ credit }) => credit.test(caption.slice(start)));
  const [start] = sentencesIn(caption).slice(1).find(isCredit) ?? [caption.length];
  return caption.slice(0, start).trim();
}

/** Whether a block says that only subscribers may read on. */
export function isWall({ text }: PageBlock): boolean {
  return text.length <= MAX_LINE && FORMS.some(({ wall }) => wall.test(text));
}

/** Whether links to other pages follow. */
export function startsLinkList(block: PageBlock, next: PageBlock | undefined): boolean {
  if (block.text.length > MAX_LABEL) return false;
  const isAboveLinks = next === undefined || isMostlyLinks(next);
  return FORMS.some(
    ({ elsewhereHeading, elsewhere }) =>
      (isAboveLinks && elsewhereHeading.test(block.text)) ||
      (isMostlyLinks(block) && elsewhere.test(block.text)),
  );
}

/** Whether what follows is about the author or the publisher. */
export function isEnding({ text }: PageBlock): boolean {
  return text.length <= MAX_LABEL && FORMS.some(({ ending }) => ending.test(text));
}
