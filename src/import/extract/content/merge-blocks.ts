import type { ExtractedBlock } from "../../extracted-article.ts";
import { isProse } from "./block-forms.ts";
import type { PageBlock } from "./page-blocks.ts";

/** A paragraph in bold that is shorter than this is a heading. */
const MAX_HEADING = 100;
const WHOLLY = 0.95;
const ENDS_SENTENCE = /[.!:;,…]["'”’»)\]]*$/u;
const INTRODUCES = /:$/u;
const OPENS_QUOTATION = /^(?:["“„«‘]|[—–-]\s)/u;

/** The blocks of an article as headings and paragraphs. What introduces a quotation stays with it. */
export function mergeBlocks(blocks: readonly PageBlock[]): ExtractedBlock[] {
  const merged: ExtractedBlock[] = [];
  for (const [at, block] of blocks.entries()) {
    const { text } = block;
    const before = merged.at(-1);
    if (isHeading(block, blocks[at + 1])) merged.push({ kind: "heading", text });
    else if (before?.kind === "paragraph" && isIntroducedBy(before.text, block)) {
      merged.splice(-1, 1, { kind: "paragraph", text: `${before.text} ${text}` });
    } else merged.push({ kind: "paragraph", text });
  }
  return merged;
}

/** A heading, or a line in bold above a paragraph. */
function isHeading({ kind, text, bold }: PageBlock, next: PageBlock | undefined): boolean {
  if (kind === "heading") return true;
  if (kind !== "paragraph" || text.length > MAX_HEADING || !next) return false;
  return bold >= text.length * WHOLLY && !ENDS_SENTENCE.test(text) && isProse(next);
}

function isIntroducedBy(before: string, { kind, text }: PageBlock): boolean {
  return INTRODUCES.test(before) && (kind === "quotation" || OPENS_QUOTATION.test(text));
}
