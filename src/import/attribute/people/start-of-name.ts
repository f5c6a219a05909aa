import type { Token } from "../read-text.ts";
import type { WordTests } from "../word-lists.ts";

export const CAPITAL = /^\p{Lu}/u;
export const CAPITALS = /^\p{Lu}[\p{Lu}\p{N}.]+$/u;
export const INITIAL = /^\p{Lu}$/u;
export const POSSESSIVE = /(?:['’]s|(?<=s)['’])$/u;

type Lists = { readonly alone: ReadonlySet<string>; readonly words: WordTests };

/** Where the name proper begins in a run of capitalised words: behind titles, and behind the body that somebody works for. */
export function startOfName(
  tokens: readonly Token[],
  at: number,
  end: number,
  lists: Lists,
): { readonly titled: number; readonly from: number } {
  const titled = afterTitles(tokens, at, end, lists.words);
  return { titled, from: afterBody(tokens, titled, end, lists) };
}

/** Where the name proper begins: after the last title. "Minister of Education" is a title as well. */
function afterTitles(
  tokens: readonly Token[],
  from: number,
  end: number,
  words: WordTests,
): number {
  let start = from;
  for (let at = from; at < end; at += 1) {
    const lower = tokens[at]?.lower ?? "";
    const isSurname = at === end - 1 && at > from && isGivenName(tokens[at - 1], words);
    if (!isSurname && (words.titles(lower) || words.roles(lower)))
      start = tokens[at + 1]?.text === "." ? at + 2 : at + 1;
  }
  if (start === from) start = afterOtherLetters(tokens, from, end);
  if (start === from || start >= end || !words.ofBody(tokens[start]?.lower ?? "")) return start;
  return end - start > WORDS_OF_FULL_NAME + 1 ? startOfFullName(tokens, start, end) : end;
}

const WORDS_OF_FULL_NAME = 2;
const LATIN = /^\p{Script=Latin}/u;

/** "NASA Charles Bolden", "Tele2 AB Матс Гранрид": the name begins after letters of another kind. */
function afterOtherLetters(tokens: readonly Token[], from: number, end: number): number {
  const isLatin = LATIN.test(tokens[end - 1]?.text ?? "");
  const own = tokens
    .slice(from, end)
    .findIndex(({ text }) => !CAPITALS.test(text) && LATIN.test(text) === isLatin);
  const start = from + Math.max(0, own);
  return end - start === WORDS_OF_FULL_NAME ? start : from;
}

/** "Amy Pope", "Jack Bishop" */
export function isGivenName(token: Token | undefined, words: WordTests): boolean {
  return token !== undefined && (words.femaleNames(token.lower) || words.maleNames(token.lower));
}

/**
 * "Council on Refugees Enver Solomon", "University of Texas Amneh Jafari": the person's name begins behind that of the
 * body, if the text also writes the surname by itself.
 */
function afterBody(
  tokens: readonly Token[],
  from: number,
  end: number,
  { alone, words }: Lists,
): number {
  const isOfBody =
    isGoverned(tokens, from, words) ||
    tokens.slice(from, end).some(({ lower }) => words.bodies(lower));
  if (!isOfBody) return from;
  const start = startOfFullName(tokens, from, end);
  const named = tokens.slice(start, end).filter(({ isWord }) => isWord);
  const keys = named.map(({ lower }) => lower.replace(POSSESSIVE, ""));
  const isKnown = alone.has(keys.at(-1) ?? "") || alone.has(keys.join(" "));
  // "CEO of the Refugee Council Enver Solomon"
  const endsBody = isGoverned(tokens, from, words) && words.bodies(tokens[start - 1]?.lower ?? "");
  const isPerson =
    (isKnown || endsBody) &&
    named.every(({ lower, text }) => {
      return CAPITAL.test(text) && !words.bodies(lower) && !CAPITALS.test(text);
    });
  return isPerson && start > from && tokens[start - 1]?.isWord === true ? start : from;
}

/** "Ambassador to the", but not "Ann Smith for": the person was named before. */
function isGoverned(tokens: readonly Token[], from: number, words: WordTests): boolean {
  const at = words.known(tokens[from - 1]?.lower ?? "") ? from - 2 : from - 1;
  const governor = tokens[at - 1];
  if (!governor || !words.prepositions(tokens[at]?.lower ?? "")) return false;
  const isKnown = [words.roles, words.titles, words.bodies].some((isOne) => isOne(governor.lower));
  return isKnown || !CAPITAL.test(governor.text);
}

/** Where the last two words of a name begin, with what is short for another one: "John F. Kerry". */
function startOfFullName(tokens: readonly Token[], from: number, end: number): number {
  let start = end - 1;
  if (tokens[start - 1]?.text === "." && INITIAL.test(tokens[start - 2]?.text ?? "")) start -= 2;
  return Math.max(from, start - 1);
}
