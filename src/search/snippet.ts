import type { Passage } from "../article/article.ts";
import type { Query } from "./question.ts";
import { sentencesIn, type Range } from "./sentences.ts";
import { termsFor } from "./terms.ts";
import { wordsIn } from "./words.ts";

/** The telling part of a passage: ranges are UTF-16 offsets into its text. */
export type Snippet = {
  readonly sentence: Range;
  /** Matched words and the thing asked for, in order, not overlapping. */
  readonly highlights: readonly Range[];
};

export function tellingSnippet(passage: Passage, query: Query): Snippet {
  const terms = termsFor(query.language);
  const asked = new Set(query.words.map((word) => word.term));
  const highlights = wordsIn(passage.text)
    .filter((word) => asked.has(terms.of(word.text)))
    .map((word): Range => [word.start, word.end]);

  const sentences = sentencesIn(passage.text);
  const matchesIn = ([start, end]: Range) =>
    highlights.filter(([from]) => from >= start && from < end).length;
  const [best] = sentences.toSorted((one, other) => matchesIn(other) - matchesIn(one));
  return { sentence: best ?? [0, passage.text.length], highlights };
}
