import type { Sentence, Token } from "../read-text.ts";
import type { WordTests } from "../word-lists.ts";
import {
  CAPITAL,
  CAPITALS,
  INITIAL,
  isGivenName,
  POSSESSIVE,
  startOfName,
} from "./start-of-name.ts";

/** A name in a sentence, titles before it included. */
export type Name = {
  /** Its tokens: the first one, and the one after the last. */
  readonly from: number;
  readonly to: number;
  /** Without titles: "Ted Cruz". */
  readonly text: string;
  readonly words: readonly string[];
  /** "Texas Sen." */
  readonly title: string;
  readonly isBody: boolean;
};

/**
 * Words that the text writes in small letters, those that it writes with a capital within a sentence, and those that are
 * a name by themselves somewhere.
 */
export type Spellings = {
  readonly small: ReadonlySet<string>;
  readonly capital: ReadonlySet<string>;
  readonly alone: ReadonlySet<string>;
};

/** Names of persons have fewer words. */
const MOST_WORDS = 4;

export function spellingsIn(sentences: readonly Sentence[]): Spellings {
  const small = new Set<string>();
  const capital = new Set<string>();
  const alone = new Set<string>();
  for (const { tokens } of sentences) {
    for (const [at, { text, lower, isWord }] of tokens.entries()) {
      if (!isWord) continue;
      if (!CAPITAL.test(text)) small.add(lower);
      else {
        if (!isFirstWord(tokens, at)) capital.add(lower.replace(POSSESSIVE, ""));
        addAlone(tokens, at, alone);
      }
    }
  }
  return { small, capital, alone };
}

/** A name of one word, or of two, with no other capital beside it. */
function addAlone(tokens: readonly Token[], at: number, alone: Set<string>): void {
  const isCapital = (place: number) => CAPITAL.test(tokens[place]?.text ?? "");
  if (isCapital(at - 1) || isCapital(at + 2)) return;
  const names = tokens.slice(at, isCapital(at + 1) ? at + 2 : at + 1);
  alone.add(names.map(({ lower }) => lower.replace(POSSESSIVE, "")).join(" "));
}

/** The names in a sentence, in order. */
export function namesIn(
  { tokens, text: sentence, isFirst }: Sentence,
  spellings: Spellings,
  words: WordTests,
): Name[] {
  const names: Name[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    if (!startsName(tokens, at, spellings, words)) continue;
    const end = endOfName(tokens, at, words);
    const { titled, from } = startOfName(tokens, at, end, { alone: spellings.alone, words });
    const isDateline = isFirst && at === 0 && isPlaceOfReport(tokens, end);
    if (from < end && !isDateline) {
      const start = from > titled ? from : at;
      const slice = (first: number, last: number) =>
        sentence.slice(tokens[first]?.start, tokens[last - 1]?.end);
      const named = tokens.slice(from, end).filter(({ isWord }) => isWord);
      names.push({
        from: start,
        to: end,
        text: slice(from, end).replace(POSSESSIVE, ""),
        words: named.map(({ text }) => text.replace(POSSESSIVE, "")),
        title: from > start ? slice(start, from) : "",
        isBody: from === titled && isBody(named, from > start, tokens[at - 1], words),
      });
    }
    at = Math.max(at, end - 1);
  }
  return names;
}

/** "WASHINGTON (Reuters) —": from where it is reported. */
export function isPlaceOfReport(tokens: readonly Token[], end: number): boolean {
  const letters = tokens.slice(0, end).filter(({ isWord }) => isWord);
  const next = tokens[end]?.text ?? "";
  return letters.every(({ text }) => CAPITALS.test(text)) && (next === "(" || DASH.test(next));
}

const DASH = /^[-–—]$/u;

function startsName(
  tokens: readonly Token[],
  at: number,
  { small, capital }: Spellings,
  words: WordTests,
): boolean {
  const token = tokens[at];
  if (!token || !isNameWord(token, words)) return false;
  const lower = token.lower.replace(POSSESSIVE, "");
  if (!isFirstWord(tokens, at)) return !words.isStopWord(lower) || CAPITALS.test(token.text);
  if (words.titles(lower)) return true;
  if (
    words.isStopWord(lower) ||
    words.prepositions(lower) ||
    (small.has(lower) && !capital.has(lower))
  )
    return false;
  const next = tokens[at + 1];
  return (
    capital.has(lower) ||
    words.femaleNames(lower) ||
    words.maleNames(lower) ||
    CAPITALS.test(token.text) ||
    (next !== undefined &&
      isNameWord(next, words) &&
      !POSSESSIVE.test(token.text) &&
      !PLURAL.test(lower) &&
      !ADJECTIVE.test(next.lower))
  );
}

/** "Пульмонологи Бишбулака" */
const PLURAL = /[иіїы]$/u;
/** "Палеонтологи Подільського університету": an adjective follows. */
const ADJECTIVE = /(?:ого|ої|ому|ий|ій|ие|ые|ской|ская|ські|ским|ська)$/u;

function isNameWord({ text, lower, isWord }: Token, words: WordTests): boolean {
  return isWord && CAPITAL.test(text) && !words.notNames(lower.replace(POSSESSIVE, ""));
}

/** The first word of a sentence or quotation, or after a colon: capital whatever it is. */
function isFirstWord(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return before === undefined || (!before.isWord && !MID_SENTENCE.test(before.text));
}

/** Marks after which a word is capital only if it is a name. */
const MID_SENTENCE = /^[,;()'’&/%$.-]$/u;

function endOfName(tokens: readonly Token[], from: number, words: WordTests): number {
  let end = from + 1;
  for (let at = from + 1; at < tokens.length; at += 1) {
    const token = tokens[at];
    const before = tokens[at - 1];
    if (!token || !before || POSSESSIVE.test(before.text)) break;
    // "Undersecretary for Education Mr. Smith"
    const isTitled = words.titles(before.lower) || isGivenName(before, words);
    if (isCourtesy(token, words) && !isTitled) break;
    if (isNameWord(token, words) && (before.isWord || before.text !== ",")) end = at + 1;
    else if (!joins(token, before, tokens[at + 1], words)) break;
  }
  return end;
}

function isCourtesy({ lower }: Token, words: WordTests): boolean {
  return words.titles(lower) && (words.femaleTitles(lower) || words.maleTitles(lower));
}

/** What may stand between the words of a name. */
function joins(token: Token, before: Token, next: Token | undefined, words: WordTests): boolean {
  if (!next || !isNameWord(next, words)) return false;
  if (token.isWord) {
    if (words.particles(token.lower)) return true;
    return words.ofBody(token.lower) && (words.bodies(before.lower) || words.titles(before.lower));
  }
  if (token.text === ".") return INITIAL.test(before.text) || words.titles(before.lower);
  return (
    (token.text === "-" || token.text === "’" || token.text === "'" || token.text === "&") &&
    token.start === before.end
  );
}

function isBody(
  named: readonly Token[],
  hasTitle: boolean,
  before: Token | undefined,
  words: WordTests,
): boolean {
  if (hasTitle) return false;
  if (named.some(({ lower }) => words.bodies(lower.replace(POSSESSIVE, "")))) return true;
  if (named.length > MOST_WORDS) return true;
  const [first] = named;
  if (named.length === 1 && first && CAPITALS.test(first.text)) return true;
  return before !== undefined && words.known(before.lower);
}
