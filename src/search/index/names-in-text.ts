import { groupedBy } from "../../article/grouped-by.ts";
import { TOKEN_CLASS } from "../../languages/token-classes.ts";
import type { Terms } from "../../languages/terms.ts";
import type { NameInText } from "../analysis/phonetic-names.ts";
import type { LanguageIndexRecord } from "./language-index.ts";

/** How each sounds is found out within a question: 5,000 take 0.2 s, once. */
const MAX_NAMES = 5000;

/** The words whose terms the text writes with a capital within a sentence, the most frequent first. */
export function namesInText(
  { passages, ids, wordCounts }: LanguageIndexRecord,
  terms: Terms,
): NameInText[] {
  const uses = new Int32Array(ids.size);
  for (const { terms: inPassage, classes } of passages) {
    for (let at = 0; at < inPassage.length; at += 1) {
      const term = inPassage[at] ?? 0;
      if (((classes[at] ?? 0) & TOKEN_CLASS.name) !== 0) uses[term] = (uses[term] ?? 0) + 1;
    }
  }
  const usesOf = ([, id]: readonly [string, number]) => uses[id] ?? 0;
  const names = new Set(
    [...ids]
      .filter((entry) => usesOf(entry) > 0)
      .toSorted((one, other) => usesOf(other) - usesOf(one))
      .slice(0, MAX_NAMES)
      .map(([term]) => term),
  );
  return wordsOfTerms(names, wordCounts.keys(), terms);
}

/** Stemming every word of a large collection would take long, so only those that begin like a term are stemmed. */
function wordsOfTerms(
  wanted: ReadonlySet<string>,
  words: Iterable<string>,
  terms: Terms,
): NameInText[] {
  const beginnings = new Set([...wanted].map(beginningOf));
  const written = Array.from(words)
    .filter((word) => beginnings.has(beginningOf(word)))
    .map((word) => ({ word, term: terms.of(word) }));
  const byTerm = groupedBy(written, ({ term }) => term);
  return [...wanted].flatMap((term) => byTerm.get(term) ?? [{ word: term, term }]);
}

/** No stemmer changes these. */
const BEGINNING_LENGTH = 2;

function beginningOf(word: string): string {
  return word.slice(0, BEGINNING_LENGTH);
}
