import type { LanguagePack } from "../../languages/language-pack.ts";
import { foldWord, MAX_WORD_LENGTH } from "../../text/words.ts";
import { scriptOf } from "../analysis/sounds.ts";
import type { LanguageIndex } from "../index/language-index.ts";

/** What a word of a question stands for in the articles. */
export type ReadWord = {
  readonly term: string;
  /** Terms that it stands for as well, if it is a word of another language with several meanings. */
  readonly otherSenses: readonly string[];
  /** Its surprisal in bits, in its language. */
  readonly bits: number;
  /**
   * `corrected`: a typo, read as `readAs`; `unknown`: the articles never use it; `untranslated`: it is of
   * another language, and nobody knows whether they use it.
   */
  readonly status: "known" | "corrected" | "unknown" | "untranslated";
  /** The word that it was corrected to or translated into. */
  readonly readAs?: string;
};

/** An index, and the languages of the question put to it: several if it may be in either. */
export type Asked = {
  readonly asked: readonly [LanguagePack, ...LanguagePack[]];
  readonly index: LanguageIndex;
};

const DIGIT_FIRST = /^\p{Nd}/u;

/** Whether a word of another language stands for nothing but stop words of the articles': "нравится", like. */
export function meansStopWords(word: string, { asked, index }: Asked): boolean {
  if (asked[0] === index.pack || word.length > MAX_WORD_LENGTH) return false;
  const words = wordsMeaning(word, "conceptsOfWord", { asked, index });
  return words.length > 0 && words.every(index.terms.isStopWord);
}

/** `isName`: whether it is written like a name. */
export function readWord(word: string, isName: boolean, { asked, index }: Asked): ReadWord {
  const [likeliest] = asked;
  const isOwn = likeliest === index.pack || DIGIT_FIRST.test(word) || word.length > MAX_WORD_LENGTH;
  // Ukrainian and Russian spell different words alike: concepts decide which is meant.
  const mayBeOwn = isOwn || likeliest.script !== index.pack.script;
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
  const name = isWord ? undefined : nameInOtherScript(word, index);
  if (name !== undefined) {
    return { ...readAsTerm(name, "known", index), readAs: name };
  }
  const readAs = isWord ? undefined : index.spelling.nearestTo(word);
  if (readAs === undefined) return readAsTerm(term, "unknown", index);
  return { ...readAsTerm(index.terms.of(readAs), "corrected", index), readAs };
}

/** "Тесла" in an article that writes "Tesla"; texts in Latin letters write no names in others. */
function nameInOtherScript(word: string, { pack, phoneticNames }: LanguageIndex) {
  if (pack.script === "Latin" && scriptOf(word) === "Latin") return undefined;
  const name = phoneticNames.nameInText(word, true);
  return name === undefined || scriptOf(name) === scriptOf(word) ? undefined : name;
}

/** A word without a translation may be common or rare. Counted as rare, it would speak against every passage. */
const UNTRANSLATED_BITS = 14;

/** A word of another language, by its concepts; a name, by its sound. */
function readTranslated(word: string, isName: boolean, { asked, index }: Asked): ReadWord {
  const [likeliest] = asked;
  const term = likeliest.terms.of(word);
  const translations = translationsOf(word, "conceptsOfWord", { asked, index });
  const isSameScript = likeliest.script === index.pack.script;
  const own = isSameScript ? [index.terms.of(word)] : [];
  const known = readAsUsed(own, translations, index);
  if (known) return known;

  const isWord = translations.size > 0 || likeliest.rarity.isWord(term);
  const name = index.phoneticNames.nameInText(word, isName || !isWord);
  if (name !== undefined) return { ...readAsTerm(name, "known", index), readAs: name };
  if (translations.size > 0) return readAsUnused(translations, index);

  const corrected = isWord ? NONE : translationsOf(word, "conceptsOfTypo", { asked, index });
  if (corrected.size > 0) {
    return readAsUsed([], corrected, index) ?? readAsUnused(corrected, index);
  }
  const untranslated = { term: foldWord(word), otherSenses: NO_SENSES };
  if (isName) return { ...untranslated, bits: index.rarity.of(term), status: "unknown" };
  const bits = Math.min(likeliest.rarity.of(term), UNTRANSLATED_BITS);
  return { ...untranslated, bits, status: "untranslated" };
}

/** Terms of the articles' language with their words. */
type Translations = ReadonlyMap<string, string>;

type Look = "conceptsOfWord" | "conceptsOfTypo";

const NONE: Translations = new Map();

/** By the first of the languages that has the word: Ukrainians use Russian words, and the other way round. */
function translationsOf(word: string, look: Look, { asked, index }: Asked): Translations {
  const { terms } = index;
  const words = wordsMeaning(word, look, { asked, index });
  // The first word of a term is the plainest: "people" before "persons".
  return new Map(words.toReversed().map((one) => [terms.of(one), one]));
}

function wordsMeaning(
  word: string,
  look: Look,
  { asked, index: { terms } }: Asked,
): readonly string[] {
  const listed = asked.map((pack) => pack.terms.concepts[look](word));
  const concepts = listed.find(({ length }) => length > 0) ?? [];
  return concepts.flatMap(terms.concepts.wordsOf);
}

/** `undefined` if the articles use none of them. `own`: terms of the articles' language that the word may be. */
function readAsUsed(
  own: readonly string[],
  translations: Translations,
  index: LanguageIndex,
): ReadWord | undefined {
  const senses = new Set([...own, ...translations.keys()]);
  const used = [...senses].filter((term) => documentsWith(term, index) > 0);
  if (used.length === 0) return undefined;
  const commonestFirst = used.toSorted(
    (one, other) => documentsWith(other, index) - documentsWith(one, index),
  );
  return readAsSenses(commonestFirst, { status: "known", translations, index });
}

function readAsUnused(translations: Translations, index: LanguageIndex): ReadWord {
  const plainestFirst = [...translations.keys()].toSorted(
    (one, other) => index.rarity.of(one) - index.rarity.of(other),
  );
  return readAsSenses(plainestFirst, { status: "unknown", translations, index });
}

function readAsSenses(
  [term = "", ...otherSenses]: readonly string[],
  {
    status,
    translations,
    index: { rarity },
  }: {
    readonly status: ReadWord["status"];
    readonly translations: Translations;
    readonly index: LanguageIndex;
  },
): ReadWord {
  const bits = Math.min(...[term, ...otherSenses].map(rarity.of));
  const readAs = translations.get(term);
  return { term, otherSenses, bits, status, ...(readAs !== undefined && { readAs }) };
}

function documentsWith(term: string, { dictionary, documentFrequency }: LanguageIndex): number {
  const id = dictionary.idOf(term);
  return id === undefined ? 0 : (documentFrequency[id] ?? 0);
}
