/** How the words of an inflected language change. Endings are lists separated by spaces, with `-` for none. */
export type Inflection = {
  /** The endings of each way to inflect, and those of the words that a dictionary lists. */
  readonly endings: readonly (readonly [listed: string, forms: string])[];
  /** Those that no vowel may precede. */
  readonly endingsAfterConsonant: string;
  /** Ends of forms, and of the words that they may be forms of: "шел" → "идти". */
  readonly bases: readonly EndsOf[];
  /** The same for words derived from others: "решение" → "решить". */
  readonly derived: readonly EndsOf[];
  /** Stripped before words are compared. */
  readonly reflexive?: RegExp;
  /** Letters that change within a word, as "рік" becomes "року". */
  readonly changingVowel?: RegExp;
};

export const NO_INFLECTION: Inflection = {
  endings: [],
  endingsAfterConsonant: "",
  bases: [],
  derived: [],
};

type EndsOf = readonly [forms: string, bases: string];

/** How words of a language are related. All words are folded. */
export type WordForms = {
  /** How many letters a form shares with a listed word before their endings; 0 if it is no form of it. */
  readonly sharedByForms: (form: string, listed: string) => number;
  /** Words that a word may be a form of; most do not exist. */
  readonly basesOf: (word: string) => readonly string[];
  readonly originsOf: (word: string) => readonly string[];
  readonly sharedLetters: (one: string, other: string) => number;
  readonly withoutReflexive: (word: string) => string;
  readonly isReflexive: (word: string) => boolean;
};

/** Two letters of a short word tell more: "гра" and "гри". */
const MIN_SHARED = 3;
const MIN_SHARED_OF_SHORT = 2;
const SHORT = 4;

const VOWEL = /[аеиіїєоуыэюя]/u;

export function createWordForms(inflection: Inflection): WordForms {
  const { endings, endingsAfterConsonant, bases, derived, reflexive, changingVowel } = inflection;
  const inflections = endings.map(([listed, forms]) => ({
    listed: endingsOf(listed),
    forms: endingsOf(`${listed} ${forms}`),
  }));
  const afterConsonant = endingsOf(endingsAfterConsonant);
  const plain = (word: string) => (changingVowel ? word.replaceAll(changingVowel, "о") : word);
  const withoutReflexive = (word: string) => (reflexive ? word.replace(reflexive, "") : word);
  const sharedLetters = (one: string, other: string) => sharedBeginning(plain(one), plain(other));

  function areEndings(form: string, listed: string, before: string): boolean {
    if (VOWEL.test(before) && (afterConsonant.has(form) || afterConsonant.has(listed)))
      return false;
    return inflections.some((way) => way.forms.has(form) && way.listed.has(listed));
  }

  function sharedByForms(form: string, listed: string): number {
    const [first, second] = [withoutReflexive(form), withoutReflexive(listed)];
    if (first === second) return first.length;
    const isShort = Math.max(first.length, second.length) <= SHORT;
    const least = isShort ? MIN_SHARED_OF_SHORT : MIN_SHARED;
    for (let shared = sharedLetters(first, second); shared >= least; shared -= 1) {
      const before = first.charAt(shared - 1);
      if (areEndings(first.slice(shared), second.slice(shared), before)) return shared;
    }
    return 0;
  }

  return {
    sharedByForms,
    basesOf: rewriter(bases, withoutReflexive),
    originsOf: rewriter(derived, withoutReflexive),
    sharedLetters,
    withoutReflexive,
    isReflexive: (word) => reflexive?.test(word) ?? false,
  };
}

function endingsOf(list: string): ReadonlySet<string> {
  return new Set(list.split(" ").map((ending) => (ending === "-" ? "" : ending)));
}

function sharedBeginning(one: string, other: string): number {
  let shared = 0;
  while (shared < one.length && one[shared] === other[shared]) shared += 1;
  return shared;
}

/** Replaces whatever a word may end in. */
function rewriter(
  rules: readonly EndsOf[],
  withoutReflexive: (word: string) => string,
): (word: string) => readonly string[] {
  const basesByForm = new Map<string, string[]>();
  for (const [forms, bases] of rules) {
    for (const form of forms.split(" ")) {
      basesByForm.set(form, [...(basesByForm.get(form) ?? []), ...bases.split(" ")]);
    }
  }
  return (word) => {
    const bare = withoutReflexive(word);
    return Array.from(bare, (_, at) =>
      (basesByForm.get(bare.slice(at)) ?? []).map((base) => bare.slice(0, at) + base),
    ).flat();
  };
}
