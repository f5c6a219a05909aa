import type { Person } from "../../article/article.ts";
import { mentionsIn, type Mention } from "../index/people.ts";
import { MAX_BITS } from "../../languages/rarity.ts";
import { TOKEN_CLASS } from "../../languages/token-classes.ts";
import { localIdf, type LanguageIndex } from "../index/language-index.ts";
import type { Spelling } from "../analysis/spelling.ts";
import { answerTypeOf, type AnswerType } from "../../languages/answer-type.ts";
import type { LanguagePack } from "../../languages/language-pack.ts";
import { likeliestPacks } from "../../languages/packs.ts";
import { spaceAsIndexed } from "../analysis/word-spacing.ts";
import { isCapitalised, MAX_WORD_LENGTH, wordsIn, type Word } from "../../text/words.ts";

/** A content word of the question, and whether the articles in scope use it. */
export type QueryWord = {
  readonly word: string;
  readonly term: string;
  /** `corrected`: a typo, read as `readAs`; `unknown`: the articles never use it. */
  readonly status: "known" | "corrected" | "unknown";
  readonly readAs?: string;
  /** Written like a name: capitalised, and not because it is the first word. */
  readonly isName: boolean;
  /** So common in the language that it identifies no topic: "go", "think". */
  readonly isEveryday: boolean;
  /** UTF-16 offsets in the question. */
  readonly start: number;
  readonly end: number;
  /** Zero-based position, stop words included. */
  readonly position: number;
  /** How well it discriminates between passages, 0 to 1. */
  readonly weight: number;
  /** Ids of the people whom it names or helps to name. */
  readonly names: readonly string[];
};

/** A person with the offsets at which the question names them. */
export type NamedPerson = { readonly person: Person; readonly start: number; readonly end: number };

/** A question, parsed for the articles of a language. */
export type Query = {
  readonly text: string;
  /** The pack of the articles' language. */
  readonly pack: LanguagePack;
  /** The packs of the languages that it may be in, likeliest first. */
  readonly likelyPacks: readonly LanguagePack[];
  /** All its words, stop words included, split as in the articles. */
  readonly written: readonly Word[];
  /** Its content words, in order. */
  readonly words: readonly QueryWord[];
  /** People of the articles whom it names, by name or alias, with or without typos. */
  readonly people: readonly Person[];
  readonly mentions: readonly NamedPerson[];
  readonly answerType: AnswerType;
  /** Whether it asks for what is not the case. */
  readonly isNegated: boolean;
  /** Content words of the earlier turns that it builds on. */
  readonly background: readonly QueryWord[];
};

/** Parses a question using the words and names of an index; ranks nothing. */
export function parseQuery(text: string, index: LanguageIndex, background?: string): Query {
  const { written, words, mentions } = readWords(text, index);
  const likelyPacks = likeliestPacks(written, index.pack);
  return {
    text,
    pack: index.pack,
    likelyPacks,
    written,
    words,
    people: [...new Set(mentions.map(({ person }) => person))],
    mentions,
    answerType: answerTypeOf(text, likelyPacks),
    isNegated: isNegated(written, likelyPacks),
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
    mentions: joinMentions(mentions.map((mention) => toNamedPerson(mention, words))),
  };
}

function isNegated(written: readonly Word[], [pack]: readonly LanguagePack[]): boolean {
  return written.some(
    ({ text }) => ((pack?.terms.read(text).classes ?? 0) & TOKEN_CLASS.negation) !== 0,
  );
}

/** The same question without earlier turns. */
export function withoutBackground(query: Query): Query {
  return { ...query, background: [] };
}

/** The content words that name nobody. Mentions are in the order of the words. */
export function wordsBesideNames({ words, mentions }: Query): QueryWord[] {
  let next = 0;
  return words.filter((word) => {
    while ((mentions[next]?.end ?? Infinity) < word.end) next += 1;
    const mention = mentions[next];
    return !mention || word.start < mention.start;
  });
}

type UnweightedWord = Omit<QueryWord, "names" | "weight">;

/** One or two digits mean something only beside a word: "20 March", not "2+2". */
const FEW_DIGITS = /^\d{1,2}$/u;

function contentWords(written: readonly Word[], index: LanguageIndex): UnweightedWord[] {
  const words = written
    .map((word, position) => ({ word, position }))
    .filter(({ word }) => !index.terms.isStopWord(word.text));
  if (words.every(({ word }) => FEW_DIGITS.test(word.text))) return [];
  return words.map(({ word, position }, number) =>
    readWord(
      word,
      position,
      number < MAX_CORRECTED ? index : { ...index, spelling: NO_CORRECTION },
    ),
  );
}

/** No more words are matched anyway, and correcting spelling takes longer than everything else. */
const MAX_CORRECTED = 30;
const NO_CORRECTION: Spelling = { nearestTo: () => undefined };

/** In bits of surprisal: "name", "happen" and "go" have fewer; "ticket" and "weather" have more. */
const EVERYDAY_BITS = 10.8;

/** A word counts as a typo if neither the articles nor the language have it. */
function readWord(
  { text: word, start, end }: Word,
  position: number,
  index: LanguageIndex,
): UnweightedWord {
  const isName = isCapitalised(word) && position > 0;
  const term = index.terms.of(word);
  const isEveryday = index.rarity.of(term) < EVERYDAY_BITS;
  const place = { isName, isEveryday, start, end, position };
  const id = index.dictionary.idOf(term);
  const isUsed = id !== undefined && (index.documentFrequency[id] ?? 0) > 0;
  const isLong = word.length > MAX_WORD_LENGTH;
  const soundAlike = isUsed || isLong ? undefined : index.phoneticNames.soundsLike(word);
  if (soundAlike !== undefined)
    return { word, term: index.terms.of(soundAlike), status: "known", ...place };
  if (id !== undefined) return { word, term, status: "known", ...place };

  const isWord = isLong || index.rarity.isWord(term);
  const readAs = isWord ? undefined : index.spelling.nearestTo(word);
  if (readAs === undefined) return { word, term, status: "unknown", ...place };
  return { word, term: index.terms.of(readAs), status: "corrected", readAs, ...place };
}

/** The ids of the people whom each word names, by the word's index. */
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
  word: UnweightedWord,
  names: readonly string[] = [],
  index: LanguageIndex,
): QueryWord {
  const weight = (localIdf(word.term, index) + index.rarity.of(word.term) / MAX_BITS) / 2;
  return Object.assign(word, { names, weight });
}

function toNamedPerson(
  { person, at, length }: Mention,
  words: readonly UnweightedWord[],
): NamedPerson {
  return { person, start: words[at]?.start ?? 0, end: words[at + length - 1]?.end ?? 0 };
}

/** Adjacent mentions of one person, by parts of the name, are one mention. */
function joinMentions(parts: readonly NamedPerson[]): NamedPerson[] {
  const joined: NamedPerson[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    const continues = last?.person === part.person && part.start - last.end === 1;
    if (continues) joined.splice(-1, 1, { ...last, end: part.end });
    else joined.push(part);
  }
  return joined;
}
