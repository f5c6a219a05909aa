import type { AnswerType } from "./answer-type.ts";

/** What a word may stand for, as bits: a word can have several classes. */
export const TOKEN_CLASS = {
  name: 1,
  number: 2,
  time: 4,
  place: 8,
  reason: 16,
  preposition: 32,
  stopWord: 64,
  /** "After", "during": without a date, these may say when. */
  moment: 128,
  /** "Not", "never": the sentence says what is not the case. */
  negation: 256,
} as const;

/** An answer has a word of one of these classes; no class of words shows "manner" or "anything". */
export const ANSWER_TYPE_CLASSES: Readonly<Record<AnswerType, number>> = {
  time: TOKEN_CLASS.time,
  person: TOKEN_CLASS.name,
  number: TOKEN_CLASS.number,
  duration: TOKEN_CLASS.number | TOKEN_CLASS.time,
  place: TOKEN_CLASS.place,
  reason: TOKEN_CLASS.reason,
  manner: 0,
  anything: 0,
};

/** Classes that belong to the word itself; names and places depend on the words around. */
const LISTED = ["number", "time", "preposition", "reason", "moment", "negation"] as const;

/**
 * Folded words by class, separated by spaces. `січ*` is every word that starts with `січ`, `рок*3` those
 * with up to three more letters.
 */
export type TokenClassLists = Readonly<Record<(typeof LISTED)[number], string>>;

/** A folded word → bits of TOKEN_CLASS. */
export type ClassifyToken = (folded: string) => number;

export function tokenClassifier(lists: TokenClassLists): ClassifyToken {
  const words = new Map<string, number>();
  const prefixes = new Map<string, Prefix>();
  for (const name of LISTED) {
    for (const entry of lists[name].trim().split(/\s+/u)) addEntry(entry, TOKEN_CLASS[name]);
  }
  const lengths = [...prefixes.keys()].map(({ length }) => length);
  const [shortest, longest] = [Math.min(...lengths), Math.max(...lengths)];

  function addEntry(entry: string, bits: number): void {
    const [written = "", maxEnding] = entry.split("*");
    if (maxEnding === undefined) words.set(written, (words.get(written) ?? 0) | bits);
    else
      prefixes.set(written, { bits, maxEnding: maxEnding === "" ? Infinity : Number(maxEnding) });
  }

  return (folded) => {
    let bits = numericClass(folded) | (words.get(folded) ?? 0);
    for (let length = shortest; length <= Math.min(longest, folded.length); length += 1) {
      const prefix = prefixes.get(folded.slice(0, length));
      if (prefix && isEnding(folded.slice(length), prefix.maxEnding)) bits |= prefix.bits;
    }
    return bits;
  };
}

/** A prefix that many forms share, and how many letters may follow it. */
type Prefix = { readonly bits: number; readonly maxEnding: number };

const ONLY_LETTERS = /^\p{L}*$/u;

function isEnding(rest: string, maxEnding: number): boolean {
  return rest.length <= maxEnding && ONLY_LETTERS.test(rest);
}

const YEAR = /^(?:1\d{3}|20\d{2})(?:s|-\d+)?$/u;
const DIGITS = /^\d/u;

function numericClass(folded: string): number {
  if (!DIGITS.test(folded)) return 0;
  return YEAR.test(folded) ? TOKEN_CLASS.time : TOKEN_CLASS.number;
}

/** For texts that may be in any of several languages. */
export function mergeTokenClasses(lists: readonly TokenClassLists[]): TokenClassLists {
  const merged = (name: (typeof LISTED)[number]) => lists.map((list) => list[name]).join(" ");
  return {
    number: merged("number"),
    time: merged("time"),
    preposition: merged("preposition"),
    reason: merged("reason"),
    moment: merged("moment"),
    negation: merged("negation"),
  };
}
