import { LANGUAGE_PACKS } from "../../../languages/packs.ts";
import type { ExtractedBlock } from "../../extracted-article.ts";

/** What a page says instead of its article. */
export type PageNotice =
  /** There is no such page, though its status says otherwise. */
  | "missing"
  /** A person has to be shown first. */
  | "challenge"
  /** Consent to cookies comes first. */
  | "consent";

const FORMS = LANGUAGE_PACKS.flatMap(({ boilerplate }) => boilerplate ?? []);

/** A longer text is an article about such pages. */
const MAX_NOTICE = 800;
const MAX_CONSENT = 2500;
/** An article about cookies says other things as well. */
const MOSTLY = 0.6;

/** What a page says instead of its article, if all that it has is such a notice. */
export function pageNotice(
  title: string | undefined,
  blocks: readonly ExtractedBlock[],
): PageNotice | undefined {
  const texts = blocks.map(({ text }) => text);
  const length = lengthOf(texts);
  if (length > MAX_CONSENT) return undefined;
  const headings = blocks.flatMap(({ kind, text }) => (kind === "heading" ? [text] : []));
  const heads = [title ?? "", ...headings, ...texts.slice(0, 2)];
  const isHead = (form: "missing" | "challenge") =>
    heads.some((head) => FORMS.some((forms) => forms[form].test(head)));
  if (length <= MAX_NOTICE && isHead("missing")) return "missing";
  if (length <= MAX_NOTICE && isHead("challenge")) return "challenge";
  const asking = texts.filter((text) => FORMS.some(({ consent }) => consent.test(text)));
  return lengthOf(asking) > length * MOSTLY ? "consent" : undefined;
}

function lengthOf(texts: readonly string[]): number {
  return texts.reduce((sum, { length }) => sum + length, 0);
}
