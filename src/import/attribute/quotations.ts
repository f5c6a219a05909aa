import type { Range } from "../../text/ranges.ts";

/** Words in quotation marks, marks included, as ranges of a paragraph. */
export type Quotation = {
  readonly range: Range;
  /** It goes on from the paragraph before, or opens anew there without having been closed. */
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

/** Without marks, in a quotation that opens anew in the next paragraph, or ends there. */
function isWithinBlock(paragraph: string, next: string, open: string): boolean {
  const hasMarks = paragraph.match(MARK) !== null;
  return !hasMarks && (STARTS_OPEN.test(next) || closesFirst(next, open));
}

/** Whether a quotation of the paragraph before ends in this one, without having been opened anew. */
function closesFirst(paragraph: string, open: string): boolean {
  const [first] = paragraph.match(MARK) ?? [];
  return (
    first !== undefined && CLOSING[first] === undefined && CLOSING[open]?.includes(first) === true
  );
}

function readParagraph(paragraph: string, continues: boolean, opened?: string) {
  const quotations: Quotation[] = [];
  let open: { readonly mark: string; readonly at: number; depth: number } | undefined =
    opened === undefined ? undefined : { mark: opened, at: 0, depth: 0 };
  for (const { 0: mark, index } of paragraph.matchAll(MARK)) {
    if (open && mark === open.mark && mark === "«") open.depth += 1;
    else if (open && CLOSING[open.mark]?.includes(mark) === true) {
      if (open.depth > 0) open.depth -= 1;
      else {
        quotations.push({
          range: [open.at, index + mark.length],
          continues: continues && quotations.length === 0,
        });
        open = undefined;
      }
    } else if (!open && CLOSING[mark] !== undefined && opens(paragraph, mark, index)) {
      open = { mark, at: index, depth: 0 };
    }
  }
  if (open) {
    quotations.push({
      range: [open.at, paragraph.length],
      continues: continues && quotations.length === 0,
    });
  }
  return { quotations, open: open?.mark };
}

/** A straight mark with a letter before it closes something that was never opened, or stands for inches. */
function opens(paragraph: string, mark: string, at: number): boolean {
  return (
    (mark !== '"' && mark !== "''") || SPACE_BEFORE.test(paragraph.slice(Math.max(0, at - 1), at))
  );
}
