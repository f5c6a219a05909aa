import type { MessageForms } from "../../languages/language-pack.ts";
import { sentencesIn } from "../../text/sentences.ts";
import { hasWords } from "../../text/words.ts";

/** A sentence of a message, or an item of its list. */
export type MessageSentence = { readonly text: string; readonly isItem: boolean };

const ITEM = /^[ \t]*(?:[-–—•*‣▪][ \t]+|\(?(?:\d{1,2}|\p{L})\)[ \t]*|\d{1,2}\.[ \t]+)/u;
/** The numbers of a list that is written on one line: "1) When …? 2) What …?" */
const NUMBER =
  /(?<=^|[\s.?!;:,])\(?(\d{1,2})(?:\)|(?<=^\d|[\n.?!;:,]\s?\d)\.)\s*(?=\p{L}|["“«„])/gmu;
const ENDS = /[.?!…:;]["'”’»)\]]*$/u;
/** The look-behinds make a search start once per run of marks, not at each mark. */
const SENTENCE_END = /(?<![?!.…])[?!.…]+["'”’»)\]]*\s+/gu;
const STOP = /(?<![.!…])[.!…]+\s+/gu;
/** A question mark inside a quotation ends no sentence of the reader's. */
const QUOTATION = /“[^”\n]{0,300}”|«[^»\n]{0,300}»|„[^“”\n]{0,300}[“”]|"[^"\n]{0,300}"/gu;

/** Enough to recognise a question by. */
const LONGEST_OPENING = 200;

type Forms = readonly Pick<MessageForms, "asks">[];

/** Splits at line ends where something new begins, at numbers of a list, and at ends of sentences. */
export function sentencesOfMessage(text: string, forms: Forms): MessageSentence[] {
  const asks = (sentence: string) => forms.some((form) => form.asks.test(sentence));
  return linesIn(numbersOnLines(text), asks).flatMap(({ text: line, isItem }) =>
    splitLine(line, asks).map((sentence) => ({ text: sentence, isItem })),
  );
}

/** Puts each item of a numbered list on a line of its own. */
function numbersOnLines(text: string): string {
  const numbers = Array.from(text.matchAll(NUMBER), ([, number]) => Number(number));
  const isList = numbers.length > 1 && numbers.every((number, at) => number === at + 1);
  return isList ? text.replace(NUMBER, "\n\n$1) ") : text;
}

/** The end of a message counts. */
const MAX_LINES = 80;

/** Joins what a reader has only wrapped. */
function linesIn(text: string, asks: (line: string) => boolean): MessageSentence[] {
  const lines: MessageSentence[] = [];
  let isApart = true;
  for (const written of text.split("\n").slice(-MAX_LINES)) {
    const isItem = ITEM.test(written);
    const line = written.replace(ITEM, "").trim();
    const last = lines.at(-1);
    const begins =
      isApart ||
      isItem ||
      last === undefined ||
      ENDS.test(last.text) ||
      asks(line.slice(0, LONGEST_OPENING));
    if (line !== "" && begins) lines.push({ text: line, isItem });
    else if (line !== "" && last) lines.splice(-1, 1, { ...last, text: `${last.text} ${line}` });
    isApart = line === "";
  }
  return lines;
}

function splitLine(line: string, asks: (sentence: string) => boolean): string[] {
  const quotations = Array.from(line.matchAll(QUOTATION), ({ 0: quoted, index }) => {
    return [index, index + quoted.length] as const;
  });
  const cuts = [
    ...sentencesIn(line).map(([start]) => start),
    ...Array.from(line.matchAll(SENTENCE_END), ({ 0: end, index }) =>
      end.includes("?") ? index + end.length : 0,
    ),
    ...Array.from(line.matchAll(STOP), (match) => match.index + match[0].length).filter((at) =>
      asks(line.slice(at, at + LONGEST_OPENING)),
    ),
  ];
  const isQuoted = (at: number) => quotations.some(([from, upTo]) => from < at && at < upTo);
  const starts = [...new Set([0, ...cuts])].filter((at) => !isQuoted(at)).toSorted((a, b) => a - b);
  return starts
    .map((start, at) => line.slice(start, starts[at + 1]).trim())
    .filter((sentence) => hasWords(sentence));
}
