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
export function mergeBlocks(found: readonly PageBlock[]): ExtractedBlock[] {
  const blocks = withLabels(found);
  const merged: ExtractedBlock[] = [];
  for (let at = 0; at < blocks.length;) {
    const list = listAt(blocks, at, merged.at(-1));
    if (list) {
      merged.splice(merged.length - list.replaced, list.replaced, ...list.blocks);
      at += list.length;
    } else {
      addBlock(merged, blocks, at);
      at += 1;
    }
  }
  return merged;
}

/** "21:40", "9.15 pm": when an entry of a live blog was written. */
const TIME = /^\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: \p{Lu}{2,4})?$/iu;

/** The blocks with each time, and each term of a list, in one with what follows it. */
function withLabels(blocks: readonly PageBlock[]): PageBlock[] {
  const labelled: PageBlock[] = [];
  for (const block of blocks) {
    const label = labelled.at(-1);
    if (!label || !isLabel(label)) labelled.push(block);
    else {
      const start =
        label.kind === "term" ? `${label.text.replace(LAST_COLON, "")}: ` : `${label.text} `;
      // A heading in bold stays one.
      const bold = block.bold + start.length;
      labelled.splice(-1, 1, { ...block, text: `${start}${block.text}`, bold });
    }
  }
  return labelled;
}

function isLabel({ kind, text }: PageBlock): boolean {
  return kind === "term" || (kind !== "item" && TIME.test(text));
}

function addBlock(merged: ExtractedBlock[], blocks: readonly PageBlock[], at: number): void {
  const [block, next] = blocks.slice(at, at + 2);
  if (!block) return;
  const { kind, text } = block;
  const before = merged.at(-1);
  const isJoined =
    before?.kind === "paragraph" &&
    (isIntroducedBy(before.text, block) || isSignature(block, blocks[at - 1]));
  if (isHeading(block, next)) merged.push({ kind: "heading", text });
  else if (isJoined) {
    merged.splice(-1, 1, { kind: "paragraph", text: `${before.text} ${text}` });
  } else merged.push({ kind: "paragraph", text, ...(IN_LIST.has(kind) && { isItem: true }) });
}

const IN_LIST: ReadonlySet<string> = new Set(["item", "row"]);

type List = {
  readonly blocks: readonly ExtractedBlock[];
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
    const texts = listText(before.text, items);
    const list = texts.map((text) => ({ kind: "paragraph", text }) as const);
    return { blocks: list, length: items.length, replaced: 1 };
  }
  if (before.kind !== "heading" || !isKeyHeading(before.text) || !areKeyFacts(items))
    return undefined;
  const facts = items.map((text) => ({ kind: "paragraph", text, isKeyFact: true }) as const);
  return { blocks: facts, length: items.length, replaced: 0 };
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

const DASH = /^[—–-]{1,2} ?\p{L}/u;
const MAX_SIGNATURE = 100;

/** Whose words a quotation is, in a line of its own below it: "— Ann Lee (@annlee) 3 May". */
function isSignature({ kind, text }: PageBlock, before: PageBlock | undefined): boolean {
  const isShort = text.length <= MAX_SIGNATURE;
  return kind === "quotation" && before?.kind === "quotation" && isShort && DASH.test(text);
}

function isIntroducedBy(before: string, { kind, text }: PageBlock): boolean {
  return isIntroduction(before) && (kind === "quotation" || OPENS_QUOTATION.test(text));
}
