import type { MessageForms } from "../../languages/language-pack.ts";
import { hasWords } from "../../text/words.ts";
import { withoutSignature } from "./without-signature.ts";

/** The reader's own words, and those of an earlier message that they quote. */
export type MessageBody = { readonly text: string; readonly quoted: string };

type Forms = readonly Pick<MessageForms, "closing" | "device" | "postscript">[];

/** Separates quoted lines ("> …"), and takes away signatures; what a postscript says counts. */
export function messageBody(
  message: string,
  forms: Forms,
  isKnown: (word: string) => boolean,
): MessageBody {
  const { own, quoted } = quotedApart(message.split("\n"));
  const isOnlyQuoted = !hasWords(own);
  const parts = atPostscripts(isOnlyQuoted ? quoted : own, forms);
  const text = parts.map((part) => withoutSignature(part, forms, isKnown)).join("\n\n");
  return { text: text.trim(), quoted: isOnlyQuoted ? "" : quoted };
}

const QUOTED = /^\s*>+\s?/u;

function isQuoted(line = ""): boolean {
  return QUOTED.test(line);
}

function quotedApart(lines: readonly string[]): { readonly own: string; readonly quoted: string } {
  // "On Monday Ann wrote:" introduces the lines below it.
  const introduces = (line: string, at: number) =>
    line.trimEnd().endsWith(":") &&
    isQuoted(lines.slice(at + 1).find((next) => next.trim() !== ""));
  return {
    own: lines.filter((line, at) => !isQuoted(line) && !introduces(line, at)).join("\n"),
    quoted: lines
      .filter((line, at) => isQuoted(line) && !introduces(line, at))
      .map((line) => line.replace(QUOTED, ""))
      .join(" "),
  };
}

const SENTENCE_START = /(?<=^|[\n.?!…]\s?)(?=[pпз][.\s]?)/gimu;

function atPostscripts(text: string, forms: Forms): string[] {
  const parts: string[] = [];
  let start = 0;
  for (const { index } of text.matchAll(SENTENCE_START)) {
    const rest = text.slice(index, index + LONGEST_POSTSCRIPT_MARK);
    const mark = forms.map(({ postscript }) => postscript.exec(rest)?.[0] ?? "").find(Boolean);
    if (mark === undefined || index < start) continue;
    parts.push(text.slice(start, index));
    start = index + mark.length;
  }
  return [...parts, text.slice(start)];
}

/** "P. P. S. – " */
const LONGEST_POSTSCRIPT_MARK = 16;
