import { cachedByWord } from "../text/cached-by-word.ts";
import { plainDigits } from "../text/plain-letters.ts";
import { foldWord, isAcronym, MAX_WORD_LENGTH } from "../text/words.ts";
import { createAgeReader } from "./ages.ts";
import type { CalendarDay } from "./dates/calendar.ts";
import { createConceptTerms, type ConceptTerms } from "./concepts.ts";
import type { DateWords } from "./dates/date-words.ts";
import type { ReadDates } from "./dates/read-dates.ts";
import type { LanguageData, Stem } from "./language-pack.ts";
import { isNumberWord, numberLexiconOf, type NumberWords } from "./numbers/number-words.ts";
import { numberTerm, readDigits } from "./numbers/read-digits.ts";
import { createValueReader, type ValueReader } from "./read-values.ts";
import { timeLexiconOf } from "./times/time-words.ts";
import { unitsOf } from "./units.ts";
import { TOKEN_CLASS, tokenClassifier } from "./token-classes.ts";
import { wordKinds } from "./word-kinds.ts";

/** A word with its analysis. */
export type WordAnalysis = {
  readonly folded: string;
  /** The word as indexed: folded, reduced to its base form, stemmed. */
  readonly term: string;
  readonly isStopWord: boolean;
  /** Bits of TOKEN_CLASS. */
  readonly classes: number;
  /** Bits of WORD_KIND. */
  readonly kinds: number;
  /** Whether a number, unit or time of day may start with it. */
  readonly startsValue: boolean;
};

/** The index, questions and highlights share one analysis of words, so that they always agree. */
export type Terms = {
  readonly read: (word: string) => WordAnalysis;
  readonly of: (word: string) => string;
  readonly isStopWord: (word: string) => boolean;
  /** Terms with about the same meaning. */
  readonly near: (term: string) => readonly string[];
  /** What links the terms of different languages. */
  readonly concepts: ConceptTerms;
  readonly valuesIn: ValueReader["valuesIn"];
  /** The day that a text gives, if it is one with a year: "24 March 2023". */
  readonly dayIn: (text: string) => CalendarDay | undefined;
};

/** Enough for the words of a large library; beyond it, memory matters more than time. */
const MAX_CACHED_WORDS = 100_000;

/** Words are cached because stemming is the most expensive part of reading a text. */
export function createTerms(data: LanguageData, datesIn: ReadDates): Terms {
  const { createStemmer, stopWords: listed, neverStopWords = "", tokenClasses } = data;
  const stem = createStemmer();
  const stopWords = wordsOfList(listed);
  const exceptions = wordsOfList(neverStopWords);
  const classify = tokenClassifier(tokenClasses);
  const kindsOf = wordKinds(data);
  const concepts = createConceptTerms(data.concepts ?? [], { stem, inflection: data.inflection });
  const near = nearTerms(data.synonyms ?? [], concepts, stem);
  const numbers = numberLexiconOf(data.numbers ?? DIGITS_ONLY);
  const units = unitsOf(data.units ?? [], stem);
  const values = createValueReader({
    numbers,
    times: timeLexiconOf(data.timeWords),
    units,
    datesIn,
    months: formsOfMonths(data.dateWords),
  });
  const agesIn = createAgeReader(data.ages);
  const cache = new Map<string, WordAnalysis>();

  function read(word: string): WordAnalysis {
    if (word.length > MAX_WORD_LENGTH) return asWritten(word);
    const known = cache.get(word);
    if (known !== undefined) return known;

    if (cache.size >= MAX_CACHED_WORDS) cache.clear();
    const made = analyse(word);
    cache.set(word, made);
    return made;
  }

  function analyse(word: string): WordAnalysis {
    const folded = foldWord(word);
    const digits = DIGIT_FIRST.test(word) ? plainDigits(word) : undefined;
    const number = digits === undefined ? undefined : readDigits(digits, numbers.decimalMark);
    if (number !== undefined) {
      // Years have no separators: "2,000" is a number.
      const classes = digits === folded ? classify(folded) : TOKEN_CLASS.number;
      const term = numberTerm(number);
      return { folded, term, isStopWord: false, classes, kinds: 0, startsValue: true };
    }
    const isStopWord = stopWords.has(folded) && !isAcronym(word) && !exceptions.has(word);
    const own = isStopWord ? TOKEN_CLASS.stopWord : 0;
    const isNumber = isNumberWord(numbers.wordOf(folded));
    const classes = classify(folded) | own | (isNumber ? TOKEN_CLASS.number : 0);
    const term = units.ofSign(word) ?? stem(folded.replace(PLURAL_OF_FIGURES, ""));
    const startsValue = values.startsValue(word, folded, term);
    return { folded, term, isStopWord, classes, kinds: kindsOf(folded), startsValue };
  }

  return {
    read,
    of: (word) => read(word).term,
    isStopWord: (word) => read(word).isStopWord,
    near,
    concepts,
    valuesIn: (text, words, published) => [
      ...values.valuesIn(text, words, published),
      ...agesIn(text, words),
    ],
    dayIn: cachedByWord((text) => {
      const value = datesIn(text)[0]?.value;
      return value?.kind === "days" && value.from.year !== undefined ? value.to : undefined;
    }),
  };
}

/** Most languages without a folder write decimals with a comma. */
const DIGITS_ONLY: NumberWords = {
  decimalMark: ",",
  cardinals: {},
  cardinalEndings: "",
  ordinals: {},
  ordinalEndings: "",
  one: "",
  scales: {},
  singleScales: "",
  attachedScales: {},
  half: "",
  and: "",
  ordinalSuffixes: "",
};

/** "F16s" are several of the kind F16. */
const PLURAL_OF_FIGURES = /(?<=^\p{L}{1,4}\p{Nd}{1,4})s$/u;
const DIGIT_FIRST = /^\p{N}/u;

/** Overlong words are not cached: they hardly ever occur twice. */
function asWritten(word: string): WordAnalysis {
  const folded = foldWord(word);
  return { folded, term: folded, isStopWord: false, classes: 0, kinds: 0, startsValue: false };
}

/** Each term → the other terms of its synonyms; if it has none, of its concepts, which are less exact. */
function nearTerms(
  groups: readonly string[],
  { conceptsOf, wordsOf }: ConceptTerms,
  stem: Stem,
): Terms["near"] {
  const synonyms = new Map<string, Set<string>>();
  for (const line of groups) {
    const group = line.split(" ").map(stem);
    for (const term of group) {
      const others = synonyms.get(term) ?? new Set();
      synonyms.set(term, others);
      for (const other of group) others.add(other);
    }
  }
  return cachedByWord((term) => {
    const near = new Set(synonyms.get(term) ?? conceptsOf(term).flatMap(wordsOf).map(stem));
    near.delete(term);
    return [...near];
  });
}

/** The words of a pack's list, separated by spaces or line ends. */
export function wordsOfList(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/u).filter(Boolean));
}

/** Long and short: "january jan". */
function formsOfMonths({ months, shortMonths = [] }: DateWords): string[] {
  return months.map((forms, at) => `${forms} ${shortMonths[at] ?? ""}`);
}
