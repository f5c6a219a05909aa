import { LANGUAGE_PACKS } from "../../../languages/packs.ts";
import type { ExtractedBlock } from "../../extracted-article.ts";
import { isIntroduction, listText } from "../../list-text.ts";
import { isProse } from "./block-forms.ts";
import type { PageBlock } from "./page-blocks.ts";

/** A paragraph in bold that is shorter than this is a heading. */
const MAX_HEADING = 100;
const WHOLLY = 0.95;
const ENDS_SENTENCE = /[.!:;,…]["'”’»)\]]*$/u;
const LAST_COLON = / ?:$/u;
const OPENS_QUOTATION = /^(?:["“„«‘]|[—–-]\s)/u;

/** The blocks of an article as headings and paragraphs. What introduces a quotation or a list stays with it. */
export function mergeBlocks(blocks: readonly PageBlock[]): ExtractedBlock[] {
  const merged: ExtractedBlock[] = [];
  for (let at = 0; at < blocks.length;) {
    const found = listAt(blocks, at, merged.at(-1));
    if (found) {
      merged.splice(merged.length - found.replaced, found.replaced, ...found.list);
      at += found.length;
    } else {
      addBlock(merged, blocks, at);
      at += 1;
    }
  }
  return merged;
}

function addBlock(merged: ExtractedBlock[], blocks: readonly PageBlock[], at: number): void {
  const [block, next] = blocks.slice(at, at + 2);
  if (!block) return;
  const { text } = block;
  const before = merged.at(-1);
  if (isHeading(block, next)) merged.push({ kind: "heading", text });
  else if (before?.kind === "paragraph" && isIntroducedBy(before.text, block)) {
    merged.splice(-1, 1, { kind: "paragraph", text: `${before.text} ${text}` });
  } else merged.push({ kind: "paragraph", text });
}

type List = {
  readonly list: readonly ExtractedBlock[];
  /** How many items it has. */
  readonly length: number;
  /** How many blocks before it are in it now. */
  readonly replaced: number;
};

/** A list that something introduces; one below "Key points" has the key facts. */
function listAt(
  blocks: readonly PageBlock[],
  at: number,
  before: ExtractedBlock | undefined,
): List | undefined {
  const end = blocks.findIndex(({ kind }, place) => place >= at && kind !== "item");
  const items = blocks.slice(at, end < 0 ? undefined : end).map(({ text }) => text);
  if (items.length === 0 || !before) return undefined;
  if (before.kind === "paragraph" && isIntroduction(before.text)) {
    const list = listText(before.text, items).map((text) => ({ kind: "paragraph", text }) as const);
    return { list, length: items.length, replaced: 1 };
  }
  if (before.kind !== "heading" || !isKeyHeading(before.text) || !areKeyFacts(items))
    return undefined;
  const facts = items.map((text) => ({ kind: "paragraph", text, isKeyFact: true }) as const);
  return { list: facts, length: items.length, replaced: 0 };
}

/** A longer list tells everything, a longer item explains. */
const MAX_KEY_FACTS = 10;
const MAX_KEY_FACT = 300;

function areKeyFacts(items: readonly string[]): boolean {
  return items.length <= MAX_KEY_FACTS && items.every(({ length }) => length <= MAX_KEY_FACT);
}

function isKeyHeading(text: string): boolean {
  const words = text.replace(LAST_COLON, "");
  return LANGUAGE_PACKS.some(({ facts }) => facts.keyHeading.test(words));
}

/** A heading, or a line in bold above a paragraph. */
function isHeading({ kind, text, bold }: PageBlock, next: PageBlock | undefined): boolean {
  if (kind === "heading") return true;
  if (kind !== "paragraph" || text.length > MAX_HEADING || !next) return false;
  if (next.kind === "item" && isKeyHeading(text)) return true;
  return bold >= text.length * WHOLLY && !ENDS_SENTENCE.test(text) && isProse(next);
}

function isIntroducedBy(before: string, { kind, text }: PageBlock): boolean {
  return isIntroduction(before) && (kind === "quotation" || OPENS_QUOTATION.test(text));
}
