import type { ValueTerm, ValueWord } from "./value-term.ts";

/** How a language asks for an age, and how it tells one. Flags `d` and `g`; the only group is the word that stands for the age. */
export type AgeForms = { readonly asks: RegExp; readonly tells: readonly RegExp[] };

/** Of every age: what the question lacks is how old. No word begins so. */
export const AGE_TERM = "=age";

/** Ages are told in digits, three at most. */
const TOLD_AGE = /(?<!\d)\d{1,3}(?!\d)/u;

/** "How old" and "Ann Holt, 34," have the same term, whatever the age. */
export function createAgeReader(
  ages: AgeForms | undefined,
): (text: string, words: readonly ValueWord[]) => readonly ValueTerm[] {
  if (!ages) return () => [];
  const asks = withTest(ages.asks);
  const all = [asks, ...ages.tells.map(withTest)];
  return (text, words) => {
    const starts = new Set<number>();
    for (const { form, occurs } of TOLD_AGE.test(text) ? all : [asks]) {
      if (!occurs.test(text)) continue;
      for (const { indices } of text.matchAll(form)) starts.add(indices?.[1]?.[0] ?? -1);
    }
    if (starts.size === 0) return [];
    return words.flatMap(({ word }, at) =>
      starts.has(word.start) ? [{ term: AGE_TERM, first: at, last: at }] : [],
    );
  };
}

/** Most texts have none, and a test alone does not look for the places of groups, which takes longer. */
function withTest(form: RegExp) {
  return { form, occurs: new RegExp(form.source, form.flags.replaceAll(/[dg]/gu, "")) };
}
