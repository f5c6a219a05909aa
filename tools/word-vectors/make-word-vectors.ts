import type { LanguagePack } from "../../src/languages/language-pack.ts";
import { encode } from "./encode.ts";
import { hasMeaning, mergeForms, type SourceWord, type TermVector } from "./merge-forms.ts";
import { fromGroups, retrofit } from "./retrofit.ts";
import { inFewerDimensions, withoutCommonDirections, type Vector } from "./vectors.ts";

export type Measures = {
  /** How many terms are kept. */
  readonly terms: number;
  /** How many common directions are taken out. */
  readonly common: number;
  readonly dimensions: number;
};

/** docs/word-vectors.md shows what each of them does. */
export const MEASURES: Measures = { terms: 50_000, common: 3, dimensions: 64 };

/** The file that `parseWordVectors` reads. The same source always makes the same bytes. */
export function makeWordVectors(
  words: readonly SourceWord[],
  pack: LanguagePack,
  { terms, common, dimensions }: Measures,
): Uint8Array {
  const merged = mergeForms(words, pack.terms, terms);
  const distinct = changed(merged, (vectors) => withoutCommonDirections(vectors, common));
  const { near } = pack.terms;
  const fitted = retrofit(distinct, near);
  const all = [...fitted, ...fromGroups(termsOfGroups(pack), fitted, near)];
  return encode(changed(all, (vectors) => inFewerDimensions(vectors, dimensions)));
}

function changed(
  given: readonly TermVector[],
  change: (vectors: readonly Vector[]) => readonly Vector[],
): TermVector[] {
  const vectors = change(given.map(({ vector }) => vector));
  return given.map(({ term, vector }, at) => ({ term, vector: vectors[at] ?? vector }));
}

function termsOfGroups({ synonyms = [], terms }: LanguagePack): string[] {
  return synonyms
    .flatMap((group) => group.split(" "))
    .filter((word) => hasMeaning(word, terms))
    .map(terms.of);
}
