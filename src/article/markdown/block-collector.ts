import type { ReportDiagnostic } from "../diagnostic.ts";
import type { AttributeGroup, BracketedSpan } from "./read-inline.ts";

/** Attributes by name, each with its value and line. */
export type AttributeMap = ReadonlyMap<string, { readonly value: string; readonly line: number }>;

/** A heading or paragraph with the attributes in braces after it. */
export type Block = {
  readonly type: "heading" | "paragraph";
  /** Headings: 1 to 6. Paragraphs: 0. */
  readonly level: number;
  /** Plain text on one line, without Markdown. */
  readonly text: string;
  readonly attributes: AttributeMap;
  /** Whether malformed braces, already reported, may contain attributes. */
  readonly isFaulty: boolean;
  readonly spans: readonly BracketedSpan[];
  /** Search terms, such as the column headings of a table. */
  readonly keywords?: string;
  /** Line of the file on which it starts, counted from 1. */
  readonly line: number;
};

/** A block whose groups of attributes are not merged yet. */
export type RawBlock = Omit<Block, "attributes" | "isFaulty"> & {
  readonly groups: readonly AttributeGroup[];
};

const AFTER_NO_WORDS =
  "these braces follow no words: put them after the last word of the paragraph they describe";
const AFTER_SEVERAL =
  "these braces follow several paragraphs: put them after the last word of each paragraph they describe";

/** Collects blocks; braces in a separate paragraph are attached to the block before them. */
export function blockCollector(report: ReportDiagnostic) {
  const drafts: { draft: RawBlock; groups: AttributeGroup[] }[] = [];
  /** Number of drafts at the start of each open quotation, list and item. */
  const containers: number[] = [];
  /** How many of the last drafts braces in a separate paragraph would describe. */
  let above = 0;

  return {
    enter(): void {
      containers.push(drafts.length);
      above = 0;
    },
    leave(): void {
      above = drafts.length - (containers.pop() ?? 0);
    },
    /** Adds blocks that belong together, such as the rows of a table. */
    add(added: readonly RawBlock[]): void {
      if (added.length === 0) return;
      for (const draft of added) drafts.push({ draft, groups: [...draft.groups] });
      above = added.filter(({ type }) => type === "paragraph").length;
    },
    /** Skips something without words, such as a picture; braces after it describe nothing. */
    skip(groups: readonly AttributeGroup[]): void {
      above = 0;
      const [first] = groups;
      if (first) report(first.line, AFTER_NO_WORDS);
    },
    attach(groups: readonly AttributeGroup[]): void {
      const last = drafts.at(-1);
      if (above === 1 && last) addAll(last.groups, groups);
      else report(groups[0]?.line ?? 1, above === 0 ? AFTER_NO_WORDS : AFTER_SEVERAL);
    },
    blocks: (): Block[] =>
      drafts.map(({ draft: { groups: _own, ...block }, groups }) => ({
        ...block,
        attributes: mergeAttributes(groups, report),
        isFaulty: groups.some((group) => group.isFaulty === true),
      })),
  };
}

/** `push(...added)` would exceed the maximum number of arguments in a large file. */
function addAll<Item>(items: Item[], added: readonly Item[]): void {
  for (const item of added) items.push(item);
}

/** Merges groups of attributes; reports those given twice. */
export function mergeAttributes(
  groups: readonly AttributeGroup[],
  report: ReportDiagnostic,
): AttributeMap {
  const merged = new Map<string, { readonly value: string; readonly line: number }>();
  for (const { attributes, line } of groups) {
    for (const [name, value] of attributes) {
      if (merged.has(name)) report(line, `\`${name}\` is given twice: keep one of the two`);
      else merged.set(name, { value, line });
    }
  }
  return merged;
}
