import { readBraces, type Attribute } from "../markdown/read-braces.ts";

/** Braces with attributes in the source of a paragraph, as offsets into it. */
type WrittenBraces = {
  readonly start: number;
  readonly end: number;
  readonly attributes: readonly Attribute[];
};

/** `[words]{by=…}` in the source: the offsets of its brackets, and its braces. */
type WrittenSpan = WrittenBraces & { readonly open: number; readonly close: number };

export type ScannedBlock = {
  /** The braces that describe the paragraph as a whole. */
  readonly groups: readonly WrittenBraces[];
  readonly spans: readonly WrittenSpan[];
};

/** An escaped character, a run of backticks, or a bracket. */
const STEP = /\\[^]|(?<ticks>`+)|[[\]{]/gu;

/** Finds the braces and bracketed spans in the Markdown of one paragraph. */
export function scanBlock(source: string): ScannedBlock {
  const groups: WrittenBraces[] = [];
  const spans: WrittenSpan[] = [];
  const open: number[] = [];
  /** The bracket that was closed last, if nothing has followed it. */
  let closed: { readonly open: number; readonly close: number } | undefined;
  STEP.lastIndex = 0;
  for (let step = STEP.exec(source); step; step = STEP.exec(source)) {
    const { 0: found, index } = step;
    const { ticks } = step.groups ?? {};
    if (ticks !== undefined) STEP.lastIndex = endOfCode(source, index, ticks);
    else if (found === "[") open.push(index);
    else if (found === "]") {
      const from = open.pop();
      closed = from === undefined ? undefined : { open: from, close: index };
    } else if (found === "{") {
      const braces = readBraces(source, index);
      if (braces.kind !== "attributes") continue;
      const written = { start: index, end: braces.end, attributes: braces.attributes };
      if (closed?.close === index - 1) spans.push({ ...written, ...closed });
      else groups.push(written);
      STEP.lastIndex = braces.end;
    }
  }
  return { groups, spans };
}

/** Inline code ends at the next run of as many backticks; a run without such a partner is text. */
function endOfCode(source: string, start: number, ticks: string): number {
  const after = start + ticks.length;
  const closing = new RegExp(`(?<!\`)${ticks}(?!\`)`, "u").exec(source.slice(after));
  return closing ? after + closing.index + ticks.length : after;
}
