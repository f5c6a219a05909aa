import type { Word } from "../text/words.ts";
import { createLanguagePack } from "./create-language-pack.ts";
import { ENGLISH } from "./en/english.ts";
import { identifyLanguage } from "./identify-language.ts";
import { LANGUAGES, languageOfCode, type Language } from "./language.ts";
import type { LanguagePack } from "./language-pack.ts";
import { RUSSIAN } from "./ru/russian.ts";
import { snowballStemmer, SNOWBALL_LANGUAGES } from "./snowball-stemmer.ts";
import { mergeTokenClasses } from "./token-classes.ts";
import { UKRAINIAN } from "./uk/ukrainian.ts";

const ENGLISH_PACK = createLanguagePack(ENGLISH);

const PACKS: { readonly [Code in Language]: LanguagePack<Code> } = {
  en: ENGLISH_PACK,
  uk: createLanguagePack(UKRAINIAN, ENGLISH_PACK),
  ru: createLanguagePack(RUSSIAN, ENGLISH_PACK),
};

/** In the order of LANGUAGES: if nothing distinguishes languages of one script, the first wins. */
export const LANGUAGE_PACKS: readonly LanguagePack<Language>[] = LANGUAGES.map(
  (language) => PACKS[language],
);

/** Finds the pack for a BCP 47 code such as `uk-UA`. */
export type PackFor = (code: string) => LanguagePack;

export const packFor: PackFor = (code) => {
  const language = languageOfCode(code);
  if (language) return PACKS[language];
  return OTHER_PACKS.get(code.toLowerCase().split("-")[0] ?? "") ?? UNKNOWN;
};

/** The first words of a question are enough; more would only cost time. */
const WORDS_TO_IDENTIFY = 30;

/**
 * The packs of the languages that a question may be in, the likeliest first. `ofArticles`: the pack for
 * the language of the articles.
 */
export function likeliestPacks(
  question: readonly Word[],
  ofArticles: LanguagePack,
): readonly LanguagePack[] {
  const packs = packsAfter(ofArticles);
  const words = question.slice(0, WORDS_TO_IDENTIFY).map(({ text }) => text);
  const identified = identifyLanguage(words, packs);
  return identified ? [identified, ...packs.filter((pack) => pack !== identified)] : packs;
}

/** The pack, then those of the languages that the bot speaks: readers ask in any of them. */
export function packsAfter(first: LanguagePack): readonly LanguagePack[] {
  return [first, ...LANGUAGE_PACKS.filter((pack) => pack !== first)];
}

/**
 * For articles in a language without a folder: stems if Snowball knows the language, no stop words, the
 * token classes of all supported languages, and requests in English.
 */
function neutralPack(code: string): LanguagePack {
  const {
    neverStopWords: _may,
    concepts: _meanings,
    frequencies: _counted,
    loadWordVectors: _vectors,
    numbers: _numbers,
    timeWords: _times,
    units: _units,
    ...english
  } = ENGLISH;
  return createLanguagePack({
    ...english,
    code,
    name: code,
    stopWords: "",
    createStemmer: () => snowballStemmer(code),
    synonyms: [],
    tokenClasses: mergeTokenClasses(LANGUAGE_PACKS.map(({ tokenClasses }) => tokenClasses)),
  });
}

const OTHER_PACKS: ReadonlyMap<string, LanguagePack> = new Map(
  SNOWBALL_LANGUAGES.map((code) => [code, neutralPack(code)]),
);
const UNKNOWN = neutralPack("");
