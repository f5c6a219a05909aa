import type { Range } from "../../../text/ranges.ts";
import type { NameInSentence } from "./names-in-sentence.ts";
import {
  gapBefore,
  hasKind,
  isCapital,
  isJoined,
  type SentenceToRead,
} from "./sentence-to-read.ts";
import { WORD_KIND } from "../../../languages/word-kinds.ts";

/** What a sentence says somebody is, beside the name: "Anna Holt, 34, a baker from Pelly". */
export type Introduction = {
  /** Places of words such as "baker". */
  readonly nouns: readonly number[];
  /** From the first word to the last of each description. */
  readonly ranges: readonly Range[];
  readonly age: string | undefined;
};

const { as, be, body, goesOn, known, person, preposition, title, unknown, verb, yearsOld } =
  WORD_KIND;

/** In words: "the long-time | mayor of Pelly". */
const MAX_DISTANCE = 6;
const COMMA = /^,\s$/u;
const OPENS_MARKS = /^\s["“«]$/u;
const DASH = /^\s[–—-]\s$/u;
const ENDS = /^[,.;:)]/u;
const AGE = /^(?:, | \()(\d{1,2})(?=[,.)])/u;

export function introductionOf(name: NameInSentence, sentence: SentenceToRead): Introduction {
  const { words, text } = sentence;
  const behind = words[name.to - 1]?.word.end ?? text.length;
  const isSetOff = text.charAt(behind) === "," || text.charAt(behind + 1) === "(";
  const [stated, age] = isSetOff
    ? (AGE.exec(text.slice(behind, behind + MAX_AGE_LENGTH)) ?? [])
    : [];
  const next = stated === undefined ? name.to : name.to + 1;
  const first = before(name, sentence);
  const second = isSetOff ? apposition(next, sentence) : predicate(name.to, sentence);
  const ranges = first.length + second.length === 0 ? NONE : [...first, ...second];
  const nouns = ranges.flatMap(([from, to]) => headNounIn(sentence, from, to));
  return { ranges, nouns, age: age ?? ageBefore(name.titled, sentence) };
}

const NONE: Found = [];
const MAX_AGE_LENGTH = 6;

export function isNoun(sentence: SentenceToRead, at: number): boolean {
  return hasKind(sentence, at, person | body);
}

/** The head noun of a description: in English the last before "of", in other languages the first: «глава правления банка». */
export function headNounIn(sentence: SentenceToRead, from: number, to: number): number[] {
  const nouns: number[] = [];
  for (let at = from; at < to; at += 1) {
    if (hasKind(sentence, at, preposition) && nouns.length > 0) break;
    if (isNoun(sentence, at) || hasKind(sentence, at, title)) nouns.push(at);
  }
  const head = sentence.isInflected ? nouns[0] : nouns.at(-1);
  return head === undefined ? [] : [head];
}

type Found = readonly Range[];

function before({ titled, from }: NameInSentence, sentence: SentenceToRead): Found {
  const start = startOfNounPhrase(titled, sentence) ?? titled;
  return start < from ? [[start, from]] : NONE;
}

/** Where "the mayor of Pelly, | Ann", "singer | Ann" or «министр энергетики | Павел» begins. */
function startOfNounPhrase(at: number, sentence: SentenceToRead): number | undefined {
  const gap = gapBefore(sentence, at);
  const isSetOff = COMMA.test(gap) && ENDS.test(gapBefore(sentence, endOfRun(at, sentence)));
  const isOpened = OPENS_MARKS.test(gap);
  if (!isJoined(sentence, at) && !isSetOff && !isOpened) return undefined;
  for (let place = at - 1; place >= Math.max(sentence.from, at - MAX_DISTANCE); place -= 1) {
    if (place < at - 1 && !isJoined(sentence, place + 1)) return undefined;
    if (place === at - 1 && hasKind(sentence, place, as)) continue;
    if (isNoun(sentence, place)) {
      const isNext = place === at - 1 || hasKind(sentence, at - 1, as);
      const isLinked = isSetOff && hasKind(sentence, place + 1, preposition);
      return isNext || isLinked || sentence.isInflected ? phraseStart(place, sentence) : undefined;
    }
    const isPart =
      isSetOff || (sentence.isInflected && !isVerb(sentence, place) && !isCapital(sentence, place));
    if (!isPart || (sentence.isInflected && hasKind(sentence, place, preposition)))
      return undefined;
  }
  return undefined;
}

/** «Финансов» and «фінансів» are no verbs. */
const GENITIVE_PLURAL = /[іо]в$/u;

export function isVerb(sentence: SentenceToRead, at: number): boolean {
  const { folded = "" } = sentence.words[at] ?? {};
  return hasKind(sentence, at, verb) && !GENITIVE_PLURAL.test(folded);
}

function endOfRun(at: number, sentence: SentenceToRead): number {
  let end = at + 1;
  while (end < sentence.to && isCapital(sentence, end) && isJoined(sentence, end)) end += 1;
  return end;
}

/** With the words before the noun, up to "the". */
function phraseStart(noun: number, sentence: SentenceToRead): number {
  let start = noun;
  while (
    start > sentence.from &&
    isJoined(sentence, start) &&
    noun - start < MAX_BEFORE_NOUN &&
    !hasKind(sentence, start - 1, known | unknown | preposition)
  )
    start -= 1;
  return start;
}

const MAX_BEFORE_NOUN = 2;

/** ", a baker from Pelly" */
function apposition(at: number, sentence: SentenceToRead): Found {
  if (!COMMA.test(gapBefore(sentence, at)) || at >= sentence.to) return NONE;
  const opens = hasKind(sentence, at, known | unknown);
  for (let place = at; place < Math.min(sentence.to, at + MAX_DISTANCE); place += 1) {
    if (place > at && !isJoined(sentence, place)) return NONE;
    if (isNoun(sentence, place) && !isNoun(sentence, place + 1)) {
      const isFirst = place === at || opens || sentence.isInflected;
      return isFirst && endsNoun(place, sentence) ? [[opens ? at + 1 : at, place + 1]] : NONE;
    }
    if (hasKind(sentence, place, preposition)) return NONE;
    if (sentence.isInflected && place > at && isVerb(sentence, place)) return NONE;
  }
  return NONE;
}

/** "…, the minister said": the minister is somebody else. */
function endsNoun(noun: number, sentence: SentenceToRead): boolean {
  const next = noun + 1;
  if (next >= sentence.to || ENDS.test(gapBefore(sentence, next))) return true;
  return hasKind(sentence, next, preposition | goesOn) || !hasKind(sentence, next, verb);
}

/** "Ann is a baker"; "Анна — пекарка". */
function predicate(at: number, sentence: SentenceToRead): Found {
  const isDash = DASH.test(gapBefore(sentence, at));
  const first = isDash ? at : at + 2;
  const isSaid =
    isDash ||
    (hasKind(sentence, at, be) && isJoined(sentence, at) && hasKind(sentence, at + 1, unknown));
  if (!isSaid) return NONE;
  for (let place = first; place < Math.min(sentence.to, first + MAX_IN_PREDICATE); place += 1) {
    if (place > first && !isJoined(sentence, place)) return NONE;
    if (isNoun(sentence, place) && !isNoun(sentence, place + 1)) return [[first, place + 1]];
    if (isDash && place > first) return NONE;
  }
  return NONE;
}

const MAX_IN_PREDICATE = 3;

/** "34-year-old Ann" */
function ageBefore(at: number, sentence: SentenceToRead): string | undefined {
  let place = at - 1;
  while (place >= sentence.from && hasKind(sentence, place, yearsOld)) place -= 1;
  const { folded = "" } = sentence.words[place] ?? {};
  return place < at - 1 && DIGITS.test(folded) ? folded : undefined;
}

const DIGITS = /^\d{1,2}$/u;
