import type { Person } from "../../article/article.ts";
import { mentionsIn, type Mention } from "../index/people.ts";
import { MOST_BITS } from "../../languages/rarity.ts";
import { TOKEN_CLASS } from "../../languages/token-classes.ts";
import { localIdf, type LanguageIndex } from "../index/language-index.ts";
import type { Spelling } from "../analysis/spelling.ts";
import { answerTypeOf, type AnswerType } from "../../languages/answer-type.ts";
import type { LanguagePack } from "../../languages/language-pack.ts";
import { likeliestPacks } from "../../languages/packs.ts";
import { spaceAsIndexed } from "../analysis/word-spacing.ts";
import { isCapitalised, LONGEST_WORD, wordsIn, type Word } from "../../text/words.ts";

/** A word of the question that carries meaning, and whether the articles in scope have it. */
export type QueryWord = {
  readonly word: string;
  readonly term: string;
  /** `corrected`: a typo, read as `readAs`; `unknown`: the articles never use it. */
  readonly status: "known" | "corrected" | "unknown";
  readonly readAs?: string;
  /** Written like a name: a capital not owed to standing first. */
  readonly isName: boolean;
  /** So common in the language that it asks for nothing by itself: "go", "think". */
  readonly isEveryday: boolean;
  /** Where it stands in the question (UTF-16 offsets). */
  readonly start: number;
  readonly end: number;
  /** Zero-based position, stop words included. */
  readonly position: number;
  /** How much it tells about which passage is meant, 0 to 1. */
  readonly weight: number;
  /** Ids of the people whom the word names, or helps to name. */
  readonly names: readonly string[];
};

/** A place in the question where somebody is named. */
export type NamedPerson = { readonly person: Person; readonly start: number; readonly end: number };

/** The reader's question, analysed. */
export type Query = {
  readonly text: string;
  /** Of the language that the articles are in. */
  readonly pack: LanguagePack;
  /** The languages that it may be asked in, the likeliest first. */
  readonly askedIn: readonly LanguagePack[];
  /** All its words, stop words too, spaced as the articles space them. */
  readonly written: readonly Word[];
  /** Words that carry meaning, in order. */
  readonly words: readonly QueryWord[];
  /** People of the articles whom it names, by name or alias, typos included. */
  readonly people: readonly Person[];
  readonly mentions: readonly NamedPerson[];
  readonly answerType: AnswerType;
  /** Whether it asks for what is not so. */
  readonly isDenial: boolean;
  /** Words of earlier turns that it builds on. */
  readonly background: readonly QueryWord[];
};

/** Reads a question as the articles of an index would have it; ranks nothing. */
export function parseQuery(text: string, index: LanguageIndex, background?: string): Query {
  const { written, words, mentions } = readWords(text, index);
  const askedIn = likeliestPacks(written, index.pack);
  return {
    text,
    pack: index.pack,
    askedIn,
    written,
    words,
    people: [...new Set(mentions.map(({ person }) => person))],
    mentions,
    answerType: answerTypeOf(text, askedIn),
    isDenial: isDenial(written, askedIn),
    background: background === undefined ? [] : readWords(background, index).words,
  };
}

function readWords(
  text: string,
  index: LanguageIndex,
): Pick<Query, "written" | "words" | "mentions"> {
  const knows = (word: string) => index.dictionary.idOf(index.terms.of(word)) !== undefined;
  const written = spaceAsIndexed(wordsIn(text), knows);
  const words = contentWords(written, index);
  const mentions = mentionsIn(
    words.map(({ term }) => term),
    index.names,
  );
  const names = namesByWord(mentions);
  return {
    written,
    words: words.map((word, number) => withNames(word, names.get(number), index)),
    mentions: wholeNames(mentions.map((mention) => placeOf(mention, words))),
  };
}

function isDenial(written: readonly Word[], [pack]: readonly LanguagePack[]): boolean {
  return written.some(
    ({ text }) => ((pack?.terms.read(text).classes ?? 0) & TOKEN_CLASS.denial) !== 0,
  );
}

/** The same question, asked as if nothing had been said before. */
export function withoutBackground(query: Query): Query {
  return { ...query, background: [] };
}

/** The words that carry meaning and name nobody; mentions stand in the order of the words. */
export function wordsBesideNames({ words, mentions }: Query): QueryWord[] {
  let next = 0;
  return words.filter((word) => {
    while ((mentions[next]?.end ?? Infinity) < word.end) next += 1;
    const mention = mentions[next];
    return !mention || word.start < mention.start;
  });
}

type WordAlone = Omit<QueryWord, "names" | "weight">;

/** One or two digits say something beside a word only: "20 March", "2+2". */
const FEW_DIGITS = /^\d{1,2}$/u;

function contentWords(written: readonly Word[], index: LanguageIndex): WordAlone[] {
  const words = written
    .map((word, position) => ({ word, position }))
    .filter(({ word }) => !index.terms.isStopWord(word.text));
  if (words.every(({ word }) => FEW_DIGITS.test(word.text))) return [];
  return words.map(({ word, position }, number) =>
    readWord(word, position, number < MOST_CORRECTED ? index : { ...index, spelling: EXACT }),
  );
}

/** More words than are looked for; to find the near ones of a word takes longer than all else. */
const MOST_CORRECTED = 30;
const EXACT: Spelling = { nearestTo: () => undefined };

/** "Name", "happen", "go" are commoner; "ticket", "weather" are rarer. */
const TELLING_BITS = 10.8;

/** Only a word that the articles lack, and that is no word of the language, can be a typo. */
function readWord(
  { text: word, start, end }: Word,
  position: number,
  index: LanguageIndex,
): WordAlone {
  const isName = isCapitalised(word) && position > 0;
  const term = index.terms.of(word);
  const isEveryday = index.rarity.of(term) < TELLING_BITS;
  const place = { isName, isEveryday, start, end, position };
  const id = index.dictionary.idOf(term);
  const isUsed = id !== undefined && (index.documentFrequency[id] ?? 0) > 0;
  const isLong = word.length > LONGEST_WORD;
  const alike = isUsed || isLong ? undefined : index.sounds.alike(word);
  if (alike !== undefined) return { word, term: index.terms.of(alike), status: "known", ...place };
  if (id !== undefined) return { word, term, status: "known", ...place };

  const isOwnWord = isLong || index.rarity.isWord(term);
  const readAs = isOwnWord ? undefined : index.spelling.nearestTo(word);
  if (readAs === undefined) return { word, term, status: "unknown", ...place };
  return { word, term: index.terms.of(readAs), status: "corrected", readAs, ...place };
}

/** The ids of the people whom each word names, by its number. */
function namesByWord(mentions: readonly Mention[]): ReadonlyMap<number, readonly string[]> {
  const names = new Map<number, string[]>();
  for (const { person, at, length } of mentions) {
    for (let number = at; number < at + length; number += 1) {
      const known = names.get(number);
      if (known) known.push(person.id);
      else names.set(number, [person.id]);
    }
  }
  return names;
}

function withNames(
  word: WordAlone,
  names: readonly string[] = [],
  index: LanguageIndex,
): QueryWord {
  const weight = (localIdf(word.term, index) + index.rarity.of(word.term) / MOST_BITS) / 2;
  return Object.assign(word, { names, weight });
}

function placeOf({ person, at, length }: Mention, words: readonly WordAlone[]): NamedPerson {
  return { person, start: words[at]?.start ?? 0, end: words[at + length - 1]?.end ?? 0 };
}

/** A name given in parts, each of which names the same person, is one mention. */
function wholeNames(parts: readonly NamedPerson[]): NamedPerson[] {
  const whole: NamedPerson[] = [];
  for (const part of parts) {
    const last = whole.at(-1);
    const continues = last?.person === part.person && part.start - last.end === 1;
    if (continues) whole.splice(-1, 1, { ...last, end: part.end });
    else whole.push(part);
  }
  return whole;
}
