import type { Range } from "../../../text/ranges.ts";
import type { Sentence, Token } from "../read-text.ts";
import type { WordTests } from "../word-lists.ts";
import type { FigureMention } from "./speaker-of.ts";
import type { Span } from "./speaker-span.ts";

const LONGEST_CAPACITY = 14;

type Around = {
  readonly mentions: readonly FigureMention[];
  readonly words: WordTests;
  readonly cue: Float32Array;
};

type Named = Pick<Sentence, "tokens" | "text">;

/** A title such as "Major general" tells less than "spokesman for the navy". */
const WORDS_OF_TITLE = 2;

/** "A spokesman for the port", beside the name of a speaker. */
export function capacityIn(
  sentence: Named,
  span: Span,
  head: FigureMention,
  around: Around,
): string | undefined {
  const before = capacityBefore(sentence, span, head, around);
  return fullerCapacity(before, capacityBehind(sentence, head, around.words));
}

/** A title is all that the first tells; the other tells more. */
export function fullerCapacity(
  capacity: string | undefined,
  other: string | undefined,
): string | undefined {
  if (capacity === undefined || other === undefined) return capacity ?? other;
  const isTitle = capacity.split(" ").length <= WORDS_OF_TITLE;
  return isTitle && other.length > capacity.length ? other : capacity;
}

function capacityBefore(
  sentence: Named,
  span: Span,
  head: FigureMention,
  { mentions, words, cue }: Around,
): string | undefined {
  const { tokens } = sentence;
  if (head.from <= span.from) return undefined;
  const start = Math.max(span.from, head.from - LONGEST_CAPACITY);
  const named = mentions.findLast(
    ({ to }) => to > start && to < head.from && words.joining(tokens[to]?.lower ?? ""),
  );
  const from = lastStart(tokens, [Math.max(start, named?.to ?? 0), head.from], { words, cue });
  const before = tokens.slice(from, head.from);
  const edges = [before[0]?.lower ?? "", before.at(-1)?.lower ?? ""];
  const isRole = before.some(({ lower }) => words.roles(lower));
  if (!isRole || edges.some(words.prepositions)) return undefined;
  return withoutArticle(textOf(sentence, from, head.from).replace(/[\s,]+$/u, ""), words);
}

function capacityBehind(
  sentence: Named,
  head: FigureMention,
  words: WordTests,
): string | undefined {
  const { tokens } = sentence;
  const start = head.to + 1;
  if (tokens[head.to]?.text !== ",") return undefined;
  const isEnd = ({ text, lower }: Token) => ENDS_APPOSITION.test(text) || words.pronouns.who(lower);
  const near = tokens.slice(start, head.to + LONGEST_CAPACITY);
  const length = near.findIndex(isEnd);
  const after = length < 0 ? near : near.slice(0, length);
  if (!after.some(({ lower }) => words.roles(lower))) return undefined;
  return withoutArticle(textOf(sentence, start, start + after.length), words);
}

function textOf({ tokens, text }: Named, from: number, to: number): string {
  return text.slice(tokens[from]?.start, tokens[to - 1]?.end);
}

/** Where the last of what stands before a name begins: "… have said that | candidate", "in that role, | secretary". */
function lastStart(
  tokens: readonly Token[],
  [from, end]: Range,
  { words, cue }: Omit<Around, "mentions">,
): number {
  const last = tokens.slice(from, end - 1).findLastIndex(({ text, lower }, at) => {
    const isCue = (cue[from + at] ?? 0) > IS_CUE;
    return isCue || ENDS_APPOSITION.test(text) || words.pronouns.who(lower);
  });
  const start = from + last + 1;
  // "X and the mayor Ann Smith"
  return words.joining(tokens[start]?.lower ?? "") ? start + 1 : start;
}

const IS_CUE = 0.5;

const ENDS_APPOSITION = /^[,.;:“”"«»—–]$/u;

function withoutArticle(text: string, words: WordTests): string {
  const [first = "", ...rest] = text.split(" ");
  const lower = first.toLowerCase();
  const { he, she, they } = words.pronouns;
  const isArticle = [words.known, words.unknown, he, she, they].some((isOne) => isOne(lower));
  return isArticle ? rest.join(" ") : withSmallRole(text, words);
}

const IS_CYRILLIC = /^\p{Script=Cyrillic}/u;

/** "Лікар Петро Ткач" at the beginning of a sentence; English writes titles with a capital. */
export function withSmallRole(text: string, words: WordTests): string {
  const [first = "", ...rest] = text.split(" ");
  const lower = first.toLowerCase();
  return IS_CYRILLIC.test(first) && words.roles(lower) ? [lower, ...rest].join(" ") : text;
}
