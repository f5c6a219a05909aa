import type { AnswerType } from "./answer-type.ts";

/** What a word may stand for, as bits: a word can be of several classes. */
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
  /** "Not", "never": the sentence says what is not so. */
  denial: 256,
} as const;

/** A passage that answers has a word of one of these; "anything" and "manner" show in no word. */
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
const LISTED = ["number", "time", "preposition", "reason", "moment", "denial"] as const;

/**
 * Folded words by class, with spaces between. `січ*` stands for every word that begins so,
 * `рок*3` for those with up to three more letters.
 */
export type TokenClassLists = Readonly<Record<(typeof LISTED)[number], string>>;

/** A folded word → bits of TOKEN_CLASS. */
export type ClassifyToken = (folded: string) => number;

export function tokenClassifier(lists: TokenClassLists): ClassifyToken {
  const words = new Map<string, number>();
  const beginnings = new Map<string, Beginning>();
  for (const name of LISTED) {
    for (const entry of lists[name].trim().split(/\s+/u)) addEntry(entry, TOKEN_CLASS[name]);
  }
  const lengths = [...beginnings.keys()].map(({ length }) => length);
  const [shortest, longest] = [Math.min(...lengths), Math.max(...lengths)];

  function addEntry(entry: string, bits: number): void {
    const [written = "", most] = entry.split("*");
    if (most === undefined) words.set(written, (words.get(written) ?? 0) | bits);
    else beginnings.set(written, { bits, most: most === "" ? Infinity : Number(most) });
  }

  return (folded) => {
    let bits = inFigures(folded) | (words.get(folded) ?? 0);
    for (let length = shortest; length <= Math.min(longest, folded.length); length += 1) {
      const beginning = beginnings.get(folded.slice(0, length));
      if (beginning && isEnding(folded.slice(length), beginning.most)) bits |= beginning.bits;
    }
    return bits;
  };
}

/** A beginning that many forms share, and how many letters may follow it. */
type Beginning = { readonly bits: number; readonly most: number };

const ONLY_LETTERS = /^\p{L}*$/u;

function isEnding(rest: string, most: number): boolean {
  return rest.length <= most && ONLY_LETTERS.test(rest);
}

const YEAR = /^(?:1\d{3}|20\d{2})(?:s|-\d+)?$/u;
const DIGITS = /^\d/u;

function inFigures(folded: string): number {
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
    denial: merged("denial"),
  };
}
