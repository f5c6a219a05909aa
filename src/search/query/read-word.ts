import type { LanguagePack } from "../../languages/language-pack.ts";
import { foldWord, MAX_WORD_LENGTH } from "../../text/words.ts";
import type { LanguageIndex } from "../index/language-index.ts";

/** What a word of a question stands for in the articles. */
export type ReadWord = {
  readonly term: string;
  /** Terms that it stands for as well, if it is a word of another language with several meanings. */
  readonly otherSenses: readonly string[];
  /** Its surprisal in bits, in its language. */
  readonly bits: number;
  /** `corrected`: a typo, read as `readAs`; `unknown`: the articles never use it. */
  readonly status: "known" | "corrected" | "unknown";
  readonly readAs?: string;
};

/** An index, and the language of the question put to it. */
export type Asked = { readonly asked: LanguagePack; readonly index: LanguageIndex };

const DIGIT_FIRST = /^\p{Nd}/u;

/** `isName`: whether it is written like a name. */
export function readWord(word: string, isName: boolean, { asked, index }: Asked): ReadWord {
  const isOwn = asked === index.pack || DIGIT_FIRST.test(word) || word.length > MAX_WORD_LENGTH;
  // Ukrainian and Russian spell different words alike: concepts decide which is meant.
  const mayBeOwn = isOwn || asked.script !== index.pack.script;
  const known = mayBeOwn ? readAsIndexed(word, index) : undefined;
  if (known) return known;
  return isOwn ? readCorrected(word, index) : readTranslated(word, isName, { asked, index });
}

/** `undefined` if the articles have neither the word nor a name that sounds like it. */
function readAsIndexed(word: string, index: LanguageIndex): ReadWord | undefined {
  const term = index.terms.of(word);
  const id = index.dictionary.idOf(term);
  const isUsed = id !== undefined && (index.documentFrequency[id] ?? 0) > 0;
  const isLong = word.length > MAX_WORD_LENGTH;
  const soundAlike = isUsed || isLong ? undefined : index.phoneticNames.soundsLike(word);
  if (soundAlike !== undefined) return readAsTerm(index.terms.of(soundAlike), "known", index);
  return id === undefined ? undefined : readAsTerm(term, "known", index);
}

const NO_SENSES: readonly string[] = [];

function readAsTerm(term: string, status: ReadWord["status"], { rarity }: LanguageIndex): ReadWord {
  return { term, otherSenses: NO_SENSES, bits: rarity.of(term), status };
}

/** A word counts as a typo if neither the articles nor the language have it. Another number is no typo. */
function readCorrected(word: string, index: LanguageIndex): ReadWord {
  const term = index.terms.of(word);
  const isLong = word.length > MAX_WORD_LENGTH;
  const isWord = isLong || DIGIT_FIRST.test(word) || index.rarity.isWord(term);
  const readAs = isWord ? undefined : index.spelling.nearestTo(word);
  if (readAs === undefined) return readAsTerm(term, "unknown", index);
  return { ...readAsTerm(index.terms.of(readAs), "corrected", index), readAs };
}

/** A word without a translation may be common or rare. Counted as rare, it would speak against every passage. */
const UNTRANSLATED_BITS = 14;

/** A word of another language, by its concepts; a name, by its sound. */
function readTranslated(word: string, isName: boolean, { asked, index }: Asked): ReadWord {
  const { rarity } = index;
  const translations = translationsOf(word, { asked, index });
  const own = asked.script === index.pack.script ? [index.terms.of(word)] : NO_SENSES;
  const used = [...new Set([...own, ...translations])].filter((term) => isUsedIn(term, index));
  if (used.length > 0) return readAsSenses(commonestFirst(used, index), "known", index);

  const term = asked.terms.of(word);
  const isWord = translations.length > 0 || asked.rarity.isWord(term);
  const name = index.phoneticNames.nameInText(word, isName || !isWord);
  if (name !== undefined) return readAsTerm(name, "known", index);

  const plainestFirst = translations.toSorted((one, other) => rarity.of(one) - rarity.of(other));
  if (plainestFirst.length > 0) return readAsSenses(plainestFirst, "unknown", index);
  const bits = isName ? rarity.of(term) : Math.min(asked.rarity.of(term), UNTRANSLATED_BITS);
  return { term: foldWord(word), otherSenses: NO_SENSES, bits, status: "unknown" };
}

function translationsOf(word: string, { asked, index }: Asked): string[] {
  const concepts = asked.terms.concepts.conceptsOfWord(word);
  return [...new Set(concepts.flatMap(index.terms.concepts.termsOf))];
}

function readAsSenses(
  [term = "", ...otherSenses]: readonly string[],
  status: ReadWord["status"],
  { rarity }: LanguageIndex,
): ReadWord {
  return { term, otherSenses, bits: Math.min(...[term, ...otherSenses].map(rarity.of)), status };
}

function isUsedIn(term: string, index: LanguageIndex): boolean {
  return documentsWith(term, index) > 0;
}

function commonestFirst(terms: readonly string[], index: LanguageIndex): string[] {
  return terms.toSorted((one, other) => documentsWith(other, index) - documentsWith(one, index));
}

function documentsWith(term: string, { dictionary, documentFrequency }: LanguageIndex): number {
  const id = dictionary.idOf(term);
  return id === undefined ? 0 : (documentFrequency[id] ?? 0);
}
