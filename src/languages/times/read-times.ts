import type { NumberLexicon } from "../numbers/number-words.ts";
import type { FoldedWord } from "../numbers/read-numbers.ts";
import { hourIn, type PartOfDay, type TimeLexicon } from "./time-words.ts";

/** A time of day in a text: "9 a.m.", "20:30", "noon". */
export type TimeReading = {
  /** Minutes since midnight; two values if the text leaves open which half of the day is meant. */
  readonly minutes: readonly number[];
  /** Numbers of its first and last word. */
  readonly first: number;
  readonly last: number;
};

type TimeSource = {
  readonly text: string;
  readonly words: readonly FoldedWord[];
  readonly times: TimeLexicon;
  readonly numbers: NumberLexicon;
};

/** Whether a time of day may start with a word that is no number: "noon", "one". */
export function startsTime(folded: string, { times, numbers }: Omit<TimeSource, "text" | "words">) {
  const { hour, startsShift } = times.get(folded) ?? {};
  const isOne = numbers.wordOf(folded)?.isOne === true;
  return hour !== undefined || startsShift === true || isOne || halfHourIn(folded, numbers) > 0;
}

/**
 * All times of day of a text, in order. "8.30" is one only where the text around it says so. `starts`: the
 * numbers of the words for which `startsTime` or `startsNumber` is true, and any others.
 */
export function readTimes(source: TimeSource, starts: readonly number[]): TimeReading[] {
  const found: TimeReading[] = [];
  let last = -1;
  for (const at of starts) {
    const readings = at > last ? (readNamed(at, source) ?? readHours(at, source) ?? []) : [];
    found.push(...readings);
    last = readings.at(-1)?.last ?? last;
  }
  return found;
}

/** "Полседьмого": the hour, or 0. */
function halfHourIn(folded: string, numbers: NumberLexicon): number {
  if (!folded.startsWith(HALF_PREFIX)) return 0;
  return numbers.wordOf(folded.slice(HALF_PREFIX.length))?.ordinal ?? 0;
}

const HALF_PREFIX = "пол";

/** "Noon". */
function readNamed(at: number, { words, times }: TimeSource): TimeReading[] | undefined {
  const { hour } = times.get(words[at]?.folded ?? "") ?? {};
  return hour === undefined ? undefined : [{ minutes: [hour * 60], first: at, last: at }];
}

/** A time, or the two ends of a range: "9 to 11 a.m." is in the morning at both. */
function readHours(at: number, source: TimeSource): TimeReading[] | undefined {
  const clock = readClock(at, source);
  if (!clock) return undefined;
  if (isTime(clock, source)) return [toReading(clock)];

  const isDashed = isDash(clock.last + 1, source);
  if (!isDashed && !isBetween(clock.last + 1, source)) return undefined;
  const end = readClock(clock.last + (isDashed ? 1 : 2), source);
  if (end?.part === undefined) return undefined;
  return [toReading({ ...clock, part: end.part }), toReading(end)];
}

/** An hour with all that belongs to it. */
type Clock = {
  readonly hour: number;
  readonly minute: number;
  readonly part?: PartOfDay;
  /** How the minutes are written, if they are. */
  readonly mark?: ":" | ".";
  readonly isOrdinal: boolean;
  readonly hasHourWord: boolean;
  /** "Half past six". */
  readonly isShifted: boolean;
  readonly first: number;
  readonly last: number;
};

function isTime(clock: Clock, source: TimeSource) {
  const { mark, part, isOrdinal, hasHourWord, isShifted, first } = clock;
  if (isShifted || mark === ":" || part !== undefined) return true;
  const { isBefore = false } = source.times.get(source.words[first - 1]?.folded ?? "") ?? {};
  return isBefore && (mark === "." || isOrdinal || hasHourWord);
}

const HALF_DAY = 12 * 60;

function toReading({ hour, minute, part, mark, first, last }: Clock): TimeReading {
  const isOpen = part === undefined && mark === undefined && hour <= 12;
  const shifted = ((part ? hourIn(part, hour) : hour) % 24) * 60 + minute;
  const exact = (shifted + 2 * HALF_DAY) % (2 * HALF_DAY);
  const minutes = isOpen ? [exact % HALF_DAY, (exact % HALF_DAY) + HALF_DAY] : [exact];
  return { minutes, first, last };
}

function readClock(at: number, source: TimeSource): Clock | undefined {
  const shifted = readShifted(at, source);
  const opening = shifted ?? readHour(at, source);
  if (!opening) return undefined;
  let { last } = opening;
  let hasHourWord = false;
  if (source.times.get(source.words[last + 1]?.folded ?? "")?.isHour && isClose(last + 1, source)) {
    last += 1;
    hasHourWord = true;
  }
  const found = opening.part === undefined ? readPart(last + 1, source) : undefined;
  const isWord = !DIGIT_FIRST.test(source.words[at]?.folded ?? "");
  const isOrdinal = opening.isOrdinal || isWord;
  const isShifted = shifted !== undefined;
  return { ...opening, isOrdinal, hasHourWord, isShifted, ...(found ?? { last }), first: at };
}

/** "Half past six", "пів на сьому", "полседьмого". */
function readShifted(at: number, source: TimeSource): Hour | undefined {
  const { words, times, numbers } = source;
  const [one = "", two = ""] = [words[at]?.folded, words[at + 1]?.folded];
  const joined = halfHourIn(one, numbers);
  if (joined > 0 && joined <= HALF_DAY_HOURS) {
    return { hour: joined, minute: HALF_BEFORE, isOrdinal: true, last: at };
  }
  if (!times.get(one)?.startsShift) return undefined;
  const shift = isClose(at + 1, source) ? times.get(`${one} ${two}`)?.shift : undefined;
  const minute = shift ?? times.get(one)?.shift;
  const next = shift === undefined ? at + 1 : at + 2;
  const isNext = isClose(next, source) || HYPHEN.test(gapBefore(next, source));
  const hour = minute === undefined || !isNext ? undefined : readHour(next, source);
  if (!hour || minute === undefined || hour.minute !== 0 || hour.hour > HALF_DAY_HOURS) return;
  // "Половина" alone is a half of anything, such as of 7 crowns.
  return shift === undefined && !hour.isOrdinal ? undefined : { ...hour, minute };
}

const HALF_BEFORE = -30;
const HALF_DAY_HOURS = 12;

const DIGIT_FIRST = /^\p{Nd}/u;
const HOUR = /^(\p{Nd}{1,2})(?:([.:])([0-5]\p{Nd}))?(\p{L}*)$/u;
const LAST_HOUR = 24;

type Hour = Pick<Clock, "hour" | "minute" | "part" | "mark" | "isOrdinal" | "last">;

/** "9", "9am", "8.30", "20:30", "9-й", "nine", "дев'ятій". */
function readHour(at: number, source: TimeSource): Hour | undefined {
  const { words, numbers } = source;
  const word = words[at];
  if (!word) return undefined;
  if (!DIGIT_FIRST.test(word.folded)) {
    const { cardinal, ordinal, isOne } = numbers.wordOf(word.folded) ?? {};
    const hour = cardinal ?? ordinal ?? (isOne ? 1 : undefined);
    if (hour === undefined || hour > LAST_HOUR || hour % 1 !== 0) return undefined;
    return { hour, minute: 0, isOrdinal: cardinal === undefined && !isOne, last: at };
  }
  const [, digits, mark, minute = "0", letters = ""] = HOUR.exec(word.word.text) ?? [];
  const hour = Number(digits);
  if (digits === undefined || hour > LAST_HOUR) return undefined;
  const read = { hour, minute: Number(minute), isOrdinal: false, last: at };
  if (letters !== "") {
    const { part } = source.times.get(letters.toLowerCase()) ?? {};
    return part && { ...read, part };
  }
  return mark === undefined
    ? { ...read, ...readSuffix(at + 1, source) }
    : { ...read, mark: mark === ":" ? ":" : "." };
}

/** The ending of "9-й". */
function readSuffix(at: number, source: TimeSource) {
  const { isOrdinalSuffix } = source.numbers.wordOf(source.words[at]?.folded ?? "") ?? {};
  const isSuffix = isOrdinalSuffix === true && HYPHEN.test(gapBefore(at, source));
  return isSuffix ? { isOrdinal: true, last: at } : {};
}

const HYPHEN = /^[-‐‑]$/u;
const DASH = /^\s?[‐-―-]\s?$/u;
/** Closer than this, words are fillers between an hour and a part of the day. */
const MAX_FILLERS = 2;

/** "A.m.", "in the morning", "ранку", behind an hour. */
function readPart(at: number, source: TimeSource): Pick<Clock, "part" | "last"> | undefined {
  const { words, times } = source;
  for (let last = at; last <= at + MAX_FILLERS; last += 1) {
    if (!isClose(last, source)) return undefined;
    const folded = words[last]?.folded ?? "";
    const { part, isFiller } = times.get(folded) ?? {};
    if (part) return { part, last };
    const isDotted = words[last + 1]?.folded === "m" && gapBefore(last + 1, source) === ".";
    const dotted = isDotted ? times.get(`${folded}m`)?.part : undefined;
    if (dotted) return { part: dotted, last: last + 1 };
    if (!isFiller) return undefined;
  }
  return undefined;
}

const SPACE = /^\s?$/u;

function isClose(at: number, source: TimeSource): boolean {
  return SPACE.test(gapBefore(at, source));
}

function isDash(at: number, source: TimeSource): boolean {
  return DASH.test(gapBefore(at, source));
}

function isBetween(at: number, { words, times }: TimeSource): boolean {
  return times.get(words[at]?.folded ?? "")?.isBetween === true;
}

const FAR = ",";
const MAX_GAP = 3;

/** What stands between a word and the one before it. */
function gapBefore(at: number, { text, words }: TimeSource): string {
  const [before, word] = [words[at - 1], words[at]];
  if (!before || !word || word.word.start - before.word.end > MAX_GAP) return FAR;
  return text.slice(before.word.end, word.word.start);
}
