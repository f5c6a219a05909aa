import type { ReportDiagnostic } from "../diagnostic.ts";

const OPEN = "<!--";
const CLOSE = "-->";

const UNCLOSED =
  "the comment `<!--` is not closed: end it with `-->`, or write `\\<!--` to show it";
const UNOPENED =
  "`-->` has no opening `<!--`: add it, or write `→`, or `\\-->` to show the characters";
const WITHIN = "a comment starts inside another: close the first one with `-->`";

/** Everything that matters for finding comments: fences, escapes, inline code, comment marks. */
const STEP =
  /^(?<fence>[ \t>]*(?:[-*+] |\d+[.)] )*(?:`{3,}(?!.*`)|~{3,})).*$|\\.|(?<ticks>`+)|<!--|-->/gmu;

/**
 * Removes comments from Markdown, even across blank lines, and keeps line numbers. Comments in code are
 * code. `linesAbove`: number of lines in the file before `source`.
 */
export function stripComments(source: string, report: ReportDiagnostic, linesAbove = 0): string {
  if (!source.includes(OPEN) && !source.includes(CLOSE)) return source;

  const lineOf = lineCounter(source, linesAbove);
  const codeEnds = codeEndsIn(source);
  const parts: string[] = [];
  let from = 0;
  /** Number of comments opened inside others: their closing marks are not reported as well. */
  let nested = 0;
  STEP.lastIndex = 0;
  for (let step = STEP.exec(source); step; step = STEP.exec(source)) {
    const [found] = step;
    const { fence, ticks } = step.groups ?? {};
    if (fence !== undefined) STEP.lastIndex = endOfFence(source, step.index + found.length, fence);
    else if (ticks !== undefined) STEP.lastIndex = codeEnds.get(step.index) ?? STEP.lastIndex;
    else if (found === CLOSE && nested > 0) nested -= 1;
    else if (found === CLOSE) report(lineOf(step.index), UNOPENED);
    else if (found === OPEN) {
      const end = source.indexOf(CLOSE, step.index + 2) + CLOSE.length;
      if (end < CLOSE.length) {
        report(lineOf(step.index), UNCLOSED);
        return [...parts, source.slice(from).replaceAll(OPEN, "")].join("");
      }
      const inner = source.indexOf(OPEN, step.index + 1);
      if (inner >= 0 && inner < end) {
        report(lineOf(inner), WITHIN);
        nested += 1;
      }
      parts.push(
        wordsBefore(source, from, step.index, end),
        replacementFor(source, step.index, end),
      );
      from = end;
      STEP.lastIndex = end;
    }
  }
  return [...parts, source.slice(from)].join("");
}

/** Drops the space before a comment that is followed by punctuation. */
function wordsBefore(source: string, from: number, start: number, end: number): string {
  const isSpaced = source[start - 1] === " " && /[.,;:!?…)]/u.test(source[end] ?? "");
  return source.slice(from, isSpaced ? start - 1 : start);
}

/** A word joiner: already removed from the source, and removed from the text later. */
const PLACEHOLDER = "\u2060";
const LINE_START = /(?:^|\n)[ \t>]*$/u;
const MAX_LINE_START = 200;

/**
 * Blank lines replace a comment at the start of a line. A comment inside a paragraph must not end the
 * paragraph, even if it contains blank lines.
 */
function replacementFor(source: string, start: number, end: number): string {
  const newLines = source.slice(start, end).split("\n").length - 1;
  if (newLines === 0) return "";
  const before = source.slice(Math.max(0, start - MAX_LINE_START), start);
  const isBlock = LINE_START.test(before);
  return isBlock ? "\n".repeat(newLines) : `${PLACEHOLDER}\n`.repeat(newLines) + PLACEHOLDER;
}

/** Returns the line number of a position; positions must increase from call to call. */
function lineCounter(source: string, linesAbove: number): (position: number) => number {
  let line = linesAbove + 1;
  let at = 0;
  return (position) => {
    for (let next = source.indexOf("\n", at); next >= 0 && next < position;) {
      line += 1;
      at = next + 1;
      next = source.indexOf("\n", at);
    }
    return line;
  };
}

/** Where a fenced code block ends: the end of the text if it is not closed. */
function endOfFence(source: string, from: number, opening: string): number {
  const marks = /(?:`+|~+)$/u.exec(opening)?.[0] ?? "```";
  const closing = new RegExp(`^[ \\t>]*${marks}${marks[0] ?? ""}*[ \\t]*$`, "gmu");
  closing.lastIndex = from;
  return closing.exec(source) ? closing.lastIndex : source.length;
}

const TICKS_OR_BLANK = /(?<ticks>`+)|\n[ \t>]*(?=\n)/gu;

/** End of the inline code that each run of backticks opens within its paragraph, by start. */
function codeEndsIn(source: string): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  let open = new Map<number, number>();
  for (const { 0: found, index, groups } of source.matchAll(TICKS_OR_BLANK)) {
    if (groups?.["ticks"] === undefined) {
      open = new Map();
      continue;
    }
    const opener = open.get(found.length);
    if (opener !== undefined) ends.set(opener, index + found.length);
    open.set(found.length, index);
  }
  return ends;
}
