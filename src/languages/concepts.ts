import { cachedByWord } from "../text/cached-by-word.ts";
import { isOneTypo } from "../text/one-typo.ts";
import { foldWord } from "../text/words.ts";
import concepts from "./concepts.json" with { type: "json" };
import type { Language } from "./language.ts";
import type { Stem } from "./language-pack.ts";
import { once } from "./once.ts";
import { createWordForms, NO_INFLECTION, type Inflection } from "./word-forms.ts";

/** A language's words for each concept, the plainest first. The same numbers in all languages. */
export function conceptsIn(language: Language): readonly string[] {
  return concepts.map((concept) => concept[language]);
}

/** Finds the concepts of a term or a word, and the words of a concept. */
export type ConceptTerms = {
  readonly conceptsOf: (term: string) => readonly number[];
  /** Those that list a form of the word; otherwise a word that it is derived from, or of its stem. */
  readonly conceptsOfWord: (word: string) => readonly number[];
  /** Those that list a word of which this may be a misspelt form. */
  readonly conceptsOfTypo: (word: string) => readonly number[];
  /** Its words, folded. */
  readonly wordsOf: (concept: number) => readonly string[];
};

type HowWordsChange = { readonly stem: Stem; readonly inflection?: Inflection | undefined };

/** `column`: the words for each concept. Stemming all takes long, so only those that begin alike are stemmed. */
export function createConceptTerms(
  column: readonly string[],
  { stem: stemUncached, inflection = NO_INFLECTION }: HowWordsChange,
): ConceptTerms {
  const stem = cachedByWord(stemUncached);
  let words: Map<string, NumberedWord[]> | undefined;
  const read = new Set<string>();
  const conceptsByTerm = new Map<string, number[]>();
  const forms = once(() => createWordForms(inflection));

  function likeWord(word: string): readonly NumberedWord[] {
    words ??= wordsByBeginning(column);
    const beginning = beginningOf(word);
    if (word.length >= BEGINNING_LENGTH) return words.get(beginning) ?? [];
    return [...words].flatMap(([other, alike]) => (other.startsWith(beginning) ? alike : []));
  }

  /** Few mistype the first letter. */
  const beginningWith = cachedByWord((letter): readonly NumberedWord[] => {
    words ??= wordsByBeginning(column);
    return [...words].flatMap(([beginning, alike]) => (beginning.startsWith(letter) ? alike : []));
  });

  function readThoseLike(term: string): void {
    const beginning = beginningOf(term);
    if (read.has(beginning)) return;
    read.add(beginning);
    for (const [word, concept] of likeWord(term)) {
      const known = conceptsByTerm.get(stem(word)) ?? [];
      conceptsByTerm.set(stem(word), known.includes(concept) ? known : [...known, concept]);
    }
  }

  const conceptsOf = (term: string) => {
    readThoseLike(term);
    return conceptsByTerm.get(term) ?? [];
  };

  /** Those that list one of the words, reflexive or not. */
  function listing(bases: readonly string[]): readonly NumberedWord[] {
    const { withoutReflexive } = forms();
    return bases.flatMap((base) =>
      likeWord(base).filter(([listed]) => withoutReflexive(listed) === withoutReflexive(base)),
    );
  }

  /** "Збиратися" means something else than "збирати". */
  function asReflexive(word: string, found: readonly NumberedWord[]): readonly NumberedWord[] {
    const { isReflexive } = forms();
    const same = found.filter(([listed]) => isReflexive(listed) === isReflexive(word));
    return same.length > 0 ? same : found;
  }

  /** The more letters two forms share, the likelier they are forms of one word. */
  function listingForms(word: string): readonly NumberedWord[] {
    const shared = likeWord(word).map((one) => forms().sharedByForms(word, one[0]));
    const most = Math.max(MIN_STEM, ...shared);
    return likeWord(word).filter((_, at) => shared[at] === most);
  }

  function listingStem(word: string): readonly NumberedWord[] {
    if (word.length < MIN_LENGTH_BY_STEM) return [];
    const alike = likeWord(word).filter(([listed]) => {
      const shared = forms().sharedLetters(word, listed);
      return shared >= MIN_SHARED_SHARE * Math.max(word.length, listed.length);
    });
    return alike.filter(([listed]) => stem(listed) === stem(word));
  }

  return {
    conceptsOf,
    conceptsOfWord: cachedByWord((word) => {
      const folded = foldWord(word);
      const { basesOf, originsOf } = forms();
      const ways = [
        () => listing([folded, ...basesOf(folded)]),
        () => listingForms(folded),
        () => listing(originsOf(folded)),
        () => listingStem(folded),
      ];
      for (const way of ways) {
        const found = way();
        if (found.length > 0) return conceptsAmong(asReflexive(folded, found));
      }
      return [];
    }),
    conceptsOfTypo: cachedByWord((word) => {
      const folded = foldWord(word);
      const alike = beginningWith(folded.charAt(0)).filter(([listed]) => mayBegin(folded, listed));
      const mayBe = [folded, ...forms().basesOf(folded)];
      const whole = alike.filter(([listed]) => mayBe.some((one) => isSlip(one, listed)));
      if (whole.length > 0) return conceptsAmong(whole);
      const typed = stem(folded);
      if (typed.length < MIN_STEM_WITH_TYPO) return [];
      return conceptsAmong(
        alike.filter(
          ([listed]) => mayHaveTypo(folded, listed, typed.length) && isOneTypo(typed, stem(listed)),
        ),
      );
    }),
    wordsOf: (concept) => (column[concept] ?? "").split(" ").map(withoutHyphens),
  };
}

function conceptsAmong(words: readonly NumberedWord[]): readonly number[] {
  return [...new Set(words.map(([, concept]) => concept))];
}

/** A typo more easily turns a shorter stem into another. */
const MIN_STEM_WITH_TYPO = 5;

/** Comparing lengths first is much quicker. */
function isSlip(typed: string, meant: string): boolean {
  return Math.abs(typed.length - meant.length) <= 1 && isOneTypo(typed, meant);
}

/** A quick look at the second letter and the third: whatever the typo, one of them is in its place or beside it. */
function mayBegin(typed: string, listed: string): boolean {
  return (
    listed[1] === typed[1] ||
    listed[2] === typed[2] ||
    listed[1] === typed[2] ||
    listed[2] === typed[1]
  );
}

/** Whether their beginnings differ in no more than a typo; stemming takes much longer. */
function mayHaveTypo(typed: string, listed: string, length: number): boolean {
  let same = 0;
  while (same < length && typed[same] === listed[same]) same += 1;
  const last = length - 1;
  return (
    listed.startsWith(typed.slice(same + 1, last), same) ||
    listed.startsWith(typed.slice(same + 1, last), same + 1) ||
    listed.startsWith(typed.slice(same, last), same + 1) ||
    (typed[same] === listed[same + 1] && listed.startsWith(typed.slice(same + 2, last), same + 2))
  );
}
const MIN_STEM = 2;

/** Stems of unrelated words may be the same: "Обама" and "обои". */
const MIN_LENGTH_BY_STEM = 5;
const MIN_SHARED_SHARE = 0.6;

/** As the added term of a word with hyphens is written. */
function withoutHyphens(word: string): string {
  return foldWord(word.replaceAll("-", ""));
}

/** A folded word with the number of its concept. */
type NumberedWord = readonly [word: string, concept: number];

function wordsByBeginning(column: readonly string[]): Map<string, NumberedWord[]> {
  const words = new Map<string, NumberedWord[]>();
  for (const [concept, listed] of column.entries()) {
    for (const word of listed.split(" ")) {
      const folded = withoutHyphens(word);
      const alike = words.get(beginningOf(folded));
      if (alike) alike.push([folded, concept]);
      else words.set(beginningOf(folded), [[folded, concept]]);
    }
  }
  return words;
}

/** The first letters, written so that no form or stem of a word begins otherwise: "рік", "року". */
function beginningOf(word: string): string {
  const first = word.slice(0, BEGINNING_LENGTH).replace(OTHER_VOWELS, "-");
  return first.replace(CHANGING_LETTERS, (letter) => ALTERNATES[letter] ?? letter);
}

const BEGINNING_LENGTH = 3;
const OTHER_VOWELS = /(?<!^)[aeiouyаеєиіїоуыэюяйьъ]/gu;
const CHANGING_LETTERS = /^[іїеє]|(?<=^..)[цчзжсш]/gu;
/** Alternate in Ukrainian stems: "друг", "друзі". */
const ALTERNATES: Readonly<Record<string, string>> = {
  і: "о",
  ї: "о",
  е: "о",
  є: "о",
  ц: "к",
  ч: "к",
  з: "г",
  ж: "г",
  с: "х",
  ш: "х",
};
