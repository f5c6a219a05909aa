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

/** "A spokesman for the port", beside the name of a speaker. */
export function capacityIn(
  { tokens, text: sentence }: Pick<Sentence, "tokens" | "text">,
  span: Span,
  head: FigureMention,
  { mentions, words, cue }: Around,
): string | undefined {
  const slice = (from: number, to: number) =>
    sentence.slice(tokens[from]?.start, tokens[to - 1]?.end);
  if (head.from > span.from) {
    const start = Math.max(span.from, head.from - LONGEST_CAPACITY);
    const named = mentions.findLast(
      ({ to }) => to > start && to < head.from && words.joining(tokens[to]?.lower ?? ""),
    );
    const from = lastStart(tokens, [Math.max(start, named?.to ?? 0), head.from], { words, cue });
    const before = tokens.slice(from, head.from);
    const beside = before.at(-1)?.lower ?? "";
    const isRole = before.some(({ lower }) => words.roles(lower));
    if (isRole && ![beside, before[0]?.lower ?? ""].some(words.prepositions)) {
      return withoutArticle(slice(from, head.from).replace(/[\s,]+$/u, ""), words);
    }
  }
  if (tokens[head.to]?.text !== ",") return undefined;
  let end = head.to + 1;
  while (
    end < tokens.length &&
    end - head.to < LONGEST_CAPACITY &&
    !ENDS_APPOSITION.test(tokens[end]?.text ?? "") &&
    !words.pronouns.who(tokens[end]?.lower ?? "")
  ) {
    end += 1;
  }
  const after = tokens.slice(head.to + 1, end);
  return after.some(({ lower }) => words.roles(lower)) && !words.pronouns.who(after[0]?.lower ?? "")
    ? withoutArticle(slice(head.to + 1, end), words)
    : undefined;
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
  return isArticle ? rest.join(" ") : text;
}
