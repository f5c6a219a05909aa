import type { ReportDiagnostic } from "../diagnostic.ts";
import type { AttributeGroup, BracketedSpan } from "./read-inline.ts";

/** Attributes by name; each with its value and the line on which it stands. */
export type AttributeMap = ReadonlyMap<string, { readonly value: string; readonly line: number }>;

/** A heading or a paragraph, with what an editor wrote in braces behind it. */
export type Block = {
  readonly type: "heading" | "paragraph";
  /** Headings: 1 to 6. Paragraphs: 0. */
  readonly level: number;
  /** Plain text on one line, without the marks of Markdown. */
  readonly text: string;
  readonly attributes: AttributeMap;
  /** Whether a mistake in braces, which has been told, hides attributes. */
  readonly isFaulty: boolean;
  readonly spans: readonly BracketedSpan[];
  /** Words by which it may be found, such as the headings of a table's columns. */
  readonly keywords?: string;
  /** Where it starts in the file, counted from 1. */
  readonly line: number;
};

/** A block with the braces behind it, in order. */
export type RawBlock = Omit<Block, "attributes" | "isFaulty"> & {
  readonly groups: readonly AttributeGroup[];
};

const BEHIND_NOTHING =
  "these braces follow no words: put them after the last word of the paragraph they describe";
const BEHIND_SEVERAL =
  "these braces follow several paragraphs: put them after the last word of each paragraph they describe";

/** Collects blocks, and gives braces in a paragraph of their own to the one before. */
export function blockCollector(report: ReportDiagnostic) {
  const drafts: { draft: RawBlock; groups: AttributeGroup[] }[] = [];
  /** How many drafts there were when each quotation, list and item began. */
  const containers: number[] = [];
  /** How many of the last drafts braces would belong to. */
  let above = 0;

  return {
    enter(): void {
      containers.push(drafts.length);
      above = 0;
    },
    leave(): void {
      above = drafts.length - (containers.pop() ?? 0);
    },
    /** Paragraphs that are one thing in the article, such as the rows of a table. */
    add(added: readonly RawBlock[]): void {
      if (added.length === 0) return;
      for (const draft of added) drafts.push({ draft, groups: [...draft.groups] });
      above = added.filter(({ type }) => type === "paragraph").length;
    },
    /** What shows no words, such as a picture; braces behind it are about nothing. */
    skip(groups: readonly AttributeGroup[]): void {
      above = 0;
      const [first] = groups;
      if (first) report(first.line, BEHIND_NOTHING);
    },
    attach(groups: readonly AttributeGroup[]): void {
      const last = drafts.at(-1);
      if (above === 1 && last) addAll(last.groups, groups);
      else report(groups[0]?.line ?? 1, above === 0 ? BEHIND_NOTHING : BEHIND_SEVERAL);
    },
    blocks: (): Block[] =>
      drafts.map(({ draft: { groups: _own, ...block }, groups }) => ({
        ...block,
        attributes: mergeAttributes(groups, report),
        isFaulty: groups.some((group) => group.isFaulty === true),
      })),
  };
}

/** Arguments are limited in number, what a file holds is not. */
function addAll<Item>(items: Item[], added: readonly Item[]): void {
  for (const item of added) items.push(item);
}

/** All attributes of several braces; none may be given twice. */
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
