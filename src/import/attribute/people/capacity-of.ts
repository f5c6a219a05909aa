import type { Sentence } from "../read-text.ts";
import type { WordTests } from "../word-lists.ts";
import type { FigureMention } from "./speaker-of.ts";
import type { Span } from "./speaker-span.ts";

const LONGEST_CAPACITY = 14;

/** "A spokesman for the port", beside the name of a speaker. */
export function capacityIn(
  { tokens, text: sentence }: Pick<Sentence, "tokens" | "text">,
  span: Span,
  head: FigureMention,
  words: WordTests,
): string | undefined {
  const slice = (from: number, to: number) =>
    sentence.slice(tokens[from]?.start, tokens[to - 1]?.end);
  if (head.from > span.from) {
    const start = Math.max(span.from, head.from - LONGEST_CAPACITY);
    const before = tokens.slice(start, head.from);
    const beside = before.at(-1)?.lower ?? "";
    if (before.some(({ lower }) => words.roles(lower)) && !words.prepositions(beside)) {
      return withoutArticle(slice(start, head.from).replace(/[\s,]+$/u, ""), words);
    }
  }
  if (tokens[head.to]?.text !== ",") return undefined;
  let end = head.to + 1;
  while (
    end < tokens.length &&
    end - head.to < LONGEST_CAPACITY &&
    !ENDS_APPOSITION.test(tokens[end]?.text ?? "")
  ) {
    end += 1;
  }
  const after = tokens.slice(head.to + 1, end);
  return after.some(({ lower }) => words.roles(lower)) && !words.pronouns.who(after[0]?.lower ?? "")
    ? withoutArticle(slice(head.to + 1, end), words)
    : undefined;
}

const ENDS_APPOSITION = /^[,.;:“”"«»—–]$/u;

function withoutArticle(text: string, words: WordTests): string {
  const [first = "", ...rest] = text.split(" ");
  const isArticle = words.known(first.toLowerCase()) || words.unknown(first.toLowerCase());
  return isArticle ? rest.join(" ") : text;
}
