import type { Passage, Person } from "../article.ts";
import type { Attribute } from "../markdown/read-braces.ts";
import { passageAttributes, spanBraces, writeBraces } from "../writing/write-attributes.ts";
import { placesInSource } from "./place-in-source.ts";
import { scanBlock, type ScannedBlock } from "./scan-block.ts";

/** A passage as it is, and as it is to be: the same words. */
export type ChangedPassage = {
  readonly before: Passage;
  readonly after: Passage;
  readonly publisher: Person | undefined;
};

/** A part of the source with what takes its place. */
type Patch = { readonly start: number; readonly end: number; readonly by: string };

/**
 * The Markdown of a paragraph with the attributes of its passage and spans changed, and all else as it was: links,
 * emphasis, line breaks, the order of attributes. `undefined` if its words cannot be found in the Markdown.
 */
export function patchBlock(source: string, change: ChangedPassage): string | undefined {
  const scanned = scanBlock(source);
  const spans = haveSameSpans(change) ? [] : spanPatches(source, scanned, change);
  return spans && applyPatches(source, [...spans, ...groupPatches(source, scanned, change)]);
}

function haveSameSpans({ before, after, publisher }: ChangedPassage): boolean {
  const [old, wanted] = [before, after].map((passage) =>
    (passage.spans ?? []).map((span) => [
      span.start,
      span.end,
      spanBraces(span, passage, publisher),
    ]),
  );
  return JSON.stringify(old) === JSON.stringify(wanted);
}

function spanPatches(
  source: string,
  { groups, spans }: ScannedBlock,
  { after, publisher }: ChangedPassage,
): Patch[] | undefined {
  const removed: Patch[] = spans.flatMap(({ open, close, end }) => [
    { start: open, end: open + 1, by: "" },
    { start: close, end, by: "" },
  ]);
  const hidden = [...removed, ...groups];
  const isHidden = (at: number) => hidden.some(({ start, end }) => at >= start && at < end);
  const places = placesInSource(source, after.text, isHidden);
  if (!places) return undefined;
  const added = (after.spans ?? []).flatMap((span): Patch[] => {
    const [open, close] = [places.start(span.start), places.end(span.end)];
    return [
      { start: open, end: open, by: "[" },
      { start: close, end: close, by: `]${spanBraces(span, after, publisher)}` },
    ];
  });
  return [...removed, ...added];
}

/** All attributes of the passage go into the last of its braces, which are added if there are none. */
function groupPatches(source: string, { groups }: ScannedBlock, change: ChangedPassage): Patch[] {
  const given = groups.flatMap(({ attributes }) => attributes);
  const wanted = changedAttributes(given, change);
  if (JSON.stringify(wanted) === JSON.stringify(given)) return [];
  const braces = writeBraces(wanted);
  const last = groups.at(-1);
  if (!last) {
    const end = endOfWords(source);
    return [{ start: end, end, by: ` ${braces}` }];
  }
  return groups.map((group) => {
    const by = group === last ? braces : "";
    const start = by === "" ? startWithSpace(source, group.start) : group.start;
    return { start, end: group.end, by };
  });
}

/** The attributes as given, but for those that differ between the two passages. */
function changedAttributes(
  given: readonly Attribute[],
  { before, after, publisher }: ChangedPassage,
): Attribute[] {
  const [old, wanted] = [before, after].map(
    (passage) => new Map(passageAttributes(passage, { id: undefined, publisher })),
  );
  const changed = new Set(
    [...(old?.keys() ?? []), ...(wanted?.keys() ?? [])].filter(
      (name) => old?.get(name) !== wanted?.get(name),
    ),
  );
  const kept = given.flatMap(([name, value]): Attribute[] => {
    if (!changed.has(name)) return [[name, value]];
    const now = wanted?.get(name);
    return now === undefined ? [] : [[name, now]];
  });
  const names = new Set(given.map(([name]) => name));
  const added = [...(wanted ?? [])].filter(([name]) => changed.has(name) && !names.has(name));
  return [...kept, ...added];
}

/** The cell of a table row ends before its last bar. */
const TRAILING = /(?:[ \t]*\|)?\s*$/u;

function endOfWords(source: string): number {
  return TRAILING.exec(source)?.index ?? source.length;
}

function startWithSpace(source: string, start: number): number {
  return source[start - 1] === " " ? start - 1 : start;
}

function applyPatches(source: string, patches: readonly Patch[]): string {
  const parts: string[] = [];
  let at = 0;
  // Of two at one place, what closes comes before what opens.
  const inOrder = patches.toSorted(
    (one, other) => one.start - other.start || rankOf(one) - rankOf(other),
  );
  for (const { start, end, by } of inOrder) {
    parts.push(source.slice(at, start), by);
    at = Math.max(at, end);
  }
  return [...parts, source.slice(at)].join("");
}

function rankOf({ start, end, by }: Patch): number {
  if (by.startsWith("]")) return 0;
  return start === end ? 1 : 2;
}
