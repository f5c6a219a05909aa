import { clearestLanguage, inMainScript } from "../../languages/identify-language.ts";
import { DEFAULT_LANGUAGE, languageOfCode, type Language } from "../../languages/language.ts";
import type { LanguagePack } from "../../languages/language-pack.ts";
import { LANGUAGE_PACKS } from "../../languages/packs.ts";
import { romanisedLanguage } from "../../languages/romanised.ts";
import { isCapitalised, wordsIn } from "../../text/words.ts";
import type { Context } from "../answer.ts";

/** What the articles have to say about the language of a question. */
export type ArticleLanguages = {
  /** Whether articles in the language use a word. */
  readonly knows: (language: Language, word: string) => boolean;
  /** The languages that the article in question, or else all articles, can be read in. */
  readonly readableIn: readonly Language[];
};

type Pack = LanguagePack<Language>;

/**
 * The language to answer in: the one the question is asked in. If its words do not settle that, the
 * conversation's, then that of the articles, then that of the reader's app.
 */
export function detectLanguage(
  question: string,
  { clientLanguage = "", language }: Context,
  articles: ArticleLanguages,
): Language {
  const words = wordsIn(question).map(({ text }) => text);
  const { settled, possible, telling } = readWords(words, articles);
  if (settled) return settled.code;

  const codes = possible.map(({ code }) => code);
  const isPossible = (hint: Language | undefined): hint is Language =>
    hint !== undefined && codes.includes(hint);
  const readable = articles.readableIn.filter(isPossible);
  const hints = [
    language,
    mostUsed(telling, codes, articles),
    readable.length === 1 ? readable[0] : undefined,
    languageOfCode(clientLanguage),
  ];
  return hints.find(isPossible) ?? codes[0] ?? DEFAULT_LANGUAGE;
}

type Reading = {
  readonly settled?: Pack | undefined;
  /** The languages that it may be in. */
  readonly possible: readonly Pack[];
  /** Words that some of these may not have. */
  readonly telling: readonly string[];
};

const LETTER = /\p{L}/u;

function readWords(words: readonly string[], { knows }: ArticleLanguages): Reading {
  const anything = { possible: LANGUAGE_PACKS, telling: [] };
  if (!words.some((word) => LETTER.test(word))) return anything;

  const main = inMainScript(words, LANGUAGE_PACKS);
  if (main.words.length === 0) return anything;
  if (main.packs.some(({ script }) => script === "Latin")) {
    if (isWritten(main.words, main.packs))
      return { ...anything, settled: clearestLanguage(main.words, main.packs) };
    // "Tse" may be a name of the article's rather than «це», and the "Yi" of "Wang Yi" is not «її».
    const others = main.words.filter(
      (word, at) =>
        (at === 0 || !isCapitalised(word)) && !main.packs.some(({ code }) => knows(code, word)),
    );
    return { ...anything, settled: romanisedLanguage(others, LANGUAGE_PACKS) };
  }
  // A word that Ukrainian articles use is Ukrainian, however Russian it looks.
  const isTelling = (word: string, pack: Pack) =>
    pack.terms.isStopWord(word) ||
    knows(pack.code, word) ||
    !main.packs.some(({ code }) => knows(code, word));
  return {
    settled: clearestLanguage(main.words, main.packs, isTelling),
    possible: main.packs,
    telling: main.words,
  };
}

/** Rarer words, in bits, may be names in lower case: "nato", "usa". */
const MAX_ORDINARY_BITS = 17;
/** "To" and "do" are also Ukrainian words in Latin letters. */
const MIN_STOP_WORD_LENGTH = 3;
const STOP_WORD_VOTES = 4;

/**
 * Whether words in Latin letters are written in a language of that script, rather than names alone, or
 * another language without its own letters.
 */
function isWritten(words: readonly string[], packs: readonly Pack[]): boolean {
  const isStopWord = (word: string) => packs.some(({ terms }) => terms.isStopWord(word));
  const [stopWords, others] = [words.filter(isStopWord), words.filter((word) => !isStopWord(word))];
  const lower = others.filter((word) => !isCapitalised(word));
  const ordinary = lower.filter((word) => packs.some((pack) => isOrdinary(word, pack)));
  const short = stopWords.filter((word) => word.length < MIN_STOP_WORD_LENGTH);
  const votes = short.length + STOP_WORD_VOTES * (stopWords.length - short.length);
  const lead = votes + ordinary.length - (lower.length - ordinary.length);
  return lead > 0 || (lead === 0 && ordinary.length > 0);
}

function isOrdinary(word: string, { terms, rarity }: Pack): boolean {
  const term = terms.of(word);
  return rarity.isWord(term) && rarity.of(term) <= MAX_ORDINARY_BITS;
}

/** The language in which the articles use more of the words than in any other. */
function mostUsed(
  words: readonly string[],
  languages: readonly Language[],
  { knows }: ArticleLanguages,
): Language | undefined {
  const [first, second] = languages
    .map((language) => ({ language, known: words.filter((word) => knows(language, word)).length }))
    .toSorted((one, other) => other.known - one.known);
  return first?.known === second?.known ? undefined : first?.language;
}
