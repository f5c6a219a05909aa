import type { Range } from "../../text/ranges.ts";

/** Words in quotation marks, marks included, as ranges of a paragraph. */
export type Quotation = {
  readonly range: Range;
  /** It goes on from the paragraph before, or opens again there without having been closed. */
  readonly continues: boolean;
};

/** By opening mark: those that close it. Straight marks close themselves. */
const CLOSING: Readonly<Record<string, string>> = {
  "“": '”"',
  "„": '“”"',
  "«": "»",
  '"': '"”',
  "‟": "”",
  "‘": "’",
  "''": "''",
  "``": "''",
};
const MARK = /[“”„«»"‟]|''|``|(?<![\p{L}\p{N}])‘(?=[\p{L}\p{N}])|(?<=[.,?!…])’(?!\p{L})/gu;
const STARTS_OPEN = /^\s*(?:[“„«"‟]|''|``)/u;
const SPACE_BEFORE = /(?:^|[\s([{—–-])$/u;

/** The quotations of each paragraph. Of one within another, only the outer one counts. */
export function quotationsIn(paragraphs: readonly string[]): Quotation[][] {
  let open: string | undefined;
  /** The paragraph before is nothing but a quotation that has not ended. */
  let isBlock = false;
  return paragraphs.map((paragraph, number) => {
    const continues = open !== undefined && STARTS_OPEN.test(paragraph);
    const goesOn =
      !continues &&
      open !== undefined &&
      (closesFirst(paragraph, open) ||
        (isBlock && isWithinBlock(paragraph, paragraphs[number + 1] ?? "", open)));
    const read = readParagraph(paragraph, continues, goesOn ? open : undefined);
    open = read.open;
    isBlock =
      open !== undefined && read.quotations.length === 1 && read.quotations[0]?.range[0] === 0;
    return read.quotations;
  });
}

/** Without marks, in a quotation that opens again in the next paragraph, or ends there. */
function isWithinBlock(paragraph: string, next: string, open: string): boolean {
  const hasMarks = paragraph.match(MARK) !== null;
  return !hasMarks && (STARTS_OPEN.test(next) || closesFirst(next, open));
}

/** Whether a quotation of the paragraph before ends in this one, without having been opened anew. */
function closesFirst(paragraph: string, open: string): boolean {
  const [first] = paragraph.matchAll(MARK);
  if (!first || !closes(paragraph, first[0], first.index, open)) return false;
  return CLOSING[first[0]] === undefined || isLast(paragraph, first.index, first[0]);
}

/** A mark at the end of a paragraph closes, whichever it is: some are typed wrong. */
function closes(paragraph: string, mark: string, at: number, open: string): boolean {
  return CLOSING[open]?.includes(mark) === true || isLast(paragraph, at, mark);
}

function isLast(paragraph: string, at: number, mark: string): boolean {
  return paragraph.slice(at + mark.length).trim() === "";
}

/** `opened`: the mark of a quotation that goes on from the paragraph before. */
function readParagraph(paragraph: string, opensAnew: boolean, opened?: string) {
  const quotations: Quotation[] = [];
  let open: { readonly mark: string; readonly at: number; depth: number } | undefined =
    opened === undefined ? undefined : { mark: opened, at: 0, depth: 0 };
  const add = (start: number, end: number) => {
    const continues = quotations.length === 0 && (opensAnew || opened !== undefined);
    quotations.push({ range: [start, end], continues });
  };
  for (const { 0: mark, index } of paragraph.matchAll(MARK)) {
    if (open && mark === open.mark && mark === "«") open.depth += 1;
    else if (open && closes(paragraph, mark, index, open.mark)) {
      if (open.depth > 0) open.depth -= 1;
      else {
        add(open.at, index + mark.length);
        open = undefined;
      }
    } else if (!open && CLOSING[mark] !== undefined && opens(paragraph, mark, index)) {
      open = { mark, at: index, depth: 0 };
    }
  }
  if (open) add(open.at, paragraph.length);
  return { quotations, open: open?.mark };
}

/** A straight mark with a letter before it closes something that was never opened, or stands for inches. */
function opens(paragraph: string, mark: string, at: number): boolean {
  if (isLast(paragraph, at, mark)) return false;
  return (
    (mark !== '"' && mark !== "''") || SPACE_BEFORE.test(paragraph.slice(Math.max(0, at - 1), at))
  );
}
