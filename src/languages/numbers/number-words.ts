import { foldWord } from "../../text/words.ts";

/**
 * The number words of a language, folded and separated by spaces. In the lists of `cardinals` and
 * `ordinals`, `~` stands for each of the endings given with them.
 */
export type NumberWords = {
  readonly decimalMark: "." | ",";
  /** By value; hundreds too where they are one word. */
  readonly cardinals: Readonly<Record<number, string>>;
  readonly cardinalEndings: string;
  readonly ordinals: Readonly<Record<number, string>>;
  readonly ordinalEndings: string;
  /** Forms of one: a number within others only, because alone they are mostly articles and pronouns. */
  readonly one: string;
  /** Multiply what comes before them, in any form and abbreviation. */
  readonly scales: Readonly<Record<number, string>>;
  /** Forms of the scales that mean one of them without a number before them: "мільйон". */
  readonly singleScales: string;
  /** Abbreviations of scales that are only written together with digits: "15m". */
  readonly attachedScales: Readonly<Record<number, string>>;
  /** Before a scale: "half a million". */
  readonly half: string;
  /** Within a number: "two hundred and six". */
  readonly and: string;
  /** Behind the digits of an ordinal: "21st". */
  readonly ordinalSuffixes: string;
};

/** All that a word can mean in a number. */
export type NumberWord = {
  readonly cardinal?: number;
  readonly ordinal?: number;
  readonly scale?: number;
  readonly isSingle?: true;
  readonly attachedScale?: number;
  readonly isOne?: true;
  readonly isHalf?: true;
  readonly isAnd?: true;
  readonly isOrdinalSuffix?: true;
};

/** Whether it says how many: "first" does not. */
export function isNumberWord(meaning: NumberWord | undefined): boolean {
  return (meaning?.cardinal ?? meaning?.scale) !== undefined || meaning?.isHalf === true;
}

export type NumberLexicon = {
  readonly decimalMark: "." | ",";
  readonly wordOf: (folded: string) => NumberWord | undefined;
};

export function numberLexiconOf(words: NumberWords): NumberLexicon {
  const lexicon = new Map<string, NumberWord>();
  const add = (list: string, meaning: NumberWord) => {
    for (const word of list.split(" ").map(foldWord)) {
      lexicon.set(word, { ...lexicon.get(word), ...meaning });
    }
  };
  for (const [value, forms] of Object.entries(words.cardinals)) {
    add(withEndings(forms, words.cardinalEndings), { cardinal: Number(value) });
  }
  for (const [value, forms] of Object.entries(words.ordinals)) {
    add(withEndings(forms, words.ordinalEndings), { ordinal: Number(value) });
  }
  for (const [value, forms] of Object.entries(words.scales)) add(forms, { scale: Number(value) });
  for (const [value, forms] of Object.entries(words.attachedScales)) {
    add(forms, { attachedScale: Number(value) });
  }
  add(words.singleScales, { isSingle: true });
  add(words.one, { isOne: true });
  add(words.half, { isHalf: true });
  add(words.and, { isAnd: true });
  add(words.ordinalSuffixes, { isOrdinalSuffix: true });
  lexicon.delete("");
  return { decimalMark: words.decimalMark, wordOf: (folded) => lexicon.get(folded) };
}

/** Each form with `~` once with each ending. */
export function withEndings(forms: string, endings: string): string {
  const all = forms
    .split(" ")
    .flatMap((form) =>
      form.endsWith("~") ? endings.split(" ").map((ending) => form.slice(0, -1) + ending) : form,
    );
  return all.join(" ");
}
