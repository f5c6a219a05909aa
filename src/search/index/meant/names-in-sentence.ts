import {
  gapBefore,
  hasKind,
  isCapital,
  isJoined,
  type SentenceToRead,
} from "./sentence-to-read.ts";
import { WORD_KIND } from "../../../languages/word-kinds.ts";

/** A name, from a place up to another; titles before it begin at `titled`. */
export type NameInSentence = {
  readonly titled: number;
  readonly from: number;
  readonly to: number;
};

const { body, femaleName, maleName, inBody, notName, particle, preposition, title, person } =
  WORD_KIND;
const GIVEN = femaleName | maleName;

/** Runs of capitalised words, without what may be capital for another reason. */
export function namesInSentence(sentence: SentenceToRead): NameInSentence[] {
  const names: NameInSentence[] = [];
  let at = sentence.from;
  while (at < sentence.to) {
    if (!startsName(sentence, at)) {
      at += 1;
      continue;
    }
    const to = endOfName(sentence, at);
    const from = startOfName(sentence, at, to);
    const isNoun = to - from === 1 && hasKind(sentence, from, person | body);
    if (from < to && !isNoun) names.push({ titled: at, from, to });
    at = to;
  }
  return names;
}

function startsName(sentence: SentenceToRead, at: number): boolean {
  const { words, quoted, from } = sentence;
  if (!isCapital(sentence, at) || hasKind(sentence, at, notName)) return false;
  if (quoted.has(at) && !isNamedInMarks(sentence, at)) return false;
  const word = words[at];
  if (!word || word.isStopWord) return false;
  return at > from || !hasKind(sentence, at, preposition);
}

/** "Компанія «Вольта»" */
function isNamedInMarks(sentence: SentenceToRead, at: number): boolean {
  return !sentence.quoted.has(at - 1) && hasKind(sentence, at - 1, body);
}

const INITIAL_GAP = /^\.\s?$/u;
const SHORT = 4;
const POSSESSIVE = /['’]s?$/u;

function endOfName(sentence: SentenceToRead, from: number): number {
  const { words, to } = sentence;
  let end = from + 1;
  for (let at = from + 1; at < to; at += 1) {
    const before = words[at - 1]?.word.text ?? "";
    const isGapOfName =
      isJoined(sentence, at) ||
      (INITIAL_GAP.test(gapBefore(sentence, at)) && before.length <= SHORT);
    if (!isGapOfName || POSSESSIVE.test(before)) break;
    if (sentence.quoted.has(at) !== sentence.quoted.has(from)) break;
    if (isCapital(sentence, at) && !hasKind(sentence, at, notName)) end = at + 1;
    else if (!hasKind(sentence, at, particle)) break;
  }
  return end;
}

/** Behind titles and roles, or where a first name begins: "Мэр Пелли | Тарас Кернер". */
function startOfName(sentence: SentenceToRead, at: number, to: number): number {
  const isBody = (place: number) => hasKind(sentence, place, inBody);
  for (let from = at; from < to - 1; from += 1) {
    if (hasKind(sentence, from, GIVEN) && !isBody(from + 1)) return from;
  }
  let from = behindBody(sentence, at, to);
  for (let place = from; place < to; place += 1) {
    const isSurname = place === to - 1 && place > at && hasKind(sentence, place - 1, GIVEN);
    // "Carmaker Volta", at the beginning of a sentence; elsewhere "Merchant Bank" is a name.
    const isBodyFirst = place === sentence.from && to - at > 1 && hasKind(sentence, place, body);
    if (!isSurname && (hasKind(sentence, place, title | person) || isBodyFirst)) from = place + 1;
  }
  return from;
}

const CAPITALS = /^\p{Lu}[\p{Lu}\p{N}]+$/u;
const WORDS_OF_FULL_NAME = 2;

/** "NASA | Ann Holt" */
function behindBody({ words }: SentenceToRead, at: number, to: number): number {
  const isBody = CAPITALS.test(words[at]?.word.text ?? "") && to - at > WORDS_OF_FULL_NAME;
  const isPerson = !CAPITALS.test(words[at + 1]?.word.text ?? "");
  return isBody && isPerson ? at + 1 : at;
}
