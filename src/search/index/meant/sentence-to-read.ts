import type { AnalysedWord } from "../../analysis/analyse-text.ts";
import type { BodyNouns } from "./body-nouns.ts";

/** The words of a passage, with what they are; `quoted` has the places of those in quotation marks. */
export type TextToRead = {
  readonly text: string;
  readonly words: readonly AnalysedWord[];
  readonly quoted: ReadonlySet<number>;
  /** Of a language with cases and without articles. */
  readonly isInflected: boolean;
  readonly bodyNouns: BodyNouns;
};

/** Words from a place up to another. */
export type SentenceToRead = TextToRead & { readonly from: number; readonly to: number };

const CAPITAL = /^\p{Lu}/u;
/** Comparing numbers takes a tenth of the time. */
const [CAPITAL_A, CAPITAL_Z, LAST_ASCII] = [65, 90, 127];

export function isCapital({ words }: TextToRead, at: number): boolean {
  const text = words[at]?.word.text ?? "";
  const code = text.charCodeAt(0);
  return code <= LAST_ASCII ? code >= CAPITAL_A && code <= CAPITAL_Z : CAPITAL.test(text);
}

export function hasKind({ words }: TextToRead, at: number, kinds: number): boolean {
  return ((words[at]?.kinds ?? 0) & kinds) !== 0;
}

/** What stands before a word, behind the one before it. */
export function gapBefore({ text, words }: TextToRead, at: number): string {
  return text.slice(words[at - 1]?.word.end ?? 0, words[at]?.word.start ?? text.length);
}

const SPACES = " \u00a0-";

/** Whether nothing but a space or hyphen is between a word and the one before it. */
export function isJoined({ text, words }: TextToRead, at: number): boolean {
  const start = words[at]?.word.start ?? 0;
  return start - 1 === words[at - 1]?.word.end && SPACES.includes(text.charAt(start - 1));
}

const MARK = /["“”«»„]|''/u;
const NONE: ReadonlySet<number> = new Set();
const MARKS = /["“”«»„]|''/gu;

/** The places of the words in quotation marks. */
export function quotedWords(text: string, words: readonly AnalysedWord[]): ReadonlySet<number> {
  if (!MARK.test(text)) return NONE;
  const quoted = new Set<number>();
  const marks = Array.from(text.matchAll(MARKS), ({ 0: mark, index }) => ({ mark, index }));
  let isOpen = false;
  let next = 0;
  for (const [at, { word }] of words.entries()) {
    for (; (marks[next]?.index ?? Infinity) < word.start; next += 1) {
      isOpen = isOpening(marks[next]?.mark ?? "", isOpen);
    }
    if (isOpen) quoted.add(at);
  }
  return quoted;
}

function isOpening(mark: string, isOpen: boolean): boolean {
  if (mark === "«" || mark === "„") return true;
  if (mark === "»" || mark === "”") return false;
  // “ opens in English, and closes behind „.
  return !isOpen;
}
