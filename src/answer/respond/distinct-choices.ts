import { packFor } from "../../languages/packs.ts";
import { isRepeatedIn, pairsIn, type WordPairs } from "../../search/same-words.ts";
import type { Snippet } from "../../search/snippet.ts";
import type { Citation } from "../answer.ts";

type Choice = Citation & { readonly snippet: Snippet };

/** The first ones, without those that say the same as a better one: a choice of the same is none. Reads no more than it takes. */
export function distinctChoices(choices: Iterable<Choice>, most: number): readonly Choice[] {
  const kept: { readonly choice: Choice; readonly pairs: WordPairs }[] = [];
  for (const choice of choices) {
    const { article, passage, snippet } = choice;
    const pairs = pairsIn(passage.text, snippet.sentence, packFor(article.language));
    const isSaid = kept.some(
      (better) => isRepeatedIn(pairs, better.pairs) || isRepeatedIn(better.pairs, pairs),
    );
    if (!isSaid) kept.push({ choice, pairs });
    if (kept.length === most) break;
  }
  return kept.map(({ choice }) => choice);
}
