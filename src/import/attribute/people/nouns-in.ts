import type { Token } from "../read-text.ts";
import type { WordTests } from "../word-lists.ts";
import { isPronoun } from "./by-pronoun.ts";
import { CAPITALS } from "./start-of-name.ts";
import type { Span } from "./speaker-span.ts";

type Lists = { readonly words: WordTests; readonly hasArticles: boolean };

/** What describes a speaker, of words that may have a little more. */
export function nounsIn(
  tokens: readonly Token[],
  span: Span,
  { words, hasArticles }: Lists,
): readonly Token[] {
  const { from, to } = hasArticles
    ? withinClause(tokens, span, words)
    : { from: span.from, to: endOfClause(tokens, span, words) };
  return tokens.slice(from, endOfNouns(tokens, { from, to }, words));
}

/** "But the advocates", "the report | has prompted", "a letter, | which …": from its first noun to what it does. */
function withinClause(
  tokens: readonly Token[],
  { from, to }: Pick<Span, "from" | "to">,
  words: WordTests,
): Pick<Span, "from" | "to"> {
  let start = afterDateline(tokens, from);
  const leads = (lower: string) => isLeading(lower, words) || words.joining(lower);
  while (start < to - 1 && leads(tokens[start]?.lower ?? "")) start += 1;
  return { from: start, to: endOfClause(tokens, { from: start, to }, words) };
}

/** "Мерія | вже подала на неї до суду", "a letter, | which …" */
function endOfClause(
  tokens: readonly Token[],
  { from, to }: Pick<Span, "from" | "to">,
  words: WordTests,
): number {
  const end = tokens.findIndex(({ lower, isWord }, at) => {
    return at > from && at < to && isWord && (isLeading(lower, words) || words.pronouns.who(lower));
  });
  if (end < 0) return to;
  return from + tokens.slice(from, end).findLastIndex(({ isWord }) => isWord) + 1;
}

/** "WASHINGTON (Reuters) — The port": tokens before the dash. */
const LONGEST_DATELINE = 8;
const DASH = /^[-–—]$/u;

function afterDateline(tokens: readonly Token[], from: number): number {
  if (from > 0 || !CAPITALS.test(tokens[0]?.text ?? "")) return from;
  return tokens.slice(0, LONGEST_DATELINE).findIndex(({ text }) => DASH.test(text)) + 1;
}

/** A stop word that is no part of a noun phrase: "but", "has", "when". */
function isLeading(lower: string, words: WordTests): boolean {
  return (
    words.isStopWord(lower) &&
    !WITHIN_NOUNS.has(lower) &&
    ![words.known, words.unknown, words.prepositions].some((isOne) => isOne(lower)) &&
    !isPronoun(lower, words)
  );
}

/** "The governor's and the mayor's office", "both campaigns", "some of those who knew her" */
export const WITHIN_NOUNS: ReadonlySet<string> = new Set(
  "and or both some many most all other others several few these those no my our her his their its not s".split(
    " ",
  ),
);

/** "The government then": what no name ends in is left out. */
function endOfNouns(
  tokens: readonly Token[],
  { from, to }: Pick<Span, "from" | "to">,
  words: WordTests,
): number {
  let end = to;
  while (end > from + 1 && words.isStopWord(tokens[end - 1]?.lower ?? "")) end -= 1;
  return end;
}
