import type { Person } from "../../article/article.ts";
import type { LanguagePack } from "../../languages/language-pack.ts";
import { SCRIPTS } from "../../languages/identify-language.ts";
import { likeliestPacks } from "../../languages/packs.ts";
import { MAX_BITS } from "../../languages/rarity.ts";
import { isCapitalised, type Word } from "../../text/words.ts";
import { type AnalysedText, analyseText } from "../analysis/analyse-text.ts";
import type { Spelling } from "../analysis/spelling.ts";
import { spaceAsIndexed } from "../analysis/word-spacing.ts";
import { localIdf, type LanguageIndex } from "../index/language-index.ts";
import { mentionsIn, type Mention } from "../index/people.ts";
import {
  type KnownAddedTerm,
  hasUnknownValue,
  knownAddedTerms,
  placedAmong,
  standsFor,
  withWords,
  writtenTogether,
} from "./known-added-terms.ts";
import { indexedWords } from "./indexed-words.ts";
import { withRoles } from "./people-by-role.ts";
import { type Asked, meansStopWords, readWord, type ReadWord } from "./read-word.ts";

/** A content word of the question, and whether the articles in scope use it. */
export type QueryWord = ReadWord & {
  readonly word: string;
  /** Written like a name: capitalised, and not because it is the first word. */
  readonly isName: boolean;
  /** Terms of about the same meaning that the articles have. */
  readonly near: readonly string[];
  /** So common in the language that it identifies no topic: "go", "think". */
  readonly isEveryday: boolean;
  /** Rare enough in the language to be a topic of its own: "bitcoin", not "role". */
  readonly isRare: boolean;
  /** The articles have neither the word nor another form of it, nor one near in meaning. */
  readonly isAbsent: boolean;
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

/** An added term of the question that the articles have too, and the content words it stands for. */
type QueryAddedTerm = KnownAddedTerm & { readonly words: readonly QueryWord[] };

/** A person with the offsets at which the question names them. */
export type NamedPerson = { readonly person: Person; readonly start: number; readonly end: number };

/** The words of a question, as the articles of an index use them. */
export type QueryWords = {
  /** The packs of the languages that it may be in, likeliest first. */
  readonly likelyPacks: readonly LanguagePack[];
  /** All its words, stop words included, split as in the articles. */
  readonly written: readonly Word[];
  /** Its content words, in order. */
  readonly words: readonly QueryWord[];
  readonly added: readonly QueryAddedTerm[];
  readonly mentions: readonly NamedPerson[];
  /** It has a number of several words that the articles never have. */
  readonly hasUnknownValue: boolean;
};

export function readWords(text: string, index: LanguageIndex): QueryWords {
  const asInArticles = analyseText(text, index.terms);
  const likelyPacks = likeliestPacks(wordsOf(asInArticles), index.pack);
  const asked = languagesAskedIn(wordsOf(asInArticles), likelyPacks, index);
  const isForeign = asked[0] !== index.pack;
  const analysed = isForeign ? analyseText(text, asked[0].terms) : asInArticles;
  const indexed = indexedWords(index);
  const asWritten = wordsOf(analysed);
  const written = isForeign ? asWritten : spaceAsIndexed(asWritten, indexed);
  const added = [
    ...knownAddedTerms(analysed, index),
    ...(isForeign ? [] : writtenTogether(text, written, index, indexed)),
  ];
  const words = contentWords(written, added, { asked, index });
  const named = mentionsIn({ words, added: placedAmong(words, added) }, index.names);
  const mentions = withRoles(named, words, { text, index, pack: likelyPacks[0] ?? index.pack });
  const names = namesByWord(mentions);
  const read = words.map((word, number) => withNames(word, names.get(number), index));
  return {
    likelyPacks,
    written,
    words: read,
    added: added.flatMap((one) => withWords(one, read)),
    mentions: joinMentions(mentions.map((mention) => toNamedPerson(mention, words))),
    hasUnknownValue: hasUnknownValue(analysed, index),
  };
}

function wordsOf({ words }: AnalysedText): Word[] {
  return words.map(({ word }) => word);
}

/** The languages whose words are looked up: others than the articles' only if all have concepts. */
function languagesAskedIn(
  written: readonly Word[],
  likely: readonly LanguagePack[],
  { pack }: LanguageIndex,
): Asked["asked"] {
  const scripts = SCRIPTS[likely[0]?.script ?? pack.script];
  const isInScript = written.some(({ text }) => scripts.test(text));
  const [first, ...others] = likely.filter(
    ({ script, concepts }) =>
      concepts && pack.concepts && (script === likely[0]?.script) === isInScript,
  );
  if (!first || first === pack) return [pack];
  return [first, ...others.filter((other) => other !== pack && other.script === first.script)];
}

type UnweightedWord = Omit<QueryWord, "names" | "near" | "weight" | "isRare" | "isAbsent">;

/** One or two digits mean something only beside a word or a unit: "20 March", "9am", not "2+2". */
const FEW_DIGITS = /^\d{1,2}$/u;

function contentWords(
  written: readonly Word[],
  added: readonly KnownAddedTerm[],
  { asked, index }: Asked,
): UnweightedWord[] {
  const words = written
    .map((word, position) => ({ word, position }))
    .filter(({ word }) => !asked[0].terms.isStopWord(word.text))
    .filter(({ word }) => !meansStopWords(word.text, { asked, index }));
  const isPart = (word: Word) => added.some((one) => standsFor(one, word));
  const isMute = words.every(({ word }) => FEW_DIGITS.test(word.text) && !isPart(word));
  if (isMute && !areInOnePassage(words, index)) return [];
  return words.map(({ word, position }, number) => {
    const isKnown = isPart(word);
    const isEarly = number < MAX_LOOKED_UP;
    const read = readPlaced(word, position, {
      asked: isEarly ? asked : [index.pack],
      index: isEarly && !isKnown ? index : { ...index, spelling: NO_CORRECTION },
    });
    return isKnown && read.status === "unknown" ? { ...read, status: "known" } : read;
  });
}

/** "61 to 38": whether a passage has all the numbers of a question, in its order and at most a word apart. */
function areInOnePassage(
  words: readonly { readonly word: Word }[],
  { terms, dictionary, engine, passages }: LanguageIndex,
): boolean {
  const figures = words.map(({ word }) => terms.of(word.text));
  const [first, ...others] = figures.map(dictionary.idOf);
  if (first === undefined || others.length === 0 || others.length > MAX_FIGURES) return false;
  return engine.documentsWithBoth(figures[0] ?? "", figures[1] ?? "").some((number) =>
    passages.termsOf(number).some((term, at, inPassage) => {
      let last = at;
      return (
        term === first &&
        others.every((other) => {
          last = [last + 1, last + 2].find((next) => inPassage[next] === other) ?? -2;
          return other !== undefined && last >= 0;
        })
      );
    }),
  );
}

/** A result has two or three: "2–1", "6 3 4". */
const MAX_FIGURES = 4;

/** No more words are matched anyway, and correcting spelling or translating takes longer than everything else. */
const MAX_LOOKED_UP = 30;
const NO_CORRECTION: Spelling = { nearestTo: () => undefined };

/** In bits of surprisal: "name", "happen" and "go" have fewer; "ticket" and "weather" have more. */
const EVERYDAY_BITS = 10.8;
/** "Role", "previous" and "currently" have fewer. */
const RARE_BITS = 16;

function readPlaced(
  { text: word, start, end }: Word,
  position: number,
  inLanguage: Asked,
): UnweightedWord {
  const isName = isCapitalised(word) && position > 0;
  const { term, status, readAs, otherSenses, bits } = readWord(word, isName, inLanguage);
  const isEveryday = bits < EVERYDAY_BITS;
  // Spelt out: spreading takes ten times as long.
  const read = { word, term, otherSenses, bits, status, isName, isEveryday, start, end, position };
  return readAs === undefined ? read : { ...read, readAs };
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
  const { bits } = word;
  const weight = (localIdf(word.term, index) + bits / MAX_BITS) / 2;
  const { relatives, near } = index.kinOf(word.term);
  const isAbsent = word.status === "unknown" && relatives.length === 0 && near.length === 0;
  return Object.assign(word, { names, near, weight, isRare: bits >= RARE_BITS, isAbsent });
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
